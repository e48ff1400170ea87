"""Leave one study out: what the others predict for it, pooled in three ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.stats import norm, t

from bothshores.catalogue import Effect, effects
from bothshores.plan.assumptions import TRANSFER
from bothshores.plan.effect_prior import Pool, pool_of, posterior, prior_spread, usual_spreads
from bothshores.plan.meta_analysis import Pooled, pooled, random_effects
from bothshores.plan.money_class import may_weigh

UNPOOLED = ("exposure", "other")
"""Fields of rows that are for one unit of something else, and so comparable with nothing."""
OTHERS = 2
"""Studies needed beside the one left out."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a study found on an outcome, more being better: mean of its rows, which are on the same people.

    `error` is what a forecaster would expect as its standard error: the one seen, else the usual one of its unit. An
    assumed spread follows from the very result that is to be predicted, and would widen the interval around surprises.
    """

    study: str
    measure: str
    outcome: str
    field: str
    pool: Pool
    effect: float
    spread: float
    error: float
    prior: float


@dataclass(frozen=True, slots=True)
class Prediction:
    """A result beside what others predict; `level` is that of the narrowest interval that holds the result."""

    result: Result
    method: str
    pool: str
    others: int
    mean: float
    spread: float
    level: float


def results(library: Iterable[Effect] | None = None) -> list[Result]:
    """Results of verified rows that may weigh; a null is 0 with the usual spread of its unit, if there is one."""
    rows = [each for each in map(result, library if library is not None else effects().values()) if each]
    return [joined(each) for each in grouped(rows, lambda row: (row.study, row.outcome, row.pool))]


def result(effect: Effect) -> Result | None:
    """One row as a result, or None where it has no figure to compare."""
    usual = usual_spreads().get(pool_of(effect))
    spread = usual if effect.effect is None else effect.spread
    if effect.field in UNPOOLED or spread is None or not may_weigh(effect):
        return None
    error = spread if effect.error_seen or usual is None else usual
    size, prior = (effect.effect or 0.0) * (effect.good or 1), prior_spread(effect, spread)
    of = (effect.study, effect.measure, effect.indicator_hint, effect.field, pool_of(effect))
    return Result(*of, size, spread, error, prior)


def grouped(rows: Iterable[Result], key: Callable[[Result], Hashable]) -> list[list[Result]]:
    """Rows with the same key together, in the order in which they come."""
    found: defaultdict[Hashable, list[Result]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return list(found.values())


def joined(rows: Sequence[Result]) -> Result:
    """Rows of one study as one result: mean effect, root mean square of the spreads."""
    spread, error = root_mean_square(row.spread for row in rows), root_mean_square(row.error for row in rows)
    effect, prior = float(np.mean([row.effect for row in rows])), max(row.prior for row in rows)
    return replace(rows[0], effect=effect, spread=spread, error=error, prior=prior)


def root_mean_square(numbers: Iterable[float]) -> float:
    """Of spreads whose variances are averaged."""
    return float(np.sqrt(np.mean(np.square(list(numbers)))))


def predictions(known: Sequence[Result] | None = None, transfer: float = TRANSFER[1]) -> Iterator[Prediction]:
    """Each result predicted in each way from the nearest pool that has two other studies; others are left."""
    known = results() if known is None else known
    for one in known:
        name, others = nearest(one, known)
        if len(others) >= OTHERS:
            yield by_random_effects(one, name, others)
            yield by_random_effects(one, name, others, transfer)
            yield by_transfer(one, name, others, transfer)
            yield as_scored(one, name, others, transfer)


def nearest(one: Result, known: Sequence[Result]) -> tuple[str, list[Result]]:
    """Other studies in the same unit, one result each, that share measure and outcome; else outcome; field; no more."""
    rest = [other for other in known if other.pool == one.pool and other.study != one.study]
    pools = {
        "measure": [other for other in rest if (other.measure, other.outcome) == (one.measure, one.outcome)],
        "outcome": [other for other in rest if other.outcome == one.outcome],
        "field": [other for other in rest if other.field == one.field],
        "unit": rest,
    }
    studies = {name: [joined(each) for each in grouped(of, lambda row: row.study)] for name, of in pools.items()}
    return next(((name, of) for name, of in studies.items() if len(of) >= OTHERS), ("unit", studies["unit"]))


def by_random_effects(one: Result, pool: str, others: Sequence[Result], transfer: float = 0.0) -> Prediction:
    """Between-study variance as the others show it; Student's t with k - 1 degrees of freedom.

    With `transfer`, that part of the mean is added as spread for the other place.
    """
    found = random_effects([other.effect for other in others], [other.spread**2 for other in others])
    wider = Pooled(found.mean, found.variance, found.between + (transfer * found.mean) ** 2)
    spread, far = away(one, wider)
    method = "random_effects_transfer" if transfer else "random_effects"
    return Prediction(one, method, pool, len(others), found.mean, spread, 2 * t.cdf(far, len(others) - 1) - 1)


def by_transfer(one: Result, pool: str, others: Sequence[Result], transfer: float) -> Prediction:
    """Between-study spread as a plan has it: `transfer` times the mean size of the effects, whatever they show."""
    sizes = [other.effect for other in others]
    found = pooled(sizes, [other.spread**2 for other in others], (transfer * float(np.mean(np.abs(sizes)))) ** 2)
    spread, far = away(one, found)
    return Prediction(one, "transfer", pool, len(others), found.mean, spread, 2 * norm.cdf(far) - 1)


def as_scored(one: Result, pool: str, others: Sequence[Result], transfer: float) -> Prediction:
    """As by transfer, each other study first drawn in by the prior; beside what was published, which is selected."""
    drawn = [posterior(other.effect, other.spread, other.prior) for other in others]
    sizes = [each.mean for each in drawn]
    found = pooled(sizes, [each.spread**2 for each in drawn], (transfer * float(np.mean(np.abs(sizes)))) ** 2)
    spread, far = away(one, found)
    return Prediction(one, "as_scored", pool, len(others), found.mean, spread, 2 * norm.cdf(far) - 1)


def away(one: Result, found: Pooled) -> tuple[float, float]:
    """Spread of the prediction, the study's own error included, and how many of it the result lies away."""
    spread = float(np.sqrt(found.variance + found.between + one.error**2))
    return spread, abs(one.effect - found.mean) / spread


def row(prediction: Prediction) -> dict[str, object]:
    """A prediction as a row of `effect_predictions`."""
    one = prediction.result
    return {
        "study": one.study, "outcome": one.outcome, "unit": one.pool[0], "method": prediction.method,
        "pool": prediction.pool, "others": prediction.others, "published": one.effect, "spread": one.error,
        "predicted": prediction.mean, "predicted_spread": prediction.spread, "level": min(1.0, prediction.level),
    }  # fmt: skip
