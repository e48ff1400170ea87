"""Where the country stands: its newest observed figure on each indicator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from bothshores.catalogue.templates import TargetGroup


@dataclass(frozen=True, slots=True)
class Latest:
    """Newest figure of an indicator, in the indicator's unit, with its year and source."""

    value: float
    year: int
    source: str


Standing = Mapping[str, Latest]


def standing(figures: pl.DataFrame, country: str) -> dict[str, Latest]:
    """Newest figure by indicator. Projections are left out: a plan starts from what has been seen."""
    mine = figures.lazy().filter((pl.col("country") == country) & (pl.col("status") != "projected"))
    newest = mine.sort("indicator", "year").group_by("indicator", maintain_order=True).last().collect()
    return {
        indicator: Latest(float(value), int(year), source)
        for indicator, value, year, source in newest.select("indicator", "value", "year", "source").iter_rows()
    }


def persons(standing: Standing, group: TargetGroup) -> float | None:
    """Persons of whom a share is the target group; None where no count or not every factor is known."""
    counted = [standing[name].value for name in (group.of, *group.plus) if name in standing]
    part = product(standing, group.times)
    return sum(counted) * part if counted and part is not None else None


def product(standing: Standing, indicators: tuple[str, ...]) -> float | None:
    """Product of the indicators' figures; None where one is missing."""
    result = 1.0
    for indicator in indicators:
        if indicator not in standing:
            return None
        result *= standing[indicator].value
    return result
