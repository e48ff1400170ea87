"""The course suits what was planted, and intervals are stretched until they hold."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from plan.planted import of_paths, walks

from bothshores.plan.hindcast import CAUTIOUS, CAUTIOUS_STRETCH, Course, Fit, Stretch, tune
from bothshores.plan.series import stack, track


def tuned(frame: pl.DataFrame) -> Fit:
    stacked = stack(frame)
    return tune(track(stacked.values[0], stacked.sources[0]))


def test_noise_around_a_level_is_smoothed() -> None:
    noise = np.random.default_rng(1).normal(0.0, 1.0, (80, 35))
    assert tuned(of_paths("gini", 40.0 + noise)).course.smoothing == 0.9


def test_a_steady_trend_is_carried_on() -> None:
    fit = tuned(walks("gini", countries=80, years=35, drift=1.0, between=0.5, innovation=0.1))
    assert (fit.course.damping, fit.course.smoothing) == (0.9, 0.0)


def test_a_walk_without_drift_stays_where_it_is() -> None:
    fit = tuned(walks("gini", countries=80, years=35, innovation=1.0))
    assert (fit.course.damping, fit.course.smoothing) == (0.0, 0.0)
    assert fit.stretch.at(np.array([1.0, 4.0, 8.0])) == pytest.approx(1.0, abs=0.2)


def test_changes_that_carry_on_need_a_wider_interval() -> None:
    steps = np.random.default_rng(2).normal(0.0, 1.0, (80, 35))
    for at in range(1, 35):
        steps[:, at] += 0.9 * steps[:, at - 1]
    stretch = tuned(of_paths("gini", np.cumsum(steps, axis=1))).stretch
    assert stretch.power > 0.2
    assert float(stretch.at(np.array([8.0]))[0]) > 1.5


def test_a_few_years_keep_the_cautious_course() -> None:
    fit = tuned(walks("gini", countries=100, years=3))
    assert fit == Fit(CAUTIOUS, fit.prior, CAUTIOUS_STRETCH, 0)


def test_an_interval_never_narrows_with_the_horizon() -> None:
    noise = np.random.default_rng(1).normal(0.0, 1.0, (80, 35))
    horizon = np.arange(1.0, 12.0)
    width = np.sqrt(horizon) * tuned(of_paths("gini", noise)).stretch.at(horizon)
    assert (np.diff(width) > -1e-9).all()


def test_a_damped_trend_comes_to_rest() -> None:
    course = Course(memory=5, damping=0.5, smoothing=0.0)
    assert course.reach(np.array([1.0, 2.0, 50.0])) == pytest.approx([0.5, 0.75, 1.0])
    assert Course(5, 0.0, 0.0).reach(np.array([1.0, 9.0])).tolist() == [0.0, 0.0]


def test_stretch_by_horizon() -> None:
    assert Stretch(2.0, 0.5).at(np.array([1.0, 4.0])).tolist() == [2.0, 4.0]
