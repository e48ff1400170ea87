"""All series of all indicators side by side, each ending at its last figure, and what a stretch of them says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from bothshores.plan.recent import SEEN
from bothshores.plan.scales import Numbers

LENGTH: Final = 40
"""Years kept before the last figure of a series: what lies further back says little about the years to come."""
ROUNDING: Final = 1e-9
"""A scatter below this part of the squared changes is what is left of a straight line after rounding: none."""
Counts = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Stack:
    """values[indicator, country, age], NaN where there is no figure; the last column is the series' last figure.

    `sources` has the same shape (a number for each source), `last_year[indicator, country]` is 0 without any figure.
    """

    indicators: list[str]
    countries: list[str]
    values: Numbers
    sources: Counts
    last_year: Counts


def stack(figures: pl.DataFrame) -> Stack:
    """Lay out all figures that are no projections; the order of rows does not matter."""
    seen = figures.lazy().filter(SEEN).select("indicator", "country", "source", "year", "value").collect()
    names = {column: seen[column].unique().sort().to_list() for column in ("indicator", "country", "source")}
    at, whose, source = (
        seen[column].cast(pl.Enum(found)).to_physical().cast(pl.Int64).to_numpy() for column, found in names.items()
    )
    year, shape = seen["year"].to_numpy(), (len(names["indicator"]), len(names["country"]))
    last = np.zeros(shape, dtype=np.int64)
    np.maximum.at(last, (at, whose), year)
    age = last[at, whose] - year
    kept = age < LENGTH
    place = (at[kept], whose[kept], LENGTH - 1 - age[kept])
    values, sources = np.full((*shape, LENGTH), np.nan), np.zeros((*shape, LENGTH), dtype=np.int64)
    values[place], sources[place] = seen["value"].to_numpy()[kept], source[kept]
    return Stack(names["indicator"], names["country"], values, sources, last)


@dataclass(frozen=True, slots=True)
class Track:
    """One indicator on its scale, for many countries: level z[country, age] and its changes.

    A change runs from the figure before (`previous`, a column) over `gap` years; it counts (`counts`) only between
    figures of one source, since another source is another definition.
    """

    z: Numbers
    observed: Flags
    newest: Counts
    previous: Counts
    counts: Flags
    change: Numbers
    gap: Numbers


def track(z: Numbers, sources: Counts) -> Track:
    """Changes between neighbouring figures of each country."""
    observed, columns = ~np.isnan(z), np.arange(z.shape[1])
    newest = np.maximum.accumulate(np.where(observed, columns, -1), axis=1)
    previous = np.concatenate([np.full((len(z), 1), -1), newest[:, :-1]], axis=1)
    before = np.maximum(previous, 0)
    same = np.take_along_axis(sources, before, axis=1) == sources
    counts = observed & (previous >= 0) & same
    change = np.where(counts, z - np.take_along_axis(z, before, axis=1), 0.0)
    return Track(z, observed, newest, previous, counts, change, np.where(counts, columns - previous, 0.0))


@dataclass(frozen=True, slots=True)
class Moments:
    """What each country's series says up to a column, over the memory before its last figure there.

    `column` of that figure (-1: none), its level `z`, the `mean` level, number of `figures` and `changes`, the `years`
    those span, their mean `rate` a year, and the `scatter` sum((change - gap rate)^2 / gap).
    """

    column: Counts
    z: Numbers
    mean: Numbers
    figures: Counts
    changes: Counts
    years: Numbers
    rate: Numbers
    scatter: Numbers


def moments(series: Track, end: int, memory: int) -> Moments:
    """Moments of each country's figures up to column `end`, over the last `memory` years before its newest one."""
    part, columns = slice(end + 1), np.arange(end + 1)
    column = series.newest[:, end]
    since = (column - memory)[:, None]
    inside = series.observed[:, part] & (columns >= since)
    used = series.counts[:, part] & inside & (series.previous[:, part] >= since)
    change, gap = series.change[:, part] * used, series.gap[:, part] * used
    years = gap.sum(axis=1)
    rate = change.sum(axis=1) / np.maximum(years, 1.0)
    squares = (change**2 / np.maximum(gap, 1.0)).sum(axis=1)
    scatter = squares - rate**2 * years
    figures = inside.sum(axis=1)
    level = np.where(inside, series.z[:, part], 0.0).sum(axis=1)
    z = series.z[np.arange(len(series.z)), column]
    return Moments(
        column=column,
        z=np.where(column >= 0, z, np.nan),
        mean=level / np.maximum(figures, 1),
        figures=figures,
        changes=used.sum(axis=1),
        years=years,
        rate=rate,
        scatter=np.where(scatter > ROUNDING * squares, scatter, 0.0),
    )
