"""Several studies of one effect become one, and say how far the next study may lie from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pooled:
    """Mean over studies, its variance, and the variance of true effects between studies, in the studies' unit."""

    mean: float
    variance: float
    between: float


def inverse_variance(variances: Sequence[float] | Numbers, between: float = 0.0) -> Numbers:
    """Weights 1 / (variance + between) [studies], not summed to 1."""
    return np.asarray(1.0 / (np.asarray(variances, dtype=np.float64) + between))


def pooled(effects: Sequence[float], variances: Sequence[float], between: float) -> Pooled:
    """Weighted mean of effects whose true values differ with variance `between`."""
    weights = inverse_variance(variances, between)
    return Pooled(float(np.average(effects, weights=weights)), float(1.0 / weights.sum()), between)


def random_effects(effects: Sequence[float], variances: Sequence[float]) -> Pooled:
    """DerSimonian and Laird's random-effects mean of at least two studies.

    Q = sum w (y - mean)^2 with w = 1 / variance; between = max(0, (Q - (k - 1)) / (sum w - sum w^2 / sum w)).
    """
    y, w = np.asarray(effects, dtype=np.float64), inverse_variance(variances)
    mean = np.average(y, weights=w)
    excess = float((w * (y - mean) ** 2).sum()) - (len(y) - 1)
    return pooled(effects, variances, max(0.0, excess / float(w.sum() - (w**2).sum() / w.sum())))
