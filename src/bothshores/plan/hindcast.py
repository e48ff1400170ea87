"""How the pool would have forecast its own past: chooses how to carry a trend on, and how far to trust it.

Every series is cut several years before its end and forecast from there. What came closest on average is used from
then on, and its intervals are stretched, more or less with the years ahead, until nine in ten of those figures lie
inside. A world shock that no cut saw before (a pandemic) is not in the interval.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

import numpy as np

from bothshores.plan.priors import Posterior, Prior, estimate, posterior
from bothshores.plan.scales import Numbers
from bothshores.plan.series import LENGTH, Counts, Moments, Track, moments

Q95: Final = 1.6448536269514722
HORIZON: Final = 8
"""Longest horizon tried, in years."""
CUTS: Final = (8, 11, 14)
"""Years before the end at which series are cut: three views of the past, so that one odd decade does not decide."""
STALE: Final = 5
"""A figure older than this at the cut starts no forecast of the past."""
FORECASTS_NEEDED: Final = 100
"""Fewer forecasts of the past than these test nothing: the cautious course is kept."""
FEW: Final = 50
"""A horizon with fewer forecasts than these does not count."""
POWERS: Final = (-0.5, 1.0)
"""An interval never narrows with the horizon (deviation grows at least as its square root), nor explodes."""


@dataclass(frozen=True, slots=True)
class Course:
    """How a trend is carried on: level = z - smoothing (z - mean over memory), then drift sum_{j<=h} damping^j."""

    memory: int
    damping: float
    smoothing: float

    def level(self, seen: Moments) -> Numbers:
        """Where the forecast starts, for each country."""
        return np.asarray(seen.z - self.smoothing * (seen.z - seen.mean))

    def reach(self, horizon: Numbers) -> Numbers:
        """Years of full drift that the damped drift amounts to after `horizon` years."""
        if self.damping == 0.0:
            return np.zeros_like(horizon)
        return np.asarray(self.damping * (1.0 - self.damping**horizon) / (1.0 - self.damping))


@dataclass(frozen=True, slots=True)
class Stretch:
    """How much wider than the model's an interval has to be: factor h^power after h years."""

    factor: float
    power: float

    def at(self, horizon: Numbers) -> Numbers:
        """Stretch at each horizon of at least one year."""
        return np.asarray(self.factor * horizon**self.power)


CAUTIOUS: Final = Course(memory=15, damping=0.5, smoothing=0.0)
CAUTIOUS_STRETCH: Final = Stretch(factor=3.0, power=0.0)
"""For pools too short to be tried. A few years in common are one moment of the world economy: little of their drift is
carried on, and the interval is wide. Chosen on World Development Indicators cut to their last three figures, for the
indicators of which the Factbook has three years: about nine in ten held-out figures lay inside (see `backtest`)."""
MEMORIES: Final = (5, 15)
COURSES: Final = tuple(Course(*each) for each in product(MEMORIES, (0.0, 0.9), (0.0, 0.5, 0.9)))


@dataclass(frozen=True, slots=True)
class Fit:
    """The course chosen, its prior, the stretch of its intervals, and the number of forecasts of the past tried."""

    course: Course
    prior: Prior
    stretch: Stretch
    forecasts: int


@dataclass(frozen=True, slots=True)
class View:
    """The past from one cut: `row` and `column` of each figure to come, the years to it, and what was known then."""

    row: Counts
    column: Counts
    horizon: Counts
    known: dict[int, tuple[Moments, Posterior]]


@dataclass(frozen=True, slots=True)
class Errors:
    """Forecasts of the past against what came, on the scale: years ahead, error, and the model's own deviation."""

    horizon: Counts
    error: Numbers
    deviation: Numbers
    unit: Numbers


def tune(series: Track) -> Fit:
    """The course with the smallest mean error, in the countries' own innovations; the cautious one where too few."""
    priors = {memory: estimate(moments(series, LENGTH - 1, memory)) for memory in MEMORIES}
    cautious = Fit(CAUTIOUS, priors[CAUTIOUS.memory], CAUTIOUS_STRETCH, 0)
    if not cautious.prior.enough:
        return cautious
    views = [look_back(series, LENGTH - 1 - cut, priors) for cut in CUTS]
    forecasts = sum(len(view.row) for view in views)
    if forecasts < FORECASTS_NEEDED:
        return cautious
    unit = innovation_size(series, cautious.prior)
    tried = {course: errors(series, views, course, unit) for course in COURSES if priors[course.memory].enough}
    best = min(tried, key=lambda course: float(np.mean(np.abs(tried[course].error) / tried[course].unit)))
    return Fit(best, priors[best.memory], stretch(tried[best]), forecasts)


def look_back(series: Track, cut: int, priors: Mapping[int, Prior]) -> View:
    """What was known at a column, and the figures of the HORIZON years after it."""
    known = {memory: moments(series, cut, memory) for memory in priors}
    newest = series.newest[:, cut]
    start = (newest >= 0) & (newest >= cut - STALE)
    row, after = np.nonzero(series.observed[:, cut + 1 : cut + 1 + HORIZON] & start[:, None])
    column = after + cut + 1
    posteriors = {memory: (seen, posterior(priors[memory], seen)) for memory, seen in known.items()}
    return View(row, column, column - newest[row], posteriors)


def errors(series: Track, views: Sequence[View], course: Course, unit: Numbers) -> Errors:
    """Every forecast of the past on one course; deviation^2 = h v + reach(h)^2 variance of the drift."""
    parts = []
    for view in views:
        seen, drift = view.known[course.memory]
        reach = course.reach(view.horizon.astype(np.float64))
        error = series.z[view.row, view.column] - course.level(seen)[view.row] - reach * drift.mean[view.row]
        variance = view.horizon * drift.innovation[view.row] + reach**2 * drift.variance[view.row]
        parts.append((view.horizon, error, np.sqrt(variance), unit[view.row]))
    return Errors(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def innovation_size(series: Track, prior: Prior) -> Numbers:
    """Usual size of each country's innovations, so that calm and stormy countries weigh the same."""
    size = np.sqrt(posterior(prior, moments(series, LENGTH - 1, CAUTIOUS.memory)).innovation)
    return np.where(size > 0.0, size, 1.0)


def stretch(tried: Errors) -> Stretch:
    """First the power, from the 90% quantile of |error| / deviation at each horizon; then the factor, from all."""
    safe = np.where(tried.deviation > 0.0, tried.deviation, 1.0)
    ratio = np.where(tried.deviation > 0.0, np.abs(tried.error) / safe, 0.0)
    groups = ((horizon, ratio[tried.horizon == horizon]) for horizon in range(1, HORIZON + 1))
    wide = {horizon: float(np.quantile(group, 0.9)) for horizon, group in groups if len(group) >= FEW}
    known = {horizon: width for horizon, width in wide.items() if width > 0.0}
    power = float(np.polyfit(np.log(list(known)), np.log(list(known.values())), 1)[0]) if len(known) > 1 else 0.0
    power = float(np.clip(power, *POWERS))
    return Stretch(float(np.quantile(ratio / tried.horizon**power, 0.9)) / Q95, power)
