"""What holds for any allocation: dollars add up, scale does not matter, order does not matter, more is never less."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from plan.land import NO_BOUND, measures, needs, objectives, planted, terms

from bothshores import plan

NEEDS = needs(unemployment_rate=1.0)
GOALS = objectives(unemployment_rate=1.0)
CHANGES = st.one_of(st.just(0.0), st.floats(-2e-6, -1e-9), st.floats(1e-9, 1e-6))
"""Nothing, or so much that the solver can tell it from nothing."""
PLANTS = st.lists(
    st.fixed_dictionaries(
        {
            "change": CHANGES,
            "sd": st.floats(0, 2),
            "unit_cost": st.floats(1, 5000),
            "eligible": st.floats(100, 1e6),
            "money_class": st.sampled_from(["evidence", "assumption"]),
        }
    ),
    min_size=1,
    max_size=5,
)


def sown(plants, said, factor=1.0):
    planted_ = {
        f"m{place}": {"changes": {"unemployment_rate": each["change"]}, "sd": each["sd"],
                      "unit_cost": each["unit_cost"] * factor, "eligible": each["eligible"]}
        for place, each in enumerate(plants)
    }  # fmt: skip
    classes = {f"m{place}": each["money_class"] for place, each in enumerate(plants)}
    return planted(said, **planted_), measures(**classes)


def offered(plants, said, factor=1.0, turned=False):
    response, frame = sown(plants, said, factor)
    goals, wants = (GOALS, NEEDS) if not turned else (GOALS.reverse(), NEEDS.reverse())
    frame = frame.reverse() if turned else frame
    return plan.allocate(response, goals, wants, frame, said, NO_BOUND, templates={})


@settings(max_examples=25, deadline=None)
@given(plants=PLANTS, cents=st.integers(0, 10**9))
def test_rows_sum_to_any_budget(plants, cents):
    said = terms(budget_usd=cents, draws=100)
    found = offered(plants, said)
    assert found.budget["amount_usd"].sum() == cents
    most = sum(abs(each["change"]) * each["eligible"] for each in plants)
    assert found.gains["score"][0] >= -1e-12 - 0.01 * most, "whole dollars may cost a little of a few dollars' effect"


@settings(max_examples=15, deadline=None)
@given(plants=PLANTS)
def test_twice_all_money_is_twice_each_amount_and_the_same_reach(plants):
    once, twice = offered(plants, terms(draws=100)), offered(plants, terms(draws=100, budget_usd=20_000_000), 2.0)
    assert np.allclose(2 * once.budget["amount_usd"], twice.budget["amount_usd"], atol=50)
    assert np.allclose(once.allocation["reached"].fill_null(0), twice.allocation["reached"].fill_null(0), atol=1)


@settings(max_examples=15, deadline=None)
@given(plants=PLANTS)
def test_the_order_of_rows_changes_nothing(plants):
    said = terms(draws=100)
    first, second = offered(plants, said), offered(plants, said, turned=True)
    for name in ("allocation", "budget", "constraints", "gains", "next_million"):
        assert getattr(first, name).equals(getattr(second, name)), name


@settings(max_examples=15, deadline=None)
@given(plants=PLANTS, small=st.integers(0, 10**7), more=st.integers(0, 10**7))
def test_more_money_never_lowers_the_optimum(plants, small, more):
    lean, rich = (offered(plants, terms(budget_usd=size, draws=100)) for size in (small, small + more))
    whole_dollars = rich.budget.height / max(1, small)  # rounding may cost a dollar in each cell
    slack = (1e-6 + whole_dollars) * max(1e-9, abs(rich.gains["score"][0]))
    assert rich.gains["score"][0] >= lean.gains["score"][0] - slack
