"""Figures recent enough to compare countries by; age is counted from the newest figure of all, not from a clock."""

from __future__ import annotations

from typing import Final

import polars as pl

AGE_LIMIT: Final = 12
"""Oldest figure that is compared, in years before the newest figure of all: surveys of poverty, literacy or stunting
come every three to ten years, and a decade-old one is still the country's latest word."""
SEEN: Final = pl.col("status") != "projected"
"""Plans start from what was observed or estimated; a publisher's projection is no figure to stand on."""


def newest_year(figures: pl.DataFrame) -> int | None:
    """Year of the newest figure that is no projection; None without any."""
    year = figures.lazy().filter(SEEN).select(pl.col("year").max()).collect().item()
    return None if year is None else int(year)


def latest(figures: pl.DataFrame) -> pl.DataFrame:
    """The newest figure of each country and indicator, of any age: the rows of `figures`, sorted by key."""
    seen = figures.lazy().filter(SEEN)
    newest = seen.filter(pl.col("year") == pl.col("year").max().over("country", "indicator"))
    return newest.sort("country", "indicator").collect()


def recent(figures: pl.DataFrame) -> pl.DataFrame:
    """The newest figure of each country and indicator that is not older than AGE_LIMIT years."""
    newest = newest_year(figures)
    return latest(figures.filter(pl.col("year") >= newest - AGE_LIMIT)) if newest is not None else figures.clear()


def robust_deviation(values: pl.Expr) -> pl.Expr:
    """Standard deviation that outliers do not move; both terms are that of a normal distribution.

    max(1.4826 median|x - median|, (q90 - q10) / 2.563): the first is 0 or tiny where most countries pile up at one end
    (everybody has electricity), and would make small gaps look huge.
    """
    central = 1.4826 * (values - values.median()).abs().median()
    return pl.max_horizontal(central, (values.quantile(0.9, "linear") - values.quantile(0.1, "linear")) / 2.563)
