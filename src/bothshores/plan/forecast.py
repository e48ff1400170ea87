"""What is to be expected without the plan: each indicator's path from the country's last figure, or no forecast."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import polars as pl

from bothshores import tables
from bothshores.plan.priors import drift_given
from bothshores.plan.scales import Numbers
from bothshores.plan.series import Counts, Moments, Stack, stack
from bothshores.plan.trends import Trend, TrendPool, series_of
from bothshores.tables.basis import Forecasts
from bothshores.vocab import Message
from bothshores.vocab import gettext_noop as _

WIDEST: Final = 100.0
"""A range whose ends differ by more than this factor says nothing: there is no forecast then (a judgement)."""
OLDEST: Final = 6
"""A last figure more than this many years before the plan's first year starts no forecast: the plan would then lie
beyond the horizons that forecasts of the past were tried on (a judgement)."""
TAIL: Final = 2.0
"""Draws are kept within this many half-widths of the 90% interval, on the scale: no single draw may run away."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """Table `forecasts`, and draws[indicator][draw, year] in the indicator's unit where there is a forecast."""

    forecasts: pl.DataFrame
    draws: dict[str, Numbers]


@dataclass(frozen=True, slots=True)
class Start:
    """Where one indicator's forecast starts: its trend, the country's moments (one row), its last figure and year."""

    trend: Trend
    seen: Moments
    figure: float
    year: int


def forecast(
    pool: TrendPool, figures: pl.DataFrame, country: str, indicators: Sequence[str], years: Sequence[int], *,
    draws: int, seed: int,
) -> Baseline:  # fmt: skip
    """Paths of the country's indicators over `years`, in the indicator's unit, from `draws` draws.

    On the indicator's scale, h years after the last figure:
    z_h = level + reach(h) drift + stretch(h) (reach(h) (b - drift) + w_1 + … + w_h), b ~ N(drift, its variance),
    w ~ N(0, v), v scaled inverse chi-squared (see `trends`). Years up to the last figure keep that figure. Draws depend
    on seed, country and indicator alone. There is no forecast without a figure, from one more than OLDEST
    years before the first of `years`, or without a pool of enough countries.
    """
    mine = stack(figures.filter((pl.col("country") == country) & pl.col("indicator").is_in(list(indicators))))
    rows: list[dict[str, Any]] = []
    paths: dict[str, Numbers] = {}
    for indicator in sorted(set(indicators)):
        start = start_of(pool, mine, indicator, min(years))
        if isinstance(start, Message):
            rows += no_forecast(pool, mine, indicator, years, start)
            continue
        generator = np.random.default_rng([seed, zlib.crc32(f"{country} {indicator}".encode())])
        drawn = draw_paths(start, np.asarray(years, dtype=np.int64), draws, generator)
        if start.trend.scale.kind == "log" and too_wide(drawn):
            text = _(
                "No forecast: past figures swing so much that the range would span a factor of more than {factor}."
            )
            said = Message.of(text, factor=f"number:{WIDEST:g}")
            rows += no_forecast(pool, mine, indicator, years, said)
            continue
        paths[indicator] = drawn
        rows += summary(indicator, years, drawn, start)
    return Baseline(tables.build(Forecasts, rows), paths)


def start_of(pool: TrendPool, mine: Stack, indicator: str, first_year: int) -> Start | Message:
    """Where the forecast for `first_year` and after starts, or why there is none."""
    if indicator not in mine.indicators or indicator not in pool.trends:
        return Message.of(_("No forecast: no source has a figure of the country."))
    trend, row = pool.trends[indicator], mine.indicators.index(indicator)
    year, figure = int(mine.last_year[row, 0]), float(mine.values[row, 0, -1])
    prior = trend.fit.prior
    if not prior.enough:
        text = _(
            "No forecast: {countries} countries have figures of three years or more, with {changes} changes between "
            "figures in all; too few to learn a trend from."
        )
        return Message.of(text, countries=f"number:{prior.repeated}", changes=f"number:{prior.changes}")
    if year < first_year - OLDEST:
        text = _("No forecast: the last figure is of {year}, more than {limit} years before the plan's first year.")
        return Message.of(text, year=f"year:{year}", limit=f"number:{OLDEST}")
    if not trend.scale.holds(figure):
        text = _("No forecast: the last figure, {value}, lies outside the range that other countries' figures have.")
        return Message.of(text, value=f"value:{indicator}:{figure:.6g}")
    return Start(trend, series_of(mine, row, trend), figure, year)


