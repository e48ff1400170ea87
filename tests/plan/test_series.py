"""Series side by side: order does not matter, changes do not run across sources, moments as worked out by hand."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plan.planted import figures, walks

from bothshores.plan.series import LENGTH, Moments, moments, stack, track

GAPPY = figures([("AAA", "gini", 2010, 40.0), ("AAA", "gini", 2012, 44.0), ("AAA", "gini", 2015, 41.0)])


def of(frame: pl.DataFrame, memory: int = 15, cut: int = 0) -> Moments:
    stacked = stack(frame)
    series = track(stacked.values[0], stacked.sources[0])
    return moments(series, LENGTH - 1 - cut, memory)


def test_a_series_ends_in_the_last_column() -> None:
    stacked = stack(GAPPY)
    assert stacked.last_year.tolist() == [[2015]]
    assert stacked.values[0, 0, [-1, -4, -6]].tolist() == [41.0, 44.0, 40.0]
    assert int(np.isnan(stacked.values).sum()) == LENGTH - 3


def test_moments_as_worked_out_by_hand() -> None:
    seen = of(GAPPY)
    assert (seen.figures[0], seen.changes[0], seen.years[0], seen.z[0]) == (3, 2, 5.0, 41.0)
    assert seen.rate[0] == pytest.approx(1.0 / 5.0)
    assert seen.mean[0] == pytest.approx(125.0 / 3.0)
    assert seen.scatter[0] == pytest.approx((4.0 - 0.4) ** 2 / 2.0 + (-3.0 - 0.6) ** 2 / 3.0)


def test_the_past_knows_nothing_of_the_future() -> None:
    before = of(GAPPY, cut=1)
    assert (before.figures[0], before.changes[0], before.z[0]) == (2, 1, 44.0)
    assert of(GAPPY, cut=6).column[0] == -1


def test_memory_ends_where_it_says() -> None:
    assert of(GAPPY, memory=3).changes[0] == 1
    assert of(GAPPY, memory=2).changes[0] == 0


def test_another_source_is_another_definition() -> None:
    newer = figures([("AAA", "gini", 2016, 60.0), ("AAA", "gini", 2017, 61.0)], source="other")
    seen = of(pl.concat([GAPPY, newer]))
    assert (seen.figures[0], seen.changes[0], seen.years[0], seen.z[0]) == (5, 3, 6.0, 61.0)
    assert seen.rate[0] == pytest.approx((4.0 - 3.0 + 1.0) / 6.0)


def test_a_straight_line_has_no_scatter() -> None:
    line = figures(("AAA", "gini", 2000 + at, 30.0 + 0.1 * at) for at in range(20))
    assert of(line).scatter[0] == 0.0


@given(st.integers(0, 1000))
def test_the_order_of_rows_does_not_matter(seed: int) -> None:
    frame = walks("gini", countries=5, years=6)
    one, other = stack(frame), stack(frame.sample(fraction=1.0, shuffle=True, seed=seed))
    np.testing.assert_array_equal(one.values, other.values)
    assert (one.indicators, one.countries) == (other.indicators, other.countries)


def test_nothing_gives_nothing() -> None:
    assert stack(GAPPY.clear()).values.shape == (0, 0, LENGTH)
