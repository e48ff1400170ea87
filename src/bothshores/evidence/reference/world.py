"""The fictional world: how every indicator of every fictional country moves, and where the reference country lags.

On its scale an indicator is a random walk: z(t+1) = z(t) + drift + innovation, with the country's drift normal around
the world's. `world.csv` holds the parameters; they are invented, in the range where real countries lie.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bothshores.catalogue import indicators
from bothshores.evidence.reference.needs import Need, planted_needs
from bothshores.evidence.reference.streams import stream
from bothshores.vocab import FICTIONAL_CODES, REFERENCE

Numbers = NDArray[np.float64]
FIRST, NOW, LAST = 2000, 2024, 2035
"""Years of the series: known until NOW, hidden after it."""
YEARS: Final = range(FIRST, LAST + 1)
DESTINATIONS: Final = FICTIONAL_CODES[-10:]
"""Richer countries, to which people go."""
SLOWER: Final = 1.5
"""Standard deviations by which a need's drift is worse than the world's, where the country falls further behind."""
SHARED: Final = 0.6
"""Part of the differences between countries that comes from one cause, how rich they are."""


@dataclass(frozen=True, slots=True)
class Course:
    """How one series moves on its scale: level and spread between countries in NOW, yearly drift, innovations."""

    name: str
    scale: str
    centre: float
    between: float
    drift: float
    drift_between: float
    innovation: float

    def forward(self, value: float) -> float:
        """From the unit to the scale."""
        if self.scale == "logit":
            return float(np.log(value / (1.0 - value)))
        return float(np.log(value)) if self.scale == "log" else value

    def back(self, z: Numbers) -> Numbers:
        """From the scale to the unit."""
        if self.scale == "logit":
            return np.asarray(1.0 / (1.0 + np.exp(-z)))
        return np.exp(z) if self.scale == "log" else z


@cache
def courses() -> tuple[Course, ...]:
    """Every series of the world."""
    text = resources.files(__package__).joinpath("world.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return tuple(Course(row.pop("indicator"), row.pop("scale"), *map(float, row.values())) for row in rows)


@dataclass(frozen=True, slots=True)
class World:
    """series[name][country, year] in the unit of the indicator or part; `needs` are those of the reference country."""

    seed: int
    needs: tuple[Need, ...]
    series: dict[str, Numbers]


def make_world(seed: int) -> World:
    """Every series of every fictional country from FIRST to LAST."""
    needs = planted_needs(seed, [course.name for course in courses()])
    by_name = {need.indicator: need for need in needs}
    rich = stream(seed, "riches").standard_normal(len(FICTIONAL_CODES))
    rich = np.where(np.isin(FICTIONAL_CODES, DESTINATIONS), rich + 2.0, rich)
    rich[FICTIONAL_CODES.index(REFERENCE)] *= 0.3
    paths = {course.name: path(course, seed, rich, by_name.get(course.name)) for course in courses()}
    return World(seed, needs, paths)


def path(course: Course, seed: int, rich: Numbers, need: Need | None) -> Numbers:
    """One series [country, year]: its level in NOW, and the walk backwards and forwards from there."""
    generator, countries = stream(seed, course.name), len(FICTIONAL_CODES)
    good = good_of(course.name)
    apart = SHARED * good * rich + np.sqrt(1 - SHARED**2) * generator.standard_normal(countries)
    drift = course.drift + course.drift_between * generator.standard_normal(countries)
    steps = course.innovation * generator.standard_normal((countries, len(YEARS)))
    here = FICTIONAL_CODES.index(REFERENCE)
    if judged(course.name):
        lag = need.gap if need else generator.normal(-0.1, 0.4)
        apart[here] = good * (SHARED * rich[here] - lag)
        if need and need.slower:
            drift[here] = course.drift - SLOWER * good * course.drift_between
    walk = np.cumsum(steps + drift[:, None], axis=1)
    level = course.forward(course.centre) + course.between * apart
    return course.back(level[:, None] + walk - walk[:, [NOW - FIRST]])


def good_of(name: str) -> int:
    """+1 where richer countries have more of it, -1 where they have less."""
    if name == "net_migration_rate":
        return 1
    if name in ("emigrant_share", "remittance_share", "oda_share"):
        return -1
    return (indicators()[name].direction.sign or 1) if name in indicators() else 1


def judged(name: str) -> bool:
    """True for an indicator of which more is better or worse, and that is no product of other series."""
    return name in indicators() and indicators()[name].direction.sign != 0 and name != "gdp_per_capita_usd"
