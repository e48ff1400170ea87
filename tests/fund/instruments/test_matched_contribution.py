"""The grant keeps ratio, cap and budget, and says which of them held it back."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from bothshores.fund.instruments.matched_contribution import (
    CAP,
    EVIDENCE,
    LEFT,
    NOT_READY,
    MatchedContribution,
    MatchTerms,
    grant,
)
from bothshores.fund.kinds import Slice

MONEY = st.integers(0, 10**12)


def test_what_limits_the_grant_is_said():
    assert grant(MatchTerms(contribution=100)) == (100, "")
    assert grant(MatchTerms(contribution=100, cap=80)) == (80, CAP)
    assert grant(MatchTerms(contribution=100, cap=80, left=30)) == (30, LEFT)
    assert grant(MatchTerms(contribution=100, evidenced=60)) == (60, EVIDENCE)
    assert grant(MatchTerms(contribution=100, stage=2)) == (200, "")
    assert grant(MatchTerms(contribution=100, stage=2, first_stage_done=False)) == (0, NOT_READY)


def test_stages_have_their_own_cap():
    terms = {"contribution": 1000, "cap": 10, "second_cap": 500}
    assert grant(MatchTerms(**terms)) == (10, CAP)
    assert grant(MatchTerms(**terms, stage=2)) == (500, CAP)


@given(contribution=MONEY, cap=MONEY, left=MONEY, ratio=st.fractions(0, 5), stage=st.integers(1, 2))
def test_no_cap_is_passed(contribution, cap, left, ratio, stage):
    terms = MatchTerms(
        contribution=contribution, ratio=ratio, cap=cap, left=left, stage=stage, second_ratio=ratio, second_cap=cap
    )
    amount, _reason = grant(terms)
    assert 0 <= amount <= min(cap, left)
    assert amount <= ratio * contribution + Fraction(1, 2)


@given(contribution=MONEY, cap=MONEY, left=MONEY)
def test_twice_the_money_is_twice_the_grant(contribution, cap, left):
    once = grant(MatchTerms(contribution=contribution, cap=cap, left=left))
    twice = grant(MatchTerms(contribution=2 * contribution, cap=2 * cap, left=2 * left))
    assert twice == (2 * once[0], once[1])


def test_planned_contributions_equal_the_grants_they_match():
    flows = MatchedContribution().planned([Slice((3, 4), 101)], 20)
    assert [(flow.step, flow.period, flow.amount) for flow in flows] == [
        ("contribution", 3, 51), ("grant", 3, 51), ("contribution", 4, 50), ("grant", 4, 50),
    ]  # fmt: skip
