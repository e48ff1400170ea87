"""Guarantor and lender bear each loss between them, and recoveries go back the way losses came."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothshores.errors import RequestError
from bothshores.fund.instruments.guarantee import CAP, Guarantee, GuaranteeTerms
from bothshores.fund.kinds import Slice

ORDERS = st.sampled_from(["pari_passu", "first_loss", "second_loss"])


def borne(**terms):
    """Net of guarantor and lender, in all."""
    found = {"guarantee_call": 0, "loss_borne": 0, "recovery": 0, "loss_recovered": 0}
    for flow in Guarantee().flows(GuaranteeTerms(**terms)):
        found[flow.step] += flow.amount
    return found["guarantee_call"] - found["recovery"], found["loss_borne"] - found["loss_recovered"]


@pytest.mark.parametrize(
    ("order", "recovered", "net"),
    [
        ("pari_passu", 0, (150, 150)), ("pari_passu", 100, (100, 100)),
        ("first_loss", 0, (250, 50)), ("first_loss", 40, (250, 10)), ("first_loss", 100, (200, 0)),
        ("second_loss", 0, (50, 250)), ("second_loss", 40, (10, 250)), ("second_loss", 100, (0, 200)),
    ],
)  # fmt: skip
def test_recoveries_go_back_to_whoever_bore_the_last_loss(order, recovered, net):
    share = "1/2" if order == "pari_passu" else "1/4"
    terms = GuaranteeTerms.read({"share": share, "order": order, "portfolio": "10"})
    assert borne(portfolio=1000, order=order, share=terms.share, losses=(300,), recoveries=(0, recovered)) == net


def test_a_cap_that_holds_back_is_said():
    flows = Guarantee().flows(GuaranteeTerms(portfolio=1000, losses=(100, 100), cap=70))
    assert [(flow.amount, flow.limited_by) for flow in flows if flow.step == "guarantee_call"] == [(50, ""), (20, CAP)]


def test_no_more_is_recovered_than_was_lost():
    with pytest.raises(RequestError, match="recovered"):
        Guarantee().flows(GuaranteeTerms(losses=(10,), recoveries=(20,)))


@given(
    losses=st.lists(st.integers(0, 10**9), min_size=1, max_size=8),
    order=ORDERS,
    share=st.fractions(0, 1),
    cap=st.none() | st.integers(0, 10**9),
    recovered=st.integers(0, 100),
)
def test_both_bear_the_whole_net_loss_and_never_less_than_nothing(losses, order, share, cap, recovered):
    back = sum(losses) * recovered // 100
    recoveries = (*[0] * len(losses), back)
    terms = {
        "portfolio": sum(losses), "order": order, "share": share, "cap": cap, "losses": tuple(losses),
        "recoveries": recoveries,
    }  # fmt: skip
    guarantor, lender = borne(**terms)
    assert guarantor + lender == sum(losses) - back
    assert guarantor >= 0
    assert lender >= 0
    assert cap is None or guarantor <= cap
    assert all(flow.amount >= 0 for flow in Guarantee().flows(GuaranteeTerms(**terms)))


@given(amount=st.integers(0, 10**12))
def test_the_reserve_covers_its_share_of_every_loan_it_lets_be_made(amount):
    reserve, loans = Guarantee().planned([Slice((1, 2), amount)], 20)
    called, _lender = borne(portfolio=loans.amount, losses=(loans.amount,))
    assert called <= reserve.amount
