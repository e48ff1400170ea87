"""How fast each indicator moves, and how unevenly, pooled over all countries; computed once for many of them.

On the indicator's scale (see `scales`) a country's yearly change is its drift plus an innovation. Drifts are normal
around the pool's drift, innovation variances scaled inverse chi-squared around the pool's variance (see `priors`): a
country with few figures is drawn to the pool, one with many stands on its own. How the trend is carried on, and how
wide the interval has to be, is learnt from forecasts of the past (see `hindcast`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from bothshores.catalogue import indicators
from bothshores.plan.hindcast import Fit, tune
from bothshores.plan.peers import origins
from bothshores.plan.recent import recent, robust_deviation
from bothshores.plan.scales import Scale, choose_scale
from bothshores.plan.series import LENGTH, Moments, Stack, moments, stack, track


@dataclass(frozen=True, slots=True)
class Trend:
    """One indicator's scale and what all countries say of its course."""

    scale: Scale
    fit: Fit


@dataclass(frozen=True, slots=True)
class TrendPool:
    """Trends by indicator; the robust standard deviation of each among origin countries."""

    trends: dict[str, Trend]
    deviations: dict[str, float]


def pool_trends(figures: pl.DataFrame) -> TrendPool:
    """Pool the yearly changes of every indicator over the countries of `figures` (all of them, not one country's)."""
    world = stack(figures)
    trends = {indicator: pooled(world, row) for row, indicator in enumerate(world.indicators)}
    return TrendPool(trends, deviations(figures))


def pooled(world: Stack, row: int) -> Trend:
    """Scale and course of one indicator."""
    values = world.values[row]
    entry = indicators().get(world.indicators[row])
    scale = choose_scale(values[~np.isnan(values)], bounded=entry is not None and entry.bounded)
    return Trend(scale, tune(track(scale.forward(values), world.sources[row])))


def deviations(figures: pl.DataFrame) -> dict[str, float]:
    """Robust standard deviation of the recent figures of all origin countries, in the indicator's unit."""
    among = recent(figures).filter(pl.col("country").is_in(origins(figures)))
    found = among.group_by("indicator").agg(robust_deviation(pl.col("value")).alias("deviation")).sort("indicator")
    return dict(found.iter_rows())


def series_of(stacked: Stack, row: int, trend: Trend) -> Moments:
    """Moments of one indicator's series on its scale, over the memory of the trend's course."""
    series = track(trend.scale.forward(stacked.values[row]), stacked.sources[row])
    return moments(series, LENGTH - 1, trend.fit.course.memory)
