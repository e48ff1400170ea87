"""A tranche is released only once what was promised for those before it is shown."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothshores.fund.instruments.conditional_grant import (
    FROZEN,
    NO_REPORT,
    NOT_SPENT,
    NOT_VERIFIED,
    ConditionalGrant,
    GrantTerms,
)

SHOWN = {"verified_by": ("district audit",) * 2, "burn": (Fraction(4, 5),) * 2, "reports_in": 2}


def amounts(**terms):
    return [flow.amount for flow in ConditionalGrant().flows(GrantTerms(amount=1000, **terms))]


def reasons(**terms):
    return [flow.limited_by for flow in ConditionalGrant().flows(GrantTerms(amount=1000, **terms))]


def test_all_tranches_come_when_all_is_shown():
    assert amounts(**SHOWN) == [400, 400, 200]
    assert reasons(**SHOWN) == ["", "", ""]


@pytest.mark.parametrize(
    ("lacking", "paid", "reason"),
    [
        ({"verified_by": ("district audit",)}, [400, 400, 0], NOT_VERIFIED),
        ({"verified_by": ("implementer", "district audit")}, [400, 0, 0], NOT_VERIFIED),
        ({"verified_by": ("district audit", "implementer")}, [400, 400, 0], NOT_VERIFIED),
        ({"burn": (Fraction(74, 100), Fraction(1))}, [400, 0, 0], NOT_SPENT),
        ({"burn": (Fraction(3, 4), Fraction(0))}, [400, 400, 0], NOT_SPENT),
        ({"burn": ()}, [400, 0, 0], NOT_SPENT),
        ({"reports_in": 1}, [400, 400, 0], NO_REPORT),
        ({"frozen_from": 1}, [0, 0, 0], FROZEN),
        ({"frozen_from": 3}, [400, 0, 0], FROZEN),
        ({"frozen_from": 4}, [400, 400, 0], FROZEN),
    ],
)
def test_a_tranche_is_held_for_what_is_lacking_and_so_are_all_after_it(lacking, paid, reason):
    assert amounts(**SHOWN | lacking) == paid
    assert reasons(**SHOWN | lacking) == ["" if amount else reason for amount in paid]


@given(amount=st.integers(0, 10**15), quarter=st.integers(1, 9))
def test_freezing_stops_everything_from_then_on(amount, quarter):
    flows = ConditionalGrant().flows(GrantTerms(amount=amount, frozen_from=quarter))
    assert sum(flow.amount for flow in flows if flow.period >= quarter) == 0
    assert all(flow.limited_by == FROZEN for flow in flows if flow.period >= quarter)


@given(amount=st.integers(0, 10**15), weights=st.lists(st.fractions(0, 1), min_size=1, max_size=8))
def test_tranches_sum_to_the_grant(amount, weights):
    flows = ConditionalGrant().flows(GrantTerms(amount=amount, tranches=tuple(weights)))
    assert sum(flow.amount for flow in flows) == amount
