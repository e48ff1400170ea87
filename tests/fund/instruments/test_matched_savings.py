"""Deposits are matched up to the lifetime cap; only what was agreed vests the match."""

from hypothesis import given
from hypothesis import strategies as st

from bothshores.fund.instruments.matched_savings import LIFETIME_CAP, NOT_QUALIFIED, MatchedSavings, SavingsTerms
from bothshores.fund.kinds import Slice

DEPOSITS = st.lists(st.integers(0, 10**9), max_size=12).map(tuple)


def sums(**terms):
    found = {}
    for flow in MatchedSavings().flows(SavingsTerms(**terms)):
        found[flow.step] = found.get(flow.step, 0) + flow.amount
    return found


def test_the_match_stops_at_the_lifetime_cap_and_says_so():
    flows = MatchedSavings().flows(SavingsTerms(deposits=(100, 100, 100), rate=2, lifetime_cap=500))
    matches = [(flow.amount, flow.limited_by) for flow in flows if flow.step == "match"]
    assert matches == [(200, ""), (200, ""), (100, LIFETIME_CAP)]


def test_a_qualified_withdrawal_pays_savings_and_match():
    assert sums(deposits=(100, 50), withdrawn_in=3) == {
        "deposit": 150, "match": 150, "savings_paid_out": 150, "match_paid_out": 150,
    }  # fmt: skip


def test_another_withdrawal_forfeits_the_match():
    flows = MatchedSavings().flows(SavingsTerms(deposits=(100, 50), withdrawn_in=2, qualified=False))
    assert [(flow.step, flow.amount, flow.limited_by) for flow in flows[-2:]] == [
        ("savings_paid_out", 150, ""), ("forfeit", 150, NOT_QUALIFIED),
    ]  # fmt: skip


def test_nothing_is_saved_after_the_withdrawal():
    assert sums(deposits=(100, 50, 70), withdrawn_in=1)["deposit"] == 100


@given(deposits=DEPOSITS, rate=st.fractions(0, 8), cap=st.integers(0, 10**10), qualified=st.booleans())
def test_what_is_paid_in_is_paid_out_and_the_cap_holds(deposits, rate, cap, qualified):
    found = sums(deposits=deposits, rate=rate, lifetime_cap=cap, withdrawn_in=len(deposits) + 1, qualified=qualified)
    assert found.get("match", 0) <= cap
    assert found["savings_paid_out"] == sum(deposits)
    assert found["match_paid_out" if qualified else "forfeit"] == found.get("match", 0)


def test_planned_savings_are_paid_out_after_the_holding_if_the_plan_lasts_so_long():
    flows = MatchedSavings().planned([Slice((1, 2), 200), Slice((13, 14), 200)], 16)
    assert [(flow.period, flow.amount) for flow in flows if flow.step == "match_paid_out"] == [(9, 100), (10, 100)]
