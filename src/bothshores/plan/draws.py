"""Random numbers, each kind from a stream of its own, so that a new measure changes nobody else's draws."""

from __future__ import annotations

import zlib
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bothshores.plan.assumptions import Range
from bothshores.tables.terms import PlanTerms

Draws = NDArray[np.float64]
Q95: Final = 1.6448536269514722
"""95% quantile of the standard normal distribution."""


def normals(name: str, terms: PlanTerms) -> Draws:
    """Standard normal draws [2 * draws] that depend on seed and name alone.

    The first half is for choosing, the second, fresh, for telling what comes of the choice.
    """
    key = zlib.crc32(name.encode())
    halves = [np.random.default_rng([terms.seed, key, half]).standard_normal(terms.draws) for half in (0, 1)]
    return np.concatenate(halves)


def spread_over(name: str, range_: Range, terms: PlanTerms) -> Draws:
    """Draws [2 * draws] with median `central` and one in twenty below `low` and above `high`.

    x = central * (high / central)^(z / q95) for z > 0, central * (low / central)^(-z / q95) otherwise (a lognormal of
    two halves); where `low` is not positive, a normal of two halves that ends at 0.
    """
    z = normals(name, terms) / Q95
    low, central, high = range_.low, range_.central, range_.high
    if low > 0:
        side = np.where(z > 0, np.log(high / central), np.log(central / low))
        return np.asarray(central * np.exp(side * z), dtype=np.float64)
    return np.maximum(central + np.where(z > 0, high - central, central - low) * z, 0.0)
