"""A fund lends what comes in, and what does not come back is counted."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bothshores.fund.revolving import Loan, portfolio_at_risk, revolve, revolve_ratio, sustains_itself

TERMS = Loan(0, Fraction(2, 100), 1, 4)
TOP_UPS = st.lists(st.integers(0, 10**9), min_size=1, max_size=12)
PART = st.fractions(0, Fraction(1, 2))


@settings(deadline=None)
@given(top_ups=TOP_UPS, loss=PART, cost=PART)
def test_all_that_comes_in_is_lent_or_used(top_ups, loss, cost):
    for state in revolve(top_ups, TERMS, loss=loss, running_cost=cost):
        assert state.top_up + state.interest + state.principal == state.running_cost + state.lent
        assert min(state) >= 0


def test_a_fund_without_loss_lends_each_unit_again():
    states = revolve([1000] + [0] * 11, Loan(0, Fraction(0), 0, 1))
    assert [state.lent for state in states] == [1000] * 12
    assert revolve_ratio(states) == 12


def test_losses_wear_it_down_and_interest_may_carry_it():
    worn = revolve([1000] + [0] * 11, TERMS, loss=Fraction(1, 2))
    assert not sustains_itself(worn)
    assert sustains_itself(revolve([100_000] + [0] * 11, TERMS))
    assert revolve_ratio([]) == 0


@pytest.mark.parametrize(("days", "share"), [(30, 0.4), (90, 0.1)])
def test_portfolio_at_risk(days, share):
    assert portfolio_at_risk([600, 300, 100], [0, 31, 91], days) == share


def test_nothing_outstanding_is_nothing_at_risk():
    assert portfolio_at_risk([], [], 30) == 0
