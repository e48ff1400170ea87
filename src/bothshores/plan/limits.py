"""The limits an allocation keeps, and the linear programme they make with the gains."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bothshores.plan.case import Case, Cell
from bothshores.plan.draws import Draws
from bothshores.plan.fixed_money import Fixed
from bothshores.plan.linear_programme import Programme, Row
from bothshores.plan.reach import EFFICIENCY, FIRST_YEAR
from bothshores.vocab import MoneyClass

PROTECTION_FLOOR = 0.02
"""Part of the budget that a scored measure of protection gets at least (a judgement)."""
PENALTY = 1000.0
"""What a dollar missing from a floor costs, in units of the largest gain: more than any gain, and never infeasible."""


@dataclass(frozen=True, slots=True)
class Column:
    """Money for a measure in a year, in one third of the people it can reach."""

    measure: str
    year: int
    third: int


def columns(case: Case, fixed: Fixed) -> list[Column]:
    """Every amount that is free to choose."""
    return [
        Column(measure, year, third)
        for measure in case.scored
        for year in case.active(measure)
        if (measure, year) not in fixed.money
        for third in range(EFFICIENCY.size)
    ]


def programme(case: Case, budget: int, fixed: Fixed, free: list[Column]) -> Programme:
    """The programme in parts of the budget; after the columns come the shortfalls of the floors."""
    floors = floors_of(case, budget, fixed, free)
    half = slice(0, case.terms.draws)
    gains = np.stack([column_gain(case, column)[half] for column in free], axis=1) * budget
    count = len(floors)
    most = [case.reaches[each.measure].thirds_usd[each.third] / budget for each in free]
    return Programme(
        gains=np.hstack([gains, np.zeros((case.terms.draws, count))]),
        constant=case.gain(fixed.money)[half],
        penalties=np.concatenate([np.zeros(len(free)), np.full(count, PENALTY)]),
        upper=np.array([*most, *floors.values()]),
        rows=[*shares(case, budget, fixed, free, count), *steadiness(case, free, count), *floor_rows(free, floors)],
        alpha=case.terms.alpha,
        risk_weight=case.terms.risk_weight,
    )


def column_gain(case: Case, column: Column) -> Draws:
    """Gain for one dollar [2 * draws]."""
    place = column.year - case.terms.first_year
    return np.asarray(EFFICIENCY[column.third] * case.gains[column.measure][place] / case.reaches[column.measure].cost)


def floors_of(case: Case, budget: int, fixed: Fixed, free: list[Column]) -> dict[str, float]:
    """Floor of each scored measure beyond what is fixed, as part of the budget."""
    floors = {}
    for measure in sorted({column.measure for column in free}):
        wanted = max(case.terms.floors.get(measure, 0), PROTECTION_FLOOR * budget * (measure in case.protected))
        missing = wanted - spent(fixed.money, {measure})
        if missing > 0:
            floors[measure] = missing / budget
    return floors


def shares(case: Case, budget: int, fixed: Fixed, free: list[Column], shortfalls: int) -> list[Row]:
    """Budget, absorption by year, assumptions together, and each measure: at most."""

    def row(name: str, inside: list[bool], limit: float) -> Row:
        coefficients = np.array([*map(float, inside), *([0.0] * shortfalls)])
        return Row(name, coefficients, -np.inf, max(0.0, limit))

    rows = [row("budget", [True] * len(free), fixed.left / budget)]
    for year, ceiling in ceilings(case, budget).items():
        before = sum(amount for (_measure, when), amount in fixed.money.items() if when <= year)
        rows.append(row(f"absorption_{year}", [each.year <= year for each in free], (ceiling - before) / budget))
    assumed = set(case.of_class(MoneyClass.ASSUMPTION.value))
    room = case.terms.assumption_share_max * budget - spent(fixed.money, assumed)
    rows.append(row("assumption_share", [each.measure in assumed for each in free], room / budget))
    for measure in sorted({each.measure for each in free}):
        room = case.terms.measure_share_max * budget - spent(fixed.money, {measure})
        rows.append(row(f"measure_share_{measure}", [each.measure == measure for each in free], room / budget))
    return rows


def steadiness(case: Case, free: list[Column], shortfalls: int) -> Iterator[Row]:
    """A measure's pace never falls from one year to the next, nor grows by more than `absorption_growth_max`.

    Staff and partners are not hired and dismissed by the year. In its first year a measure pays for a part of the year
    alone. Years that a person fixed are no measure for others.
    """
    most = 1.0 + case.terms.absorption_growth_max
    places: dict[tuple[str, int], Draws] = {}
    for place, column in enumerate(free):
        cell = places.setdefault((column.measure, column.year), np.zeros(len(free) + shortfalls))
        cell[place] = 1.0
    for (measure, year), now in places.items():
        after = places.get((measure, year + 1))
        pace = now / FIRST_YEAR if year == case.starts[measure] else now
        if after is not None:
            yield Row(f"growth_{measure}_{year + 1}", after - most * pace, -np.inf, 0.0)
            yield Row(f"decline_{measure}_{year + 1}", pace - after, -np.inf, 0.0)


def ceilings(case: Case, budget: int) -> dict[int, float]:
    """USD that can be spent by the end of each year but the last; what a year leaves goes on to the next."""
    years = case.terms.years
    return dict(zip(years[:-1], budget * np.cumsum(case.profile(years)), strict=False))


def floor_rows(free: list[Column], floors: Mapping[str, float]) -> list[Row]:
    """Each floor: amounts and shortfall together at least."""
    rows = []
    for place, (measure, floor) in enumerate(floors.items()):
        shortfall = np.eye(len(floors))[place]
        inside: NDArray[np.float64] = np.array([float(each.measure == measure) for each in free])
        rows.append(Row(f"floor_{measure}", np.concatenate([inside, shortfall]), floor, np.inf))
    return rows


def spent(money: Mapping[Cell, int], measures: set[str]) -> int:
    """USD of some measures over all years."""
    return sum(amount for (measure, _year), amount in money.items() if measure in measures)
