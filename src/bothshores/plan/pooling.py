"""Several readings of one effect become one: follow-ups of a trial its time path, different trials a weighted mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from bothshores.catalogue.templates import EffectLink
from bothshores.plan.assumptions import Ranges, link_parameter
from bothshores.plan.caution import Carried
from bothshores.plan.draws import Draws, normals, spread_over
from bothshores.plan.latest import Standing
from bothshores.plan.meta_analysis import inverse_variance
from bothshores.plan.money_class import may_weigh
from bothshores.plan.readings import Reading, factor
from bothshores.plan.time_paths import ASSUMED_HORIZON, Point, time_path
from bothshores.tables.terms import PlanTerms


@dataclass(frozen=True, slots=True)
class Setting:
    """What readings are carried into: the measure, its assumptions and links, the country's figures, the terms."""

    measure: str
    ranges: Ranges
    links: Sequence[EffectLink]
    here: Standing
    terms: PlanTerms
    years: int

    def drawn(self, parameter: str) -> Draws:
        """An assumption of the measure over its range [2 * draws]; a share stays within 1."""
        range_ = self.ranges[parameter]
        values = spread_over(f"{self.measure}__{parameter}", range_, self.terms)
        return np.minimum(values, 1.0) if range_.central <= 1 else values


def change_of_one(
    measure: str, readings: Sequence[Reading], ranges: Ranges, here: Standing, terms: PlanTerms, *, years: int
) -> dict[str, Draws]:
    """Change of each indicator for one person reached [years, 2 * draws], leakage taken off; none without estimates."""
    weighing = [reading for reading in readings if reading.carried]
    if not any(reading.effect.usable for reading in weighing):
        return {}
    links = [reading.link for reading in readings if may_weigh(reading.effect)]
    setting = Setting(measure, ranges, links, here, terms, years)
    kept = 1.0 - setting.drawn("leakage")
    return {
        name: kept * pool([reading for reading in weighing if reading.link.indicator == name], setting)
        for name in sorted({reading.link.indicator for reading in weighing if reading.effect.usable})
    }


def pool(readings: Sequence[Reading], setting: Setting) -> Draws:
    """Mean of the trials' time paths, weighted by 1 / (variance + squared mean transfer).

    One draw carries all trials to this country: what makes a place differ does not average out with more of them. The
    first trial names it, so that measures which rest on the same one share it.
    """
    ordered = sorted(readings, key=lambda reading: (reading.series, horizon(reading), reading.effect.id))
    trials = [list(group) for _series, group in groupby(ordered, key=lambda reading: reading.series)]
    between = float(np.mean([max(transfer(reading, setting) for reading in trial) for trial in trials]))
    weights = inverse_variance([min(variance(reading, setting) for reading in trial) for trial in trials], between**2)
    elsewhere = normals(f"transfer {trials[0][0].series}", setting.terms)
    return np.asarray(np.average([trial_path(trial, elsewhere, setting) for trial in trials], axis=0, weights=weights))


def horizon(reading: Reading) -> float:
    """Years after which it was measured."""
    years = reading.effect.horizon_years
    return ASSUMED_HORIZON if years is None else years


def carried(reading: Reading) -> Carried:
    """The effect as carried over; only readings that weigh are pooled."""
    if reading.carried is None:
        raise ValueError(f"{reading.effect.id} enters no score")
    return reading.carried


def size(reading: Reading, setting: Setting) -> float:
    """Change of the indicator for one person with an effect of 1, at the template's take-up and base share."""
    return factor(reading.link, setting.here) * reading.link.take_up * reading.link.base_share


def variance(reading: Reading, setting: Setting) -> float:
    """Variance of the change for one person before transfer; never 0."""
    return max(float((size(reading, setting) * carried(reading).posterior.spread) ** 2), 1e-300)


def transfer(reading: Reading, setting: Setting) -> float:
    """Spread of the change for one person that carrying it to this country adds."""
    return abs(size(reading, setting) * carried(reading).transfer)


def trial_path(trial: Sequence[Reading], elsewhere: Draws, setting: Setting) -> Draws:
    """Time path of one trial [years, 2 * draws]."""
    points = [
        Point(age, np.mean([of_person(reading, elsewhere, setting) for reading in group], axis=0))
        for age, group in groupby(trial, key=horizon)
    ]
    family = trial[-1].effect.family
    name = f"persistence_{family}"
    persistence = setting.drawn(name) if name in setting.ranges else np.ones(2 * setting.terms.draws)
    return time_path(points, family, persistence, setting.years)


def of_person(reading: Reading, elsewhere: Draws, setting: Setting) -> Draws:
    """Change of the indicator for one person [2 * draws]; measures that rest on the same row share its error."""
    found = carried(reading)
    effect = (
        found.mean + found.posterior.spread * normals(reading.effect.id, setting.terms) + found.transfer * elsewhere
    )
    result = factor(reading.link, setting.here) * effect
    for parameter in ("take_up", "base_share"):
        name = link_parameter(setting.links, reading.link, parameter)
        result = result * (setting.drawn(name) if name in setting.ranges else getattr(reading.link, parameter))
    return result
