"""Results are paid for as verified, within every cap, and an advance that was not earned comes back."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothshores.errors import RequestError
from bothshores.fund.instruments.outcome_contract import (
    CAP,
    RETURN_CAP,
    OutcomeContract,
    OutcomeTerms,
    payment,
    yearly_return,
)
from bothshores.fund.kinds import Slice

MONEY = st.integers(0, 10**12)
RESULT = st.fractions(0, 3)


def terms(result="1", **more):
    return OutcomeTerms(price=1000, claimed=(Fraction(result),), verified=(Fraction(result),), **more)


@pytest.mark.parametrize(
    ("rule", "result", "paid"),
    [
        ("step", "0.99", 0), ("step", "1", 1000), ("linear", "0.4", 0), ("linear", "0.75", 500), ("linear", "2", 1000),
        ("unit", "2.5", 2500),
    ],
)  # fmt: skip
def test_rules(rule, result, paid):
    assert payment(terms(result, rule=rule, floors=(Fraction(1, 2),))) == (paid, "")


def test_the_lower_of_claimed_and_verified_counts():
    assert payment(OutcomeTerms(price=1000, claimed=(Fraction(1),), verified=(Fraction(3, 5),)))[0] == 600
    assert payment(OutcomeTerms(price=1000, claimed=(Fraction(1, 2),), verified=(Fraction(3, 5),)))[0] == 500


def test_results_are_weighted():
    weighted = {
        "weights": (Fraction(4), Fraction(1)),
        "claimed": (Fraction(1), Fraction(1)),
        "verified": (Fraction(1, 2), Fraction(1)),
    }
    assert payment(OutcomeTerms(price=1000, **weighted)) == (600, "")


def test_caps_hold_and_say_so():
    assert payment(terms(cap=700)) == (700, CAP)
    assert payment(terms(invested=600, return_cap=Fraction(1, 10), years=2)) == (726, RETURN_CAP)
    assert payment(terms(invested=601, return_cap=Fraction(1, 10), years=1)) == (661, RETURN_CAP)


def test_an_advance_is_taken_off_later():
    flows = OutcomeContract().flows(terms(advance_share=Fraction(1, 4)))
    assert [(flow.step, flow.period, flow.amount) for flow in flows] == [
        ("advance", 1, 250),
        ("verification", 11, 0),
        ("outcome_payment", 12, 750),
    ]


def test_an_advance_that_was_not_earned_comes_back():
    flows = OutcomeContract().flows(terms("0.1", advance_share=Fraction(1, 4)))
    assert [(flow.step, flow.amount) for flow in flows] == [
        ("advance", 250), ("verification", 0), ("outcome_payment", 0), ("clawback", 150),
    ]  # fmt: skip


def test_results_are_verified_after_the_service_and_before_the_payment_which_may_be_in_the_next_year():
    flows = OutcomeContract().planned([Slice((3, 4), 100), Slice((5, 6, 7, 8), 100)], 8)
    when = [(flow.step, flow.period) for flow in flows if flow.step in ("advance", "verification", "outcome_payment")]
    assert when == [
        ("advance", 3), ("verification", 5), ("outcome_payment", 6),
        ("advance", 5), ("verification", 7), ("outcome_payment", 8),
    ]  # fmt: skip


def test_what_starts_in_the_last_quarters_is_paid_within_the_plan():
    flows = OutcomeContract().planned([Slice((7, 8), 100)], 8)
    assert {flow.step: flow.period for flow in flows}["outcome_payment"] == 8


def test_no_advance_is_greater_than_a_quarter():
    with pytest.raises(RequestError, match="advance_share"):
        terms(advance_share=Fraction(26, 100))


def test_results_without_values_are_named():
    with pytest.raises(RequestError, match="weights"):
        payment(
            OutcomeTerms(price=1, weights=(Fraction(1), Fraction(1)), claimed=(Fraction(1),), verified=(Fraction(1),))
        )


def test_money_back_is_no_return():
    assert yearly_return(100, 100, 3) == 0


@given(
    price=MONEY, cap=MONEY, claimed=RESULT, verified=RESULT, rule=st.sampled_from(["step", "linear", "unit"]),
    advance=st.fractions(0, Fraction(1, 4)), invested=MONEY,
)  # fmt: skip
def test_the_payer_pays_exactly_what_is_due_and_never_beyond_a_cap(
    price, cap, claimed, verified, rule, advance, invested
):
    contract = OutcomeTerms(
        price=price, cap=cap, claimed=(claimed,), verified=(verified,), rule=rule, advance_share=advance,
        invested=invested, return_cap=Fraction(15, 100),
    )  # fmt: skip
    due, _reason = payment(contract)
    signs = {"advance": 1, "outcome_payment": 1, "clawback": -1, "investment": 0, "verification": 0}
    flows = OutcomeContract().flows(contract)
    assert sum(signs[flow.step] * flow.amount for flow in flows) == due
    assert 0 <= due <= cap
    assert not invested or due <= invested * Fraction(115, 100) ** 3
    assert all(flow.amount >= 0 for flow in flows)
