"""The effect library as tables: its rows, and how often a study that was left out lies where the others say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import numpy as np
import polars as pl
from scipy.stats import beta

from bothshores import tables
from bothshores.catalogue import Effect, effects
from bothshores.plan.effect_families import Course, courses
from bothshores.plan.effect_prior import posterior, prior_spread
from bothshores.plan.leave_one_out import Prediction, predictions, row
from bothshores.tables.effects import METHODS, POOLS, EffectCoverage, EffectLibrary, EffectPredictions

LEVELS = (0.5, 0.8, 0.9)
ENDS = (0.05, 0.95)


def effect_library() -> pl.DataFrame:
    """Every row of the library as `effect_library`."""
    found = courses()
    return tables.build(EffectLibrary, [entry(effect, found[effect.id]) for effect in effects().values()])


@cache
def effect_coverage() -> tuple[pl.DataFrame, pl.DataFrame]:
    """`effect_predictions` of every study left out in turn, and what they come to as `effect_coverage`."""
    found = list(predictions())
    said = tables.build(EffectPredictions, [row(each) for each in found])
    return said.sort(EffectPredictions.primary_key()), tables.build(EffectCoverage, coverage(found))


def entry(effect: Effect, course: Course) -> dict[str, Any]:
    """One row of `effect_library`."""
    same = ("measure", "outcome", "kind", "sign", "unit", "spread", "spread_rule", "design", "horizon_years",
            "verified", "usable", "family")  # fmt: skip
    return {name: getattr(effect, name) for name in same} | drawn_in(effect) | {
        "effect": effect.id,
        "indicators": " ".join(effect.outcomes),
        "because": effect.outcome_reason,
        "published": effect.effect,
        "study": effect.reference,
        "same_people": effect.study,
        "place": " ".join(effect.places),
        "family_by_rule": course.family,
        "family_basis": course.basis,
        "family_differs": course.differs(effect),
    }  # fmt: skip


def drawn_in(effect: Effect) -> dict[str, float]:
    """Prior and posterior of a row that may be used, if it is one."""
    if not effect.usable or effect.effect is None or effect.spread is None:
        return {}
    found = posterior(effect.effect, effect.spread, prior_spread(effect, effect.spread))
    return {
        "prior_spread": found.prior, "shrink": found.shrink, "posterior": found.mean, "posterior_spread": found.spread,
    }  # fmt: skip


def coverage(found: Sequence[Prediction]) -> Iterator[dict[str, Any]]:
    """Rows of `effect_coverage`; pools without a prediction have none."""
    for method in METHODS:
        for pool in ("all", *POOLS):
            counted = [each for each in found if each.method == method and pool in ("all", each.pool)]
            for level in LEVELS if counted else ():
                yield {"method": method, "pool": pool, "level": level} | inside(counted, level)


def inside(counted: Sequence[Prediction], level: float) -> dict[str, Any]:
    """Share of results inside the interval, and how well so few studies know it.

    Results of one study hang together, so each study counts once, with the mean over its results; the range is that of
    a beta distribution with Jeffreys' prior for so many studies.
    """
    by_study: defaultdict[str, list[bool]] = defaultdict(list)
    for each in counted:
        by_study[each.result.study].append(each.level <= level)
    share, studies = float(np.mean([np.mean(hits) for hits in by_study.values()])), len(by_study)
    low, high = beta.ppf(ENDS, share * studies + 0.5, (1 - share) * studies + 0.5)
    return {
        "studies": studies, "results": len(counted), "inside": share, "low": float(low), "high": float(high),
    }  # fmt: skip
