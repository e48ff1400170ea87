"""Objectives are needs that a fitting measure serves, spread over dimensions, with weights that sum to 1."""

import math

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plan.land import needs

from bothshores.catalogue import indicators
from bothshores.plan.objectives import GREATEST, NEW_ENOUGH, OF_ONE_DIMENSION, WITHIN_REACH, choose_objectives

NATIONAL = [each.id for each in indicators().values() if each.level == "national" and each.direction.sign]


def chosen(within_reach=(), served=(), uncosted=(), frame=None, **scores):
    found = choose_objectives(
        needs(**scores) if frame is None else frame, set(within_reach), set(served), set(uncosted)
    )
    return dict(found.select("indicator", "weight").iter_rows())


def test_a_need_that_no_measure_serves_is_another_plans():
    assert set(chosen(served=["unemployment_rate"], public_debt_share_gdp=3.0, unemployment_rate=0.5)) == {
        "unemployment_rate"
    }


def test_of_what_only_measures_without_a_cost_serve_one_comes_in_with_a_small_weight():
    found = chosen(
        served=["unemployment_rate"], uncosted=["under5_mortality", "basic_water_share"],
        under5_mortality=3.0, basic_water_share=2.0, unemployment_rate=0.9,
    )  # fmt: skip
    assert found == {"under5_mortality": pytest.approx(0.3), "unemployment_rate": pytest.approx(0.7)}


def test_what_is_within_reach_comes_in_beside_the_greatest():
    great = {"poverty_national": 3.0, "child_stunting": 2.9, "control_of_corruption": 2.8, "rule_of_law": 2.7}
    served = [*great, "unemployment_rate"]
    assert set(chosen(["unemployment_rate"], served, **great, unemployment_rate=0.2)) == set(served)


def test_what_is_ahead_and_not_within_reach_is_no_objective():
    assert chosen(served=["statistical_performance"], statistical_performance=-0.5) == {}
    worse = needs(statistical_performance=0.5).with_columns(gap=pl.lit(-1.0))
    assert chosen(served=["statistical_performance"], frame=worse) == {}


def test_where_too_few_within_reach_are_behind_the_least_ahead_fill_up():
    reach = ["unemployment_rate", "poverty_national", "account_ownership", "poverty_international"]
    scores = {"unemployment_rate": -0.1, "poverty_national": -0.3, "account_ownership": -0.9}
    found = chosen(reach, reach, **scores, poverty_international=-2.0)
    assert set(found) == set(scores)
    assert max(found.values()) - min(found.values()) < 0.0015


def test_one_objective_is_on_mobility():
    served = ["unemployment_rate", "remittances_per_capita"]
    found = chosen(["unemployment_rate"], served, unemployment_rate=2.0, remittances_per_capita=-1.0)
    assert set(found) == set(served)


def test_an_old_figure_starts_no_objective():
    frame = needs(unemployment_rate=2.0, literacy_rate=3.0)
    old = pl.when(pl.col("indicator") == "literacy_rate").then(pl.col("year") - NEW_ENOUGH - 1).otherwise("year")
    assert set(chosen(served=["unemployment_rate", "literacy_rate"], frame=frame.with_columns(year=old))) == {
        "unemployment_rate"
    }


def test_half_of_the_weights_is_even_and_half_follows_the_scores():
    served = ["unemployment_rate", "poverty_national"]
    assert chosen(served=served, unemployment_rate=3.0, poverty_national=1.0) == {
        "unemployment_rate": 0.625,
        "poverty_national": 0.375,
    }


@given(scores=st.dictionaries(st.sampled_from(NATIONAL), st.floats(0.01, 5), max_size=30), data=st.data())
def test_weights_sum_to_one_and_dimensions_stay_balanced(scores, data):
    reach, others = (set(data.draw(st.lists(st.sampled_from(NATIONAL)))) for _group in range(2))
    found = chosen(reach, reach | others, set(NATIONAL) - reach - others, **scores)
    assert len(found) <= GREATEST + WITHIN_REACH + 2
    if found:
        assert math.fsum(found.values()) == pytest.approx(1.0, abs=1e-12)
    dimensions = [indicators()[name].dimension for name in found]
    assert all(dimensions.count(each) <= 3 * OF_ONE_DIMENSION + 1 for each in dimensions)
