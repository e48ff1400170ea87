"""The sceptical prior: published effects are drawn towards zero, the more the less precise they are for their unit."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from statistics import NormalDist, median

from bothshores.catalogue import Effect, effects

SUCCESSES = "E055"
"""Row of the library: the share of 652 trial estimates of labour-market programmes that are positive and significant.
Nobody has counted other fields; it is taken for all of them, which is a judgement."""
ENOUGH = 3
"""Studies from which a usual spread is learnt; with fewer, the row's own spread stands for it."""
SAME_UNIT = {"percent of baseline mean": "percent", "SMD": "SD"}
Pool = tuple[str, bool]


@dataclass(frozen=True, slots=True)
class Posterior:
    """A published effect under the prior normal(0, prior): mean = shrink * published, in the unit of the study."""

    prior: float
    shrink: float
    mean: float
    spread: float


def unit_of(effect: Effect) -> str:
    """The unit under which effects are compared: differences in standard deviations go by two names."""
    return SAME_UNIT.get(effect.unit, effect.unit)


def pool_of(effect: Effect) -> Pool:
    """Effects whose spreads are compared: one unit; use of what was offered apart from what comes of it."""
    return unit_of(effect), effect.field == "take_up"


def clear_ratio() -> float:
    """True effect, in standard errors, at which the share of clear gains is that of the 652: 1.52.

    P(estimate / standard error > z97.5) = share gives effect / standard error = z97.5 - z(1 - share).
    """
    share = effects()[SUCCESSES].effect
    if share is None:
        raise ValueError(f"{SUCCESSES} has no share")
    normal = NormalDist()
    return normal.inv_cdf(0.975) - normal.inv_cdf(1 - share)


@cache
def usual_spreads() -> dict[Pool, float]:
    """Median over studies of the spread, in the unit of the study, where at least three studies have one."""
    found: defaultdict[Pool, defaultdict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for effect in effects().values():
        if effect.usable and effect.spread is not None:
            found[pool_of(effect)][effect.study].append(effect.spread)
    return {pool: median(map(median, of.values())) for pool, of in found.items() if len(of) >= ENOUGH}


def prior_spread(effect: Effect, spread: float) -> float:
    """Standard deviation of the prior of a row with this spread, in the unit of the study."""
    return clear_ratio() * usual_spreads().get(pool_of(effect), spread)


def posterior(published: float, spread: float, prior: float) -> Posterior:
    """Normal prior around zero times normal likelihood: shrink = prior^2 / (prior^2 + spread^2).

    Mean = shrink * published; spread = sqrt(shrink) * the published spread. Raises ValueError where a spread is not
    positive.
    """
    if prior <= 0 or spread <= 0:
        raise ValueError("A prior and a spread must be greater than zero.")
    shrink = prior**2 / (prior**2 + spread**2)
    return Posterior(prior, shrink, shrink * published, shrink**0.5 * spread)
