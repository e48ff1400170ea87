"""The cutting planes find the optimum that the whole programme has, with its prices."""

import numpy as np
import pytest
import scipy.sparse as sparse
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from bothshores.plan.linear_programme import Programme, Row, score, solve, tail_weights


def random_programme(seed, risk_weight, draws=80, columns=12, alpha=0.9):
    source = np.random.default_rng(seed)
    mean = source.uniform(-0.2, 1.0, columns)
    gains = mean * (1 + 0.8 * source.standard_normal((draws, columns)))
    rows = [
        Row("all", np.ones(columns), -np.inf, 0.5),
        Row("half", (np.arange(columns) < 6) * 1.0, -np.inf, 0.2),
    ]
    upper = np.full(columns, 0.1)
    return Programme(gains, source.standard_normal(draws) * 0.01, np.zeros(columns), upper, rows, alpha, risk_weight)


def in_one_piece(programme):
    """Rockafellar and Uryasev's programme with a variable for each draw."""
    draws = programme.gains.shape[0]
    risk = programme.risk_weight
    cost = np.concatenate([
        -(1 - risk) * programme.gains.mean(axis=0), [-risk], np.full(draws, risk / ((1 - programme.alpha) * draws)),
    ])  # fmt: skip
    limits = np.stack([row.coefficients for row in programme.rows])
    tails = sparse.hstack([sparse.csr_matrix(-programme.gains), np.ones((draws, 1)), -sparse.eye(draws)])
    matrix = sparse.vstack([sparse.hstack([sparse.csr_matrix(limits), sparse.csr_matrix((2, 1 + draws))]), tails])
    bounds = [(0, most) for most in programme.upper] + [(None, None)] + [(0, None)] * draws
    right = np.concatenate([[row.high for row in programme.rows], programme.constant])
    found = linprog(cost, A_ub=matrix.tocsr(), b_ub=right, bounds=bounds, method="highs")
    return -found.fun + (1 - risk) * programme.constant.mean()


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6), risk_weight=st.sampled_from([0.0, 0.3, 1.0]))
def test_the_optimum_is_that_of_the_whole_programme(seed, risk_weight):
    programme = random_programme(seed, risk_weight)
    found = solve(programme)
    gains = programme.constant + programme.gains @ found.amounts
    assert score(gains, programme.alpha, risk_weight)[2] == pytest.approx(in_one_piece(programme), abs=1e-6)
    assert all(row.coefficients @ found.amounts <= row.high + 1e-7 for row in programme.rows)


def test_a_price_is_what_a_little_more_brings():
    programme = random_programme(1, 0.3)
    price = solve(programme).prices["all"]
    wider = Programme(
        programme.gains, programme.constant, programme.penalties, programme.upper,
        [Row("all", np.ones(12), -np.inf, 0.5001), programme.rows[1]], programme.alpha, programme.risk_weight,
    )  # fmt: skip
    assert (in_one_piece(wider) - in_one_piece(programme)) / 0.0001 == pytest.approx(price, rel=0.02)


def test_starting_from_known_tails_changes_nothing():
    programme = random_programme(2, 0.5)
    first = solve(programme)
    again = solve(programme, first.tails)
    assert again.amounts == pytest.approx(first.amounts, abs=1e-6)


def test_the_draws_weigh_one_together_and_the_bad_ones_more():
    found = solve(random_programme(3, 0.5))
    assert found.draw_weights.sum() == pytest.approx(1.0)
    assert found.draw_weights.min() == pytest.approx(0.5 / 80)


@pytest.mark.parametrize(
    "alpha, expected", [(0.5, [0.5, 0.5, 0, 0]), (0.375, [0.4, 0.4, 0.2, 0]), (0.95, [1, 0, 0, 0])]
)
def test_the_tail_is_the_worst_part_and_a_draw_on_its_edge_counts_in_part(alpha, expected):
    assert tail_weights(np.array([1.0, 2.0, 3.0, 4.0]), alpha) == pytest.approx(expected)


def test_a_floor_that_cannot_be_kept_is_paid_for_not_infeasible():
    gains = np.ones((10, 1))
    with_floor = Programme(
        np.hstack([gains, np.zeros((10, 1))]), np.zeros(10), np.array([0.0, 1000.0]), np.array([0.1, 1.0]),
        [Row("floor", np.ones(2), 0.5, np.inf)], 0.9, 0.3,
    )  # fmt: skip
    assert solve(with_floor).amounts == pytest.approx([0.1, 0.4])
