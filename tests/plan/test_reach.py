"""The first people cost least, more money reaches more people up to a limit, and nobody is reached twice."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothshores.plan.reach import reach_over

AMOUNTS = st.floats(0, 1e9)


def one(cost=100.0, eligible=30_000.0, coverage=0.5, years=5, draws=None):
    return reach_over(cost, np.full(4, cost) if draws is None else draws, eligible, coverage, years)


def people(amount, **more):
    return one(**more).people(np.array([amount]))


def test_a_full_year_reaches_its_part_of_those_who_can_be_reached():
    assert people(one().most_usd) == pytest.approx(30_000 * 0.5 / 5)
    assert people(10 * one().most_usd) == pytest.approx(30_000 * 0.5 / 5)


def test_the_first_third_costs_the_unit_cost_and_the_last_twice_that():
    assert people(100_000) == pytest.approx(1_000)
    assert one().thirds_usd == pytest.approx([100_000, 400_000 / 3, 200_000])


@given(first=AMOUNTS, second=AMOUNTS)
def test_reach_rises_and_is_concave(first, second):
    middle = people((first + second) / 2)
    assert middle >= (people(first) + people(second)) / 2 - 1e-6
    assert people(max(first, second)) >= people(min(first, second)) - 1e-9


@given(amount=AMOUNTS)
def test_twice_the_money_at_twice_the_cost_reaches_as_many(amount):
    assert people(2 * amount, cost=200.0) == pytest.approx(people(amount))


@given(amount=AMOUNTS, factor=st.floats(0.001, 1.0))
def test_no_draw_of_the_cost_reaches_more_people_than_there_are(amount, factor):
    found = one(draws=np.full(4, 100.0 * factor))
    assert found.effective(np.full(5, amount)).sum() / found.cost.min() <= 30_000 * (1 + 1e-9)
