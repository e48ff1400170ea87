"""Parts are whole and sum to the whole."""

from hypothesis import given
from hypothesis import strategies as st

from bothshores.plan.apportion import apportion

WEIGHTS = st.lists(st.floats(0, 1e6, allow_nan=False), min_size=1, max_size=12).filter(lambda each: sum(each) > 1e-6)


@given(total=st.integers(0, 10**12), weights=WEIGHTS)
def test_parts_sum_to_the_total_and_miss_their_share_by_less_than_one(total, weights):
    parts = apportion(total, weights)
    assert sum(parts) == total
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - total * weight / sum(weights)) <= 1 + 1e-6 * total


def test_ties_go_to_the_earlier():
    assert apportion(2, [1, 1, 1]) == [1, 1, 0]


def test_nothing_to_weigh_gives_nothing():
    assert apportion(5, []) == []
    assert apportion(5, [0.0, 0.0]) == [0, 0]
