"""Smallest detectable effects against published and simulated ones."""

from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothshores.evaluate.power import (
    at_a_threshold,
    before_and_after,
    by_places,
    multiplier,
    one_against,
    smallest_effect,
    still_there,
)

PEOPLE = st.floats(10, 1e6)


def test_the_multiplier_is_the_textbooks():
    """Bloom 1995: 2.80 for 80 per cent power at 5 per cent two-sided, 2.49 one-sided."""
    assert multiplier() == pytest.approx(2.8016, abs=5e-5)
    assert multiplier(alpha=0.10) == pytest.approx(2.486, abs=5e-4)


def test_a_plain_lottery_of_four_hundred_finds_0_28():
    assert smallest_effect(200, 200) == pytest.approx(2.8016 * 2 / 20, abs=1e-4)


def test_a_threshold_in_the_middle_asks_for_2_75_times_the_people():
    assert at_a_threshold() == pytest.approx(2.75, abs=0.005)
    assert smallest_effect(275.2, 275.2, at_a_threshold()) == pytest.approx(smallest_effect(100, 100), rel=1e-3)


def test_places_drawn_whole_count_for_less():
    assert by_places(1) == 1
    assert by_places(25, 0.05) == pytest.approx(2.2)


def test_rounds_before_and_after():
    """McKenzie 2012: one round each way doubles the variance where years do not correlate, and helps beyond 0.5."""
    assert before_and_after(1, 1, 0.0) == 2
    assert before_and_after(1, 1, 0.5) == 1
    assert before_and_after(2, 3, 0.5) < before_and_after(1, 1, 0.5)


@given(served=PEOPLE, others=PEOPLE, factor=st.floats(1, 20))
def test_more_people_find_less_and_sides_may_be_swapped(served, others, factor):
    found = smallest_effect(served, others, factor)
    assert found == pytest.approx(smallest_effect(others, served, factor))
    assert smallest_effect(2 * served, 2 * others, factor) == pytest.approx(found / sqrt(2))
    assert smallest_effect(served, others, 4 * factor) == pytest.approx(2 * found)


def test_the_share_found_in_simulated_lotteries_is_eighty_per_cent():
    rng, people = np.random.default_rng(1), 200
    effect = smallest_effect(people, people)
    treated = rng.normal(effect, 1, (4000, people)).mean(axis=1)
    control = rng.normal(0, 1, (4000, people)).mean(axis=1)
    found = abs(treated - control) / sqrt(2 / people) > 1.96
    assert found.mean() == pytest.approx(0.8, abs=0.02)


def test_the_share_found_at_a_simulated_threshold_is_eighty_per_cent():
    """Score and noise normal, cut at the median, one line on both sides: the model behind 2.75."""
    rng, people = np.random.default_rng(2), 400
    effect = smallest_effect(people / 2, people / 2, at_a_threshold())
    found = []
    for _draw in range(1500):
        score = rng.normal(0, 1, people)
        served = (score > 0).astype(float)
        design = np.column_stack([np.ones(people), served, score])
        outcome = effect * served + rng.normal(0, 1, people)
        inverse = np.linalg.inv(design.T @ design)
        estimate = inverse @ design.T @ outcome
        spread = sqrt(float(((outcome - design @ estimate) ** 2).sum()) / (people - 3) * inverse[1, 1])
        found.append(abs(estimate[1]) / spread > 1.96)
    assert np.mean(found) == pytest.approx(0.8, abs=0.03)


def test_one_country_against_many():
    assert one_against(10**9, 1) == pytest.approx(multiplier())
    assert one_against(40, 4, 0.0) == pytest.approx(multiplier() * sqrt(1.025 / 4))


def test_people_are_lost_year_by_year():
    assert still_there(1000, 0) == 1000
    assert still_there(1000, 2) == pytest.approx(902.5)
