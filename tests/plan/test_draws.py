"""Draws depend on seed and name alone, and keep the range that people read."""

import numpy as np
import pytest
from plan.land import terms

from bothshores.plan.assumptions import Range
from bothshores.plan.draws import normals, spread_over

MANY = terms(draws=20_000)


def test_the_same_name_and_seed_give_the_same_draws_and_another_gives_others():
    first = normals("a", MANY)
    assert np.array_equal(first, normals("a", MANY))
    assert abs(np.corrcoef(first, normals("b", MANY))[0, 1]) < 0.05
    assert not np.array_equal(first, normals("a", terms(draws=20_000, seed=2)))


def test_fresh_draws_are_not_those_the_choice_is_made_on():
    draws = normals("a", MANY)
    assert abs(np.corrcoef(draws[:20_000], draws[20_000:])[0, 1]) < 0.05


@pytest.mark.parametrize("low, central, high", [(10.0, 30.0, 200.0), (0.25, 0.5, 1.0), (0.0, 0.2, 0.5)])
def test_one_in_twenty_lies_below_and_above(low, central, high):
    draws = spread_over("a", Range(low, central, high, "", ""), MANY)
    assert np.quantile(draws, 0.5) == pytest.approx(central, rel=0.05)
    assert np.quantile(draws, 0.95) == pytest.approx(high, rel=0.05)
    assert np.quantile(draws, 0.05) == pytest.approx(low, rel=0.05, abs=0.01)
    assert (draws >= 0).all()


def test_a_range_without_width_is_a_number():
    assert (spread_over("a", Range(5.0, 5.0, 5.0, "", ""), MANY) == 5.0).all()
