"""With the plan is without it plus what money changes; no money changes nothing, and shares stay shares."""

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plan.land import budget, planted, terms

from bothshores import plan, tables
from bothshores.plan.forecast import Baseline
from bothshores.tables.basis import Forecasts

SAID = terms()
TRAINING = {"changes": {"unemployment_rate": -1e-6, "gini": 1e-7}, "sd": 0.5}


def baseline(level=0.1, **more):
    noise = np.random.default_rng(5).normal(0, 0.01, (SAID.draws, 5))
    return Baseline(tables.build(Forecasts, []), {"unemployment_rate": level + noise} | more)


def simulate(money, level=0.1, plant=TRAINING, **more):
    return plan.simulate(money, planted(SAID, training=plant), baseline(level, **more), SAID)


def paths(found, scenario):
    return found.outcome_paths.filter(scenario=scenario).sort("indicator", "year").drop("scenario")


def test_no_money_changes_nothing():
    found = simulate(budget(training_2027=0))
    assert paths(found, "with").equals(paths(found, "without"))
    assert found.contributions.height == 0


def test_people_reached_times_the_effect_for_one_is_the_change():
    found = simulate(budget(training_2027=100_000))
    row = found.contributions.filter(indicator="unemployment_rate").row(0, named=True)
    assert row["reached"] == pytest.approx(1_000)
    assert row["mean"] == pytest.approx(-1_000 * 1e-6, rel=0.1)
    assert row["probability_improves"] > 0.9


def test_the_whole_plan_changes_what_its_measures_add_together():
    money = budget(training_2027=100_000)
    found = plan.simulate(money, planted(SAID, training=TRAINING), baseline(), SAID)
    both = found.contributions.group_by("indicator").agg(pl.col("mean").sum()).sort("indicator")
    assert found.plan_changes["indicator"].to_list() == ["gini", "unemployment_rate"]
    assert found.plan_changes["mean"].to_list() == pytest.approx(both["mean"].to_list())


def test_money_works_from_the_year_it_is_spent():
    found = simulate(budget(training_2030=100_000))
    gap = paths(found, "with")["mean"] - paths(found, "without")["mean"]
    assert gap[:3].to_list() == [0.0, 0.0, 0.0]
    assert gap[3] < 0


def test_an_indicator_without_forecast_has_a_contribution_and_no_path():
    found = simulate(budget(training_2027=100_000))
    assert set(found.outcome_paths["indicator"]) == {"unemployment_rate"}
    assert set(found.contributions["indicator"]) == {"unemployment_rate", "gini"}


@settings(max_examples=20, deadline=None)
@given(amount=st.integers(0, 10**12), level=st.floats(0, 1), change=st.floats(-1e-3, 1e-3))
def test_shares_stay_within_their_bounds(amount, level, change):
    flat = {"unemployment_rate": np.full((SAID.draws, 5), level)}
    found = simulate(budget(training_2027=amount), plant={"changes": {"unemployment_rate": change}}, **flat)
    assert found.outcome_paths["low"].min() >= 0
    assert found.outcome_paths["high"].max() <= 1


@settings(max_examples=20, deadline=None)
@given(amount=st.integers(0, 10**12))
def test_no_amount_moves_more_people_than_can_be_reached(amount):
    """One person more or less is a millionth: half a million people in five years, a tenth of a million in one."""
    found = simulate(budget(training_2027=amount), plant={"changes": {"unemployment_rate": -1e-6}, "sd": 0.0})
    change = found.contributions["mean"].to_list()
    assert all(abs(each) <= 0.1 + 1e-9 for each in change)


def test_reserve_and_unallocated_money_and_years_outside_the_plan_move_nothing():
    found = simulate(pl.concat([budget(evaluation_reserve_2027=10**6), budget(training_2040=10**6)]))
    assert paths(found, "with").equals(paths(found, "without"))
