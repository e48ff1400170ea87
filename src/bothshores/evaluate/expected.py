"""The effect the plan counts on, in standard deviations of the outcome across people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, NamedTuple

import polars as pl

from bothshores.catalogue import Template

TO_DEVIATIONS = {"SD": 1.0, "SMD": 1.0, "percentage points": 0.01 / 0.5, "percent": 0.01}
"""Factor by unit of the study. A share is taken near one half, where its standard deviation is greatest (0.5), and an
income's standard deviation as equal to its mean: both assumptions keep the effect small rather than large."""


class Reading(NamedTuple):
    """An effect in standard deviations, its weight 1 / variance, and the years after which it was measured."""

    size: float
    weight: float
    horizon: float


class Expected(NamedTuple):
    """The effect a measure counts on, in standard deviations, and the indicator it is on."""

    size: float
    indicator: str


def expected_by_measure(
    effect_uses: pl.DataFrame, templates: Mapping[str, Template], looks: Mapping[str, float] | None = None
) -> dict[str, Expected]:
    """Expected effect by measure (`templates` by measure), where scored effects are in a unit that can be converted.

    Of the readings on one indicator those nearest in time to the look count, weighed by 1 / variance, nulls as 0: an
    effect that fades must not be promised by its first years, nor a late one denied by them. `looks`: years after which
    the study looks, by measure; else the template's second look. The greatest over indicators counts.
    """
    looks = {name: template.long_window_years for name, template in templates.items()} | dict(looks or {})
    found: dict[str, defaultdict[str, list[Reading]]] = {}
    for use in effect_uses.filter(pl.col("scored")).iter_rows(named=True):
        if use["unit"] in TO_DEVIATIONS and use["spread"]:
            by_indicator = found.setdefault(use["measure"], defaultdict(list))
            by_indicator[use["indicator"]].append(reading(use, take_up(use, templates.get(use["measure"]))))
    return {
        measure: max(
            Expected(abs(weighed(nearest(readings, looks.get(measure)))), indicator)
            for indicator, readings in by_indicator.items()
        )
        for measure, by_indicator in found.items()
    }


def reading(use: Mapping[str, Any], part: float) -> Reading:
    """One effect on everybody reached, of whom only a part does what the effect is of."""
    factor = TO_DEVIATIONS[use["unit"]] * part
    variance = (use["shrink"] * use["spread"] ** 2 + (use["transfer_spread"] or 0.0) ** 2) * factor**2
    size = (use["published"] or 0.0) * use["shrink"] * factor
    return Reading(size, 1 / variance if variance else 0.0, use["horizon_years"] or 0.0)


def nearest(readings: list[Reading], look: float | None) -> list[Reading]:
    """The readings whose horizon is nearest to the look; all of them where nobody says when that is."""
    if look is None:
        return readings
    away = [abs(reading.horizon - look) for reading in readings]
    return [reading for reading, distance in zip(readings, away, strict=True) if distance == min(away)]


def take_up(use: Mapping[str, Any], template: Template | None) -> float:
    """Part of the people reached who do what the effect is of."""
    links = template.effects if template else ()
    same = (link for link in links if link.effect == use["effect"] and link.indicator == use["indicator"])
    return next((link.take_up for link in same), 1.0)


def weighed(readings: list[Reading]) -> float:
    """Mean weighted by 1 / variance."""
    total = sum(reading.weight for reading in readings)
    return sum(reading.size * reading.weight for reading in readings) / total if total else 0.0
