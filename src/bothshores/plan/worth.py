"""What a dollar gains at the optimum, and the unit cost at which a measure would be worth its money."""

from __future__ import annotations

import numpy as np

from bothshores.plan.case import Case
from bothshores.plan.draws import Draws
from bothshores.plan.settle import Optimum, Settled

SPENT = 1e-6
"""A column counts as spent from this part of the budget on."""


def marginal_gains(optimum: Optimum) -> Draws:
    """Gain of one more part of the budget in each free column, draws weighed as the optimum weighs them [columns]."""
    count = len(optimum.free)
    return np.asarray(optimum.solution.draw_weights @ optimum.programme.gains[:, :count], dtype=np.float64)


def last_dollar(case: Case, settled: Settled) -> float | None:
    """Least gain of a measure's last dollar, among those that have money by choice and not by a floor; None without."""
    if settled.optimum is None:
        return None
    free, gains = settled.optimum.free, marginal_gains(settled.optimum)
    amounts = settled.optimum.solution.amounts[: len(free)]
    names = {column.measure for column in free} - case.terms.floors.keys() - case.protected
    found = []
    for name in sorted(names):
        spent = [i for i, column in enumerate(free) if column.measure == name and amounts[i] > SPENT]
        if spent:
            found.append(gain_at_edge([free[i].third for i in spent], gains[spent], amounts[spent]))
    positive = [gain for gain in found if gain > 0]
    return min(positive) / settled.budget if positive else None


def gain_at_edge(thirds: list[int], gains: Draws, amounts: Draws) -> float:
    """Mean gain over the years of what is spent in the highest third of people that a measure reaches."""
    edge = np.array(thirds) == max(thirds)
    return float(np.average(gains[edge], weights=amounts[edge]))


def break_even(case: Case, settled: Settled) -> dict[str, float]:
    """Unit cost in USD at which each measure with a known effect would match the last dollar spent.

    break-even = gain from one person reached / gain of the last dollar, both weighed as the optimum weighs the draws;
    a measure without an expected gain has none.
    """
    last = last_dollar(case, settled)
    if last is None or settled.optimum is None:
        return {}
    weights = settled.optimum.solution.draw_weights
    found = {}
    for measure, gains in case.gains.items():
        years = case.active(measure)
        places = [case.terms.years.index(year) for year in years]
        of_person = float(case.profile(years) @ (gains[places, : case.terms.draws] @ weights)) if years else 0.0
        if of_person > 0:
            found[measure] = of_person / last
    return found
