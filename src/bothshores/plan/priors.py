"""What the countries together say of a country's drift and of the size of its innovations (method of moments)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.special import digamma, polygamma

from bothshores.plan.scales import Numbers
from bothshores.plan.series import Moments

COUNTRIES_NEEDED: Final = 20
CHANGES_NEEDED: Final = 60
"""Fewer countries with two changes or more, or fewer changes in all, are no pool to draw on: no forecast then. One
change a country cannot tell lasting differences between countries from passing ones."""
LIKE_COUNTRIES: Final = 40.0
"""Degrees of freedom that stand for countries with innovations of the same size."""
OUTLYING: Final = 3.0
"""Log variances farther out than this many robust deviations count as if they lay there."""
CALMING: Final = 10.0
"""Degrees of freedom added to the pool's: storms pass, so a country's past scatter says less of the years to come than
of its past. Chosen by the interval score of held-out figures (see `backtest`)."""
DRIFT_PART: Final = 0.05
"""Smallest part of the spread of observed drifts that is taken for real differences between countries."""


@dataclass(frozen=True, slots=True)
class Prior:
    """Pool of drifts and innovations, a year, on the indicator's scale, and what it rests on.

    `countries` have a change, `repeated` of them two or more.
    """

    drift: float
    drift_variance: float
    variance: float
    freedom: float
    countries: int
    changes: int
    repeated: int

    @property
    def enough(self) -> bool:
        """True if the pool is large enough to forecast from."""
        return self.repeated >= COUNTRIES_NEEDED and self.changes >= CHANGES_NEEDED


@dataclass(frozen=True, slots=True)
class Posterior:
    """A country's drift (`mean`, `variance`) and its expected innovation variance, one entry a country."""

    mean: Numbers
    variance: Numbers
    innovation: Numbers


def estimate(seen: Moments) -> Prior:
    """Prior from all countries' moments; medians and median deviations, so that no single country steers it.

    drift = median rate; drift_variance = (1.4826 median|rate - drift|)^2 - median(v_i / years_i);
    variance and freedom from the log variances (Smyth 2004, "Linear models and empirical Bayes methods").
    """
    has = seen.changes > 0
    countries, changes = int(has.sum()), int(seen.changes.sum())
    if not countries:
        return Prior(0.0, 0.0, 0.0, LIKE_COUNTRIES, 0, 0, 0)
    variance, freedom = innovations(seen.scatter[has], (seen.changes[has] - 1).astype(np.float64))
    own = (freedom * variance + seen.scatter[has]) / (freedom + np.maximum(seen.changes[has] - 1, 0))
    rate = seen.rate[has]
    drift = float(np.median(rate))
    total = float(1.4826 * np.median(np.abs(rate - drift))) ** 2
    between = total - float(np.median(own / seen.years[has]))
    repeated = int((seen.changes > 1).sum())
    return Prior(drift, max(between, DRIFT_PART * total), variance, freedom, countries, changes, repeated)


def innovations(scatter: Numbers, freedom: Numbers) -> tuple[float, float]:
    """Pooled innovation variance s and degrees of freedom d from each country's scatter.

    ln(scatter / f) has mean ln s + digamma(f/2) - ln(f/2) - digamma(d/2) + ln(d/2), variance trigamma(f/2) +
    trigamma(d/2). Countries without scatter (one change, or a straight line) say nothing of it. CALMING is added to d.
    """
    known = (scatter > 0) & (freedom >= 1)
    if known.sum() < 2:
        return 0.0, LIKE_COUNTRIES + CALMING
    half = freedom[known] / 2.0
    logs = pulled_in(np.log(scatter[known] / freedom[known]) - digamma(half) + np.log(half))
    excess = float(np.var(logs, ddof=1) - np.mean(polygamma(1, half)))
    free = min(2.0 * inverse_trigamma(excess), LIKE_COUNTRIES) if excess > 0 else LIKE_COUNTRIES
    return float(np.exp(np.mean(logs) + digamma(free / 2.0) - np.log(free / 2.0))), free + CALMING


def pulled_in(values: Numbers) -> Numbers:
    """Values farther than OUTLYING robust deviations from the median, pulled in to there."""
    middle = np.median(values)
    reach = OUTLYING * 1.4826 * np.median(np.abs(values - middle))
    return np.clip(values, middle - reach, middle + reach)


def inverse_trigamma(value: float) -> float:
    """x with trigamma(x) = value > 0, by Newton's method on 1/trigamma, which is nearly straight (Smyth 2004)."""
    x = 0.5 + 1.0 / value
    for _step in range(50):
        at = float(polygamma(1, x))
        step = at * (1.0 - at / value) / float(polygamma(2, x))
        x += step
        if abs(step) < 1e-10 * x:
            break
    return x


def posterior(prior: Prior, seen: Moments) -> Posterior:
    """Each country's drift: its own rate and the pool's, weighted by 1 / variance."""
    freedom = prior.freedom + np.maximum(seen.changes - 1, 0)
    innovation = (prior.freedom * prior.variance + seen.scatter) / freedom
    return Posterior(*drift_given(prior, seen.rate, seen.years, innovation), innovation)


def drift_given(prior: Prior, rate: Numbers, years: Numbers, innovation: Numbers) -> tuple[Numbers, Numbers]:
    """Mean and variance of a drift where the innovation variance is known.

    mean = (drift v + rate years t) / (v + years t), variance = t v / (v + years t), t = drift_variance.
    """
    spread = innovation + years * prior.drift_variance
    safe = np.where(spread > 0.0, spread, 1.0)
    mean = np.where(spread > 0.0, (prior.drift * innovation + rate * years * prior.drift_variance) / safe, prior.drift)
    return mean, np.where(spread > 0.0, prior.drift_variance * innovation / safe, prior.drift_variance)
