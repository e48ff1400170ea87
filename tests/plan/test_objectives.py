"""Objectives are the greatest needs, spread over dimensions, with weights that sum to 1."""

import math

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plan.land import needs

from bothshores.catalogue import indicators
from bothshores.plan.objectives import GREATEST, OF_ONE_DIMENSION, WITHIN_REACH, choose_objectives

NATIONAL = [each.id for each in indicators().values() if each.level == "national" and each.direction.sign]


def test_a_great_need_that_nobody_serves_is_an_objective():
    found = choose_objectives(needs(under5_mortality=3.0, unemployment_rate=0.5), {"unemployment_rate"})
    assert set(found["indicator"]) == {"under5_mortality", "unemployment_rate"}


def test_a_smaller_need_within_reach_comes_in_beside_the_greatest():
    great = {"under5_mortality": 3.0, "child_stunting": 2.9, "control_of_corruption": 2.8, "rule_of_law": 2.7}
    found = choose_objectives(needs(**great, unemployment_rate=0.2, poverty_national=0.1), {"unemployment_rate"})
    assert set(found["indicator"]) == {*great, "unemployment_rate"}


def test_what_is_ahead_and_what_has_no_good_direction_is_no_objective():
    assert choose_objectives(needs(unemployment_rate=-0.5, migrant_stock_abroad=2.0), set()).height == 0


def test_what_gets_worse_but_is_ahead_is_no_objective():
    worse = needs(unemployment_rate=0.5).with_columns(gap=pl.lit(-1.0))
    assert choose_objectives(worse, set()).height == 0


def test_where_nothing_within_reach_is_behind_the_two_least_ahead_get_a_small_weight():
    reach = {"unemployment_rate", "poverty_national", "account_ownership"}
    scores = {"under5_mortality": 2.0, "unemployment_rate": -0.1, "poverty_national": -0.3, "account_ownership": -0.9}
    found = dict(choose_objectives(needs(**scores), reach).select("indicator", "weight").iter_rows())
    assert set(found) == {"under5_mortality", "unemployment_rate", "poverty_national"}
    assert found["unemployment_rate"] == pytest.approx(0.05 / 1.1, abs=0.001)
    assert found["poverty_national"] == pytest.approx(0.05 / 1.1, abs=0.001)


def test_weights_follow_scores():
    found = choose_objectives(needs(unemployment_rate=3.0, poverty_national=1.0), set())
    assert dict(found.select("indicator", "weight").iter_rows()) == {
        "unemployment_rate": 0.75,
        "poverty_national": 0.25,
    }


@given(scores=st.dictionaries(st.sampled_from(NATIONAL), st.floats(0.01, 5), max_size=30), data=st.data())
def test_weights_sum_to_one_and_dimensions_stay_balanced(scores, data):
    reach = set(data.draw(st.lists(st.sampled_from(NATIONAL))))
    found = choose_objectives(needs(**scores), reach)
    assert found.height <= GREATEST + WITHIN_REACH
    if scores:
        assert math.fsum(found["weight"]) == pytest.approx(1.0, abs=1e-12)
    dimensions = [indicators()[name].dimension for name in found["indicator"]]
    assert all(dimensions.count(each) <= 3 * OF_ONE_DIMENSION for each in dimensions)