def draw_paths(start: Start, years: Counts, draws: int, generator: np.random.Generator) -> Numbers:
    """Paths [draw, year] in the indicator's unit."""
    ahead = years - start.year
    longest = int(ahead.max(initial=0))
    if longest < 1:
        return np.full((draws, len(years)), start.figure)
    scaled = draw_scaled(start, longest, draws, generator)
    paths = np.full((draws, longest + 1), start.figure)
    paths[:, 1:] = start.trend.scale.back(scaled).T
    return paths[:, np.maximum(ahead, 0)]


def too_wide(paths: Numbers) -> bool:
    """True if the 90% interval of any year spans more than WIDEST: a country at war has no trend."""
    low, high = np.quantile(paths, (0.05, 0.95), axis=0)
    return bool((high > WIDEST * np.maximum(low, 1e-12)).any())


def draw_scaled(start: Start, longest: int, draws: int, generator: np.random.Generator) -> Numbers:
    """Paths [horizon, draw] on the indicator's scale, for horizons of 1 to `longest` years."""
    fit, seen = start.trend.fit, start.seen
    variance = draw_variance(start, draws, generator)
    mean, spread = drift_given(fit.prior, seen.rate, seen.years, variance)
    deviation = np.sqrt(spread) * generator.standard_normal(draws)
    walk = np.cumsum(generator.standard_normal((longest, draws)), axis=0) * np.sqrt(variance)
    horizon = np.arange(1.0, longest + 1.0)
    reach = fit.course.reach(horizon)[:, None]
    drift = float(np.mean(mean))
    apart = fit.stretch.at(horizon)[:, None] * (reach * (mean - drift + deviation) + walk)
    half_width = np.diff(np.quantile(apart, (0.05, 0.95), axis=1), axis=0)[0][:, None] / 2.0
    return fit.course.level(seen) + reach * drift + np.clip(apart, -TAIL * half_width, TAIL * half_width)


def draw_variance(start: Start, draws: int, generator: np.random.Generator) -> Numbers:
    """Innovation variance of the country, v = (d s + scatter) / chi-squared of d + n - 1 degrees of freedom."""
    prior, seen = start.trend.fit.prior, start.seen
    freedom = prior.freedom + max(int(seen.changes[0]) - 1, 0)
    return (prior.freedom * prior.variance + seen.scatter) / generator.chisquare(freedom, draws)


def summary(indicator: str, years: Sequence[int], paths: Numbers, start: Start) -> list[dict[str, Any]]:
    """Rows of `forecasts` for one indicator."""
    low, high = np.quantile(paths, (0.05, 0.95), axis=0)
    said = basis(start)
    return [
        {
            "indicator": indicator,
            "year": year,
            "model": "pooled_trend",
            "mean": float(paths[:, at].mean()),
            "low": float(low[at]),
            "high": float(high[at]),
            "observations": int(start.seen.figures[0]),
            "pooled_countries": start.trend.fit.prior.countries,
            "message": said.text,
            "args": said.args,
        }
        for at, year in enumerate(years)
    ]


def basis(start: Start) -> Message:
    """What the forecast and its interval rest on."""
    fit = start.trend.fit
    gaps = {"year": f"year:{start.year}", "countries": f"number:{fit.prior.countries}"}
    if fit.forecasts:
        text = _(
            "From the figure of {year}, with a trend pooled over {countries} countries; the interval is as wide as "
            "{forecasts} forecasts of the past require."
        )
        return Message.of(text, forecasts=f"number:{fit.forecasts}", **gaps)
    text = _(
        "From the figure of {year}, with a trend pooled over {countries} countries; their series are too short to try "
        "forecasts of the past, so the interval is widened by a stated factor of {factor}."
    )
    return Message.of(text, factor=f"number:{fit.stretch.factor:g}", **gaps)


def no_forecast(
    pool: TrendPool, mine: Stack, indicator: str, years: Sequence[int], why: Message
) -> list[dict[str, Any]]:
    """Rows of `forecasts` that say why there is none."""
    trend = pool.trends.get(indicator)
    known = indicator in mine.indicators
    figures = int(np.sum(~np.isnan(mine.values[mine.indicators.index(indicator)]))) if known else 0
    return [
        {
            "indicator": indicator,
            "year": year,
            "model": "no_forecast",
            "observations": figures,
            "pooled_countries": trend.fit.prior.countries if trend else 0,
            "message": why.text,
            "args": why.args,
        }
        for year in years
    ]
