"""Linear programmes that weigh the mean against the bad tail (CVaR), solved with HiGHS, with their prices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import highspy
import numpy as np
from highspy._core import _Highs
from numpy.typing import NDArray

from bothshores.plan.draws import Draws

TOLERANCE = 1e-7
MOST_CUTS = 1000


@dataclass(frozen=True, slots=True)
class Row:
    """A limit: low <= coefficients @ x <= high."""

    id: str
    coefficients: NDArray[np.float64]
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Programme:
    """Maximise (1 - risk_weight) * mean(g) + risk_weight * CVaR_alpha(g) - penalties @ x, g = constant + gains @ x.

    gains [draws, columns]; penalties in units of the largest gain; 0 <= x <= upper; CVaR_alpha is the mean over the
    worst 1 - alpha of the draws.
    """

    gains: Draws
    constant: Draws
    penalties: NDArray[np.float64]
    upper: NDArray[np.float64]
    rows: Sequence[Row]
    alpha: float
    risk_weight: float


@dataclass(frozen=True, slots=True)
class Solution:
    """The optimum: amounts [columns], price by row, what a higher bound of each column is worth [columns], the weight
    of each draw in the gradient [draws], and the tails that were met (the next programme starts from them)."""

    amounts: Draws
    prices: dict[str, float]
    bound_prices: Draws
    draw_weights: Draws
    tails: list[Draws]


def tail_weights(gains: Draws, alpha: float) -> Draws:
    """Weight of each draw in the mean of the worst 1 - alpha; a draw on the edge counts in part; they sum to 1."""
    size = (1 - alpha) * gains.size
    weights = np.zeros(gains.size)
    order = np.argsort(gains, kind="stable")
    whole = min(int(np.floor(size + 1e-9)), gains.size)
    weights[order[:whole]] = 1.0
    if whole < gains.size:
        weights[order[whole]] = max(size - whole, 1.0 if whole == 0 else 0.0)
    return np.asarray(weights / weights.sum(), dtype=np.float64)


def score(gains: Draws, alpha: float, risk_weight: float) -> tuple[float, float, float]:
    """Mean, mean of the bad tail, and the score between them."""
    mean, tail = float(gains.mean()), float(tail_weights(gains, alpha) @ gains)
    return mean, tail, (1 - risk_weight) * mean + risk_weight * tail


def solve(programme: Programme, tails: Sequence[Draws] = ()) -> Solution:
    """The optimum, by cutting planes.

    CVaR is the least of the means over all tails of its size, so theta <= mean over a tail is added for the worst tail
    at each point, until theta is no more than the true CVaR there (Rockafellar and Uryasev 2000; Kelley 1960). Raises
    RuntimeError where HiGHS finds no optimum.
    """
    size = float(np.abs(programme.gains).max(initial=0.0)) or 1.0
    met = list(tails) or [tail_weights(programme.gains.sum(axis=1), programme.alpha)]
    solver = opened(programme, size)
    for tail in met:
        cut(solver, programme, tail, size)
    for _turn in range(MOST_CUTS):
        values = optimum(solver)
        amounts, theta = values[:-1], values[-1]
        gains = programme.constant + programme.gains @ amounts
        worst = tail_weights(gains, programme.alpha)
        if programme.risk_weight == 0 or theta - float(worst @ gains) / size <= TOLERANCE:
            return closed(solver, programme, amounts, met, size)
        met.append(worst)
        cut(solver, programme, worst, size)
    raise RuntimeError(f"No optimum after {MOST_CUTS} cuts.")


def opened(programme: Programme, size: float) -> _Highs:
    """A solver with the columns x and theta, and the rows. The plain class: the public one prints a banner."""
    solver = _Highs()
    options = highspy.HighsOptions()
    options.output_flag, options.threads, options.random_seed = False, 1, 0
    solver.passOptions(options)
    solver.passModel(model(programme, size))
    return solver


def model(programme: Programme, size: float) -> highspy.HighsLp:
    """The programme without its tail, in units of the largest gain."""
    columns, rows = programme.upper.size, list(programme.rows)
    reach = 1.0 + float(np.abs(programme.constant).max(initial=0.0)) / size + float(programme.upper.sum())
    matrix = np.stack([np.append(row.coefficients, 0.0) for row in rows])
    linear = highspy.HighsLp()
    linear.num_col_, linear.num_row_ = columns + 1, len(rows)
    linear.sense_ = highspy.ObjSense.kMaximize
    mean = (1 - programme.risk_weight) * programme.gains.mean(axis=0) / size
    linear.col_cost_ = np.append(mean - programme.penalties, programme.risk_weight)
    linear.col_lower_ = np.append(np.zeros(columns), -reach)
    linear.col_upper_ = np.append(programme.upper, reach)
    linear.row_lower_ = np.array([row.low for row in rows])
    linear.row_upper_ = np.array([row.high for row in rows])
    filled = [np.flatnonzero(line) for line in matrix]
    linear.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    linear.a_matrix_.start_ = np.concatenate([[0], np.cumsum([places.size for places in filled])])
    linear.a_matrix_.index_ = np.concatenate(filled)
    linear.a_matrix_.value_ = matrix[matrix != 0]
    return linear


def cut(solver: _Highs, programme: Programme, tail: Draws, size: float) -> None:
    """theta <= mean gain over a tail."""
    coefficients = np.append(-(tail @ programme.gains) / size, 1.0)
    places = np.arange(coefficients.size, dtype=np.int32)
    limit = float(tail @ programme.constant) / size
    solver.addRow(-highspy.kHighsInf, limit, coefficients.size, places, coefficients)


def optimum(solver: _Highs) -> Draws:
    """Values of x and theta at the optimum of what is known so far."""
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        raise RuntimeError(f"HiGHS found no optimum: {solver.modelStatusToString(solver.getModelStatus())}.")
    return np.array(solver.getSolution().col_value)


def closed(solver: _Highs, programme: Programme, amounts: Draws, met: list[Draws], size: float) -> Solution:
    """What the solver knows at its optimum, in the programme's own units."""
    found = solver.getSolution()
    duals, count = np.array(found.row_dual), len(programme.rows)
    draws = programme.constant.size
    of_tails = np.tensordot(duals[count:], np.stack(met), axes=1)
    return Solution(
        amounts=amounts,
        prices={row.id: float(dual) * size for row, dual in zip(programme.rows, duals, strict=False)},
        bound_prices=np.array(found.col_dual)[:-1] * size,
        draw_weights=np.full(draws, (1 - programme.risk_weight) / draws) + of_tails,
        tails=met,
    )
