"""One budget settled: fixed money, the optimum of the rest, whole dollars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bothshores.plan.apportion import apportion
from bothshores.plan.case import Case, Money
from bothshores.plan.draws import Draws
from bothshores.plan.fixed_money import Fixed, fix
from bothshores.plan.limits import Column, columns, programme
from bothshores.plan.linear_programme import Programme, Solution, solve
from bothshores.vocab import UNALLOCATED


@dataclass(frozen=True, slots=True)
class Optimum:
    """The free columns with their solution; absent where nothing is free to choose."""

    free: list[Column]
    programme: Programme
    solution: Solution


@dataclass(frozen=True, slots=True)
class Settled:
    """A budget in whole dollars: money by measure and year (what is left aside), how it came about."""

    budget: int
    money: Money
    fixed: Fixed
    optimum: Optimum | None

    @property
    def tails(self) -> Sequence[Draws]:
        """Bad tails met, to start another budget from."""
        return self.optimum.solution.tails if self.optimum else ()

    def of(self, measure: str) -> int:
        """USD of a measure over the plan; for `unallocated` everything that is left."""
        if measure == UNALLOCATED:
            return self.budget - sum(amount for (name, _year), amount in self.money.items() if name != UNALLOCATED)
        return sum(amount for (name, _year), amount in self.money.items() if name == measure)

    def people(self, case: Case, measure: str) -> float:
        """People a scored measure reaches over the plan."""
        yearly = [float(self.money.get((measure, year), 0)) for year in case.terms.years]
        return case.reaches[measure].people(np.array(yearly))


def settle(case: Case, budget: int, bound: Mapping[tuple[str, int], int], tails: Sequence[Draws] = ()) -> Settled:
    """Fixed money first, then the optimum of what is left; amounts are rounded down to the dollar."""
    fixed = fix(case, budget, bound)
    free = columns(case, fixed)
    if not free or fixed.left <= 0:
        return Settled(budget, fixed.money, fixed, None)
    posed = programme(case, budget, fixed, free)
    solution = solve(posed, tails)
    return Settled(
        budget, fixed.money | whole(free, solution, budget, fixed.left), fixed, Optimum(free, posed, solution)
    )


def whole(free: list[Column], solution: Solution, budget: int, left: int) -> Money:
    """Whole dollars by measure and year: first the measures by largest remainder, then the years of each."""
    exact: dict[str, dict[int, float]] = {}
    for column, part in zip(free, solution.amounts, strict=False):
        years = exact.setdefault(column.measure, {})
        years[column.year] = years.get(column.year, 0.0) + max(0.0, float(part)) * budget
    sums = {measure: sum(years.values()) for measure, years in exact.items()}
    spent = min(left, round(sum(sums.values())))
    totals = dict(zip(sums, apportion(spent, list(sums.values())), strict=True))
    return {
        (measure, year): amount
        for measure, years in exact.items()
        for year, amount in zip(years, apportion(totals[measure], list(years.values())), strict=True)
    }
