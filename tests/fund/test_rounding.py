"""Parts sum to the whole at any size, and none is off by a whole minor unit."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothshores.fund.rounding import nearest, share_out

WEIGHTS = st.lists(st.fractions(0, 100), min_size=1, max_size=12)


@pytest.mark.parametrize(("amount", "whole"), [("0.5", 0), ("1.5", 2), ("2.5", 2), ("2.51", 3), ("-0.5", 0)])
def test_halves_go_to_the_even_one(amount, whole):
    assert nearest(Fraction(amount)) == whole


def test_the_greatest_remainder_gets_the_cent_and_ties_go_to_the_earlier():
    assert share_out(100, [1, 1, 1]) == [34, 33, 33]
    assert share_out(10, [Fraction(1, 10), Fraction(9, 10)]) == [1, 9]
    assert share_out(101, [1, 2]) == [34, 67]


def test_weights_of_nothing_count_alike():
    assert share_out(5, [0, 0]) == [3, 2]


@given(whole=st.integers(0, 10**30), weights=WEIGHTS)
def test_parts_sum_to_the_whole(whole, weights):
    parts = share_out(whole, weights)
    assert sum(parts) == whole
    assert min(parts) >= 0
    if total := sum(weights):
        assert all(abs(part - whole * weight / total) < 1 for part, weight in zip(parts, weights, strict=True))


@given(whole=st.integers(0, 10**15), weights=WEIGHTS)
def test_twice_the_whole_is_shared_out_twice_over_to_a_cent(whole, weights):
    once, twice = share_out(whole, weights), share_out(2 * whole, weights)
    assert all(abs(two - 2 * one) <= 2 for one, two in zip(once, twice, strict=True))
