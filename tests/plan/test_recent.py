"""Which figures are recent, and a spread that outliers and piled-up figures do not spoil."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from plan.planted import figures

from bothshores.plan.recent import AGE_LIMIT, latest, newest_year, recent, robust_deviation

THREE = figures(
    [
        ("AAA", "gini", 2024, 40.0),
        ("AAA", "gini", 2020, 38.0),
        ("BBB", "gini", 2024 - AGE_LIMIT, 30.0),
        ("CCC", "gini", 2023 - AGE_LIMIT, 50.0),
    ]
)


def test_the_newest_figure_of_each_country_of_any_age() -> None:
    assert latest(THREE).select("country", "value").rows() == [("AAA", 40.0), ("BBB", 30.0), ("CCC", 50.0)]


def test_age_is_counted_from_the_newest_figure_of_all() -> None:
    assert recent(THREE)["country"].to_list() == ["AAA", "BBB"]


def test_a_projection_is_no_figure_to_stand_on() -> None:
    projected = THREE.with_columns(year=pl.col("year") + 30, status=pl.lit("projected").cast(THREE["status"].dtype))
    both = pl.concat([THREE, projected])
    assert newest_year(both) == 2024
    assert recent(both).equals(recent(THREE))


def test_nothing_gives_nothing() -> None:
    assert newest_year(THREE.clear()) is None
    assert recent(THREE.clear()).is_empty()


def spread(values: list[float]) -> float:
    return float(pl.DataFrame({"x": values}).select(robust_deviation(pl.col("x"))).item())


def test_it_is_the_standard_deviation_of_a_normal_distribution() -> None:
    drawn = np.random.default_rng(1).normal(5.0, 2.0, 20_000).tolist()
    assert spread(drawn) == pytest.approx(2.0, rel=0.03)


def test_an_outlier_does_not_move_it() -> None:
    drawn = np.random.default_rng(1).normal(5.0, 2.0, 200).tolist()
    assert spread([*drawn, 1e9]) == pytest.approx(spread(drawn), rel=0.05)


def test_it_is_not_zero_where_most_figures_are_the_same() -> None:
    assert spread([1.0] * 70 + [0.2] * 30) > 0.1
