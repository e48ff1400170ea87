"""Which World Bank series a file holds that does not say so: its values know better than its name.

A series is known by the percentiles of its values over all countries, year by year (`catalogue/world_bank`). With
d(s) the mean absolute difference of percentiles between file and series s, in units of the series' p90 - p10, the file
is s where d(s) < NEAR and every other series is at least CLEAR times as far. Revisions of WDI move d by less than 0.01;
two different series of the catalogue lie at least 0.08 apart.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cache

import numpy as np
import numpy.typing as npt
import polars as pl

from bothshores.catalogue.reading import folder
from bothshores.evidence import places

Floats = npt.NDArray[np.float64]
SHARES = (0.10, 0.25, 0.50, 0.75, 0.90)
NEAR, CLEAR, FEWEST = 0.015, 3.0, 15


@cache
def known() -> dict[str, dict[int, Floats]]:
    """Percentiles by series and year."""
    text = folder("world_bank").joinpath("quantiles.csv").read_text(encoding="utf-8")
    series: dict[str, dict[int, Floats]] = defaultdict(dict)
    for row in csv.DictReader(text.splitlines()):
        series[row["code"]][int(row["year"])] = np.array([float(row[f"p{share * 100:.0f}"]) for share in SHARES])
    return dict(series)


def percentiles(values: pl.DataFrame) -> dict[int, Floats]:
    """Percentiles by year of a table with country, year, value; years with few countries say nothing."""
    years = {year for series in known().values() for year in series}
    kept = values.filter(pl.col("country").is_in(list(places.iso3())) & pl.col("year").is_in(list(years)))
    return {
        int(year): np.quantile(group["value"].to_numpy(), SHARES)
        for (year,), group in kept.group_by("year")
        if group.height >= FEWEST
    }


def distances(values: pl.DataFrame) -> list[tuple[float, str]]:
    """Every series with its distance, the nearest first; none where the file has too few countries."""
    mine = percentiles(values)
    measured = []
    for code, series in known().items():
        if common := sorted(mine.keys() & series.keys()):
            apart = [np.abs(mine[year] - series[year]).mean() / (series[year][-1] - series[year][0]) for year in common]
            measured.append((float(np.mean(apart)), code))
    return sorted(measured)


def identify(values: pl.DataFrame) -> str:
    """The code of the series that these values are, or empty where none is clearly the nearest."""
    match distances(values):
        case [(first, code), (second, _), *_] if first < NEAR and second > CLEAR * first:
            return code
    return ""
