"""Gains are weighted, in standard deviations, and averaged over the plan and five years after."""

import numpy as np
import polars as pl
import pytest
from plan.land import needs, objectives, planted, terms

from bothshores.plan.gains import aims, averaged, gain_of_one

GOALS = objectives(unemployment_rate=0.5, poverty_international=0.5)


def test_weights_are_used_in_proportion():
    found = aims(objectives(unemployment_rate=0.6, poverty_international=0.9), needs(unemployment_rate=1.0))
    assert {aim.indicator: aim.weight for aim in found} == pytest.approx(
        {"unemployment_rate": 0.4, "poverty_international": 0.6}
    )


def test_the_scale_is_the_standard_deviation_of_the_need():
    frame = needs(unemployment_rate=2.0).with_columns(gap=pl.lit(0.1))
    assert aims(GOALS, frame)[-1].scale == pytest.approx(0.05)


def test_without_a_gap_the_peers_quartiles_stand_in_and_without_peers_a_tenth_of_the_figure():
    level = needs(unemployment_rate=1.0).with_columns(gap=pl.lit(0.0), gap_sd=pl.lit(0.0))
    scales = {aim.indicator: aim.scale for aim in aims(GOALS, level)}
    assert scales == pytest.approx({"unemployment_rate": 0.2 / 1.349, "poverty_international": 0.03})


def test_an_objective_without_any_figure_cannot_be_scored():
    blank = GOALS.with_columns(baseline=pl.lit(None, dtype=pl.Float64))
    assert aims(blank, needs()) == []


def test_what_is_spent_early_counts_longer():
    lasting = np.ones((10, 1))
    assert averaged(lasting, 5)[:, 0] == pytest.approx([1.0, 0.9, 0.8, 0.7, 0.6])


def test_a_fall_of_what_should_fall_is_a_gain():
    said = terms()
    response = planted(said, good={"changes": {"unemployment_rate": -1e-6}}, none={"changes": {"gini": -1.0}})
    found = gain_of_one(response, "good", aims(GOALS, needs(unemployment_rate=1.0)), 5)
    assert found is not None and found.mean() > 0
    assert gain_of_one(response, "none", aims(GOALS, needs()), 5) is None
