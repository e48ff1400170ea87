"""Costs follow prices; those stated as a multiple of incomes follow the country's own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothshores.catalogue import templates
from bothshores.catalogue.prices import price_factor
from bothshores.plan.costs_here import templates_here
from bothshores.plan.latest import Latest

GRANTS = "conditional_enterprise_grants"


def here(gdp, year=2024):
    return {"gdp_per_capita_usd": Latest(gdp, year, "made up")}


@given(gdp=st.floats(100, 50_000))
def test_a_grant_costs_twice_as_much_where_incomes_are_twice_as_high(gdp):
    one, two = (templates_here(here(times * gdp), 2024)[GRANTS].cost for times in (1, 2))
    assert two.central == pytest.approx(2 * one.central, abs=0.02)
    assert one.central == pytest.approx(templates()[GRANTS].cost.central * gdp, abs=0.01)


def test_an_older_figure_is_brought_to_the_prices_of_the_plan():
    found = templates_here(here(1000, 2014), 2024)[GRANTS].cost
    assert found.central == pytest.approx(templates()[GRANTS].cost.central * 1000 * price_factor(2014, 2024), abs=0.01)
    assert (found.price_year, found.times) == (2024, "")


def test_where_the_figure_is_not_known_there_is_no_cost_and_a_reason():
    found = templates_here({}, 2024)[GRANTS]
    assert found.cost is None
    assert found.no_cost_reason


def test_costs_in_dollars_do_not_depend_on_the_country():
    for one, two in zip(
        templates_here(here(500), 2024).values(), templates_here(here(9000), 2024).values(), strict=True
    ):
        assert (one.cost == two.cost) is (one.id != GRANTS or one.cost is None)
