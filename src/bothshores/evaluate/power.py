"""The smallest effect a study can find, in standard deviations of the outcome across people.

MDE = (z(1 - alpha / 2) + z(power)) * sqrt(f / (P (1 - P) N)) with N people, a part P of them served, and f what the
design adds to the variance of a plain lottery (Bloom 1995; Duflo, Glennerster and Kremer 2007).
"""

from __future__ import annotations

from functools import cache
from math import pi, sqrt
from statistics import NormalDist

ALPHA = 0.05
POWER = 0.8

CLUSTER_SIZE = 25
"""People asked in each place: an assumption of the calculation."""

INTRACLUSTER = 0.05
"""Part of the variance that lies between places: an assumption; incomes and work in surveys often lie near it."""

AUTOCORRELATION = 0.5
"""Correlation of one person's outcome in two years: an assumption between noisy profits (0.25) and schooling (0.8)."""

LOST_A_YEAR = 0.05
"""Part of the people that a study loses each year: an assumption."""


@cache
def multiplier(alpha: float = ALPHA, power: float = POWER) -> float:
    """Standard errors that an effect must measure to be found with this power in a two-sided test; 2.80 by default."""
    normal = NormalDist()
    return normal.inv_cdf(1 - alpha / 2) + normal.inv_cdf(power)


def smallest_effect(served: float, others: float, factor: float = 1.0) -> float:
    """Smallest detectable effect with so many people served and others. Both must be above 0."""
    people = served + others
    part = served / people
    return multiplier() * sqrt(factor / (part * (1 - part) * people))


def by_places(size: float = CLUSTER_SIZE, correlation: float = INTRACLUSTER) -> float:
    """Factor for drawing whole places: 1 + (size - 1) * intracluster correlation."""
    return 1 + (size - 1) * correlation


def before_and_after(before: int, after: int, correlation: float = AUTOCORRELATION) -> float:
    """Factor for differences in differences over rounds before and after, under one correlation between any two
    rounds: (1 - rho) (1 / before + 1 / after) (McKenzie 2012; Burlig, Preonas and Woerman 2020 for other patterns)."""
    return (1 - correlation) * (1 / before + 1 / after)


def at_a_threshold() -> float:
    """Factor for a cut-off in the middle of a normal score: 1 / (1 - 2 / pi), about 2.75 (Goldberger 1972)."""
    return 1 / (1 - 2 / pi)


def one_against(donors: int, after: int, correlation: float = AUTOCORRELATION) -> float:
    """Smallest effect on one place against the mean of others, in standard deviations of the yearly gap between them:
    z * sqrt((1 + 1 / donors) (1 + (after - 1) rho) / after)."""
    return multiplier() * sqrt((1 + 1 / donors) * (1 + (after - 1) * correlation) / after)


def still_there(people: float, years: float) -> float:
    """People a study still finds after some years."""
    return float(people * (1 - LOST_A_YEAR) ** years)
