"""How good the forecasts are: hide the last years of every series, forecast them, and compare with what came."""

from __future__ import annotations

from typing import Final

import numpy as np
import polars as pl

from bothshores.plan.forecast import forecast
from bothshores.plan.recent import SEEN
from bothshores.plan.trends import TrendPool, pool_trends

MISSED: Final = 2.0 / 0.1
"""Weight of what lies outside a 90% interval in its score."""


def backtest(
    figures: pl.DataFrame, *, years: int = 5, length: int | None = None, draws: int = 400, seed: int = 1
) -> pl.DataFrame:
    """Held-out figures beside their forecasts, in the indicator's unit.

    Hidden are each series' figures of its last `years` years; the pool is learnt from the rest alone, cut to the last
    `length` years where that is given. Columns: indicator, country, year, horizon (years after the last figure known),
    actual, known (that figure: what persistence would say), median, low and high (5% and 95% quantiles).
    """
    last = pl.col("year").max().over("country", "indicator")
    seen = figures.filter(SEEN)
    known, hidden = seen.filter(pl.col("year") <= last - years), seen.filter(pl.col("year") > last - years)
    if length is not None:
        known = known.filter(pl.col("year") > last - length)
    pool = pool_trends(known)
    parts = [forecast_hidden(pool, known, part, draws, seed) for part in hidden.partition_by("country")]
    return pl.concat(parts).sort("indicator", "country", "year")


def forecast_hidden(pool: TrendPool, known: pl.DataFrame, hidden: pl.DataFrame, draws: int, seed: int) -> pl.DataFrame:
    """One country's hidden figures beside their forecasts."""
    country, years = hidden["country"][0], hidden["year"].unique().sort().to_list()
    mine = known.filter(pl.col("country") == country)
    paths = forecast(pool, mine, country, hidden["indicator"].unique().sort().to_list(), years, draws=draws, seed=seed)
    quantiles = [
        pl.DataFrame(np.quantile(drawn, (0.05, 0.5, 0.95), axis=0).T, schema=["low", "median", "high"]).with_columns(
            pl.lit(indicator).alias("indicator"), pl.Series("year", years, dtype=pl.Int64)
        )
        for indicator, drawn in paths.draws.items()
    ]
    empty = pl.DataFrame(
        schema={"low": pl.Float64, "median": pl.Float64, "high": pl.Float64, "indicator": pl.String, "year": pl.Int64}
    )
    newest = mine.sort("year").group_by("indicator").last().select("indicator", since="year", known="value")
    return (
        hidden.join(pl.concat([empty, *quantiles]), on=["indicator", "year"])
        .join(newest, on="indicator")
        .select(
            "indicator", "country", "year", horizon=pl.col("year") - pl.col("since"), actual="value", known="known",
            median="median", low="low", high="high",
        )
    )  # fmt: skip


def score(tried: pl.DataFrame, by: str = "indicator") -> pl.DataFrame:
    """Coverage of the 90% interval, mean absolute error, and that error over the one of persistence, for each group.

    `interval` is the mean interval score, over the error of persistence: width + 20 (what a figure lies outside); the
    smaller, the better (Gneiting and Raftery 2007, "Strictly proper scoring rules").
    """
    error = (pl.col("actual") - pl.col("median")).abs().mean()
    persistence = (pl.col("actual") - pl.col("known")).abs().mean()
    inside = pl.col("actual").is_between("low", "high").mean()
    missed = (pl.col("low") - pl.col("actual")).clip(0.0) + (pl.col("actual") - pl.col("high")).clip(0.0)
    interval = (pl.col("high") - pl.col("low") + MISSED * missed).mean()
    return (
        tried.group_by(by)
        .agg(
            figures=pl.len(), coverage=inside, error=error, persistence=persistence, ratio=error / persistence,
            interval=interval / persistence,
        )
        .sort(by)
    )  # fmt: skip
