"""Lines drawn from each funded measure's own numbers: people, money and unit cost, each with the day to check it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any, Final

import polars as pl

from bothshores.tables.terms import PlanTerms
from bothshores.vocab import RESERVE, UNALLOCATED, MoneyClass
from bothshores.vocab import gettext_noop as _

REACHED_PART: Final = 0.75
RELEASED_PART: Final = 0.75
"""Judgements: up to a quarter less than planned is the ordinary slack of a year; more is asked about."""

PEOPLE, MONEY, COST = ("prog_beneficiaries", "prog_people_trained"), "prog_public_money_usd", "prog_cost_per_person_usd"
FEW: Final = _(
    "Ask why so few were reached: too little demand, late payments, or rules that keep people out; then mend that, or "
    "move next year's money."
)
LATE: Final = _("Ask which approval, report or verification holds the money back, and settle it within a month.")
DEAR: Final = _("Find what became dearer than was assumed; lower the people planned for, or move next year's money.")
FIRST_COST: Final = _("Put the real unit cost and its source into assumptions.csv, and draft the plan again.")


def of_measures(
    measures: pl.DataFrame, budget: pl.DataFrame, targets: pl.DataFrame, assumptions: pl.DataFrame, terms: PlanTerms
) -> Iterator[dict[str, Any]]:
    """Triggers of every measure with money; amounts in USD, people in persons since the plan began."""
    ranges = cost_ranges(measures, assumptions)
    rows = {row["id"]: row for row in measures.iter_rows(named=True)}
    money = budget.filter(pl.col("amount_usd") > 0, ~pl.col("measure").is_in([RESERVE, UNALLOCATED]))
    first = {row["id"]: money.filter(measure=row["id"])["year"].min() for row in rows.values()}
    for measure, year, amount in money.select("measure", "year", "amount_usd").sort("measure", "year").iter_rows():
        if measure in rows and year in terms.years:
            yield from of_money(rows[measure], year, amount, starts=year == first[measure])
            if measure in ranges:
                yield from of_cost(rows[measure], year, ranges[measure], starts=year == first[measure])
    people = targets.filter(pl.col("indicator").is_in(PEOPLE), pl.col("measure").is_in(list(rows)))
    for measure, indicator, year, target in people.select("measure", "indicator", "year", "target").iter_rows():
        yield line(rows[measure], indicator, year, "people", "below", round(REACHED_PART * target), FEW)


def cost_ranges(measures: pl.DataFrame, assumptions: pl.DataFrame) -> dict[str, tuple[float, float]]:
    """Low and high unit cost in USD of each measure that has one: its own cost times the range assumed around it."""
    wanted = assumptions.filter(pl.col("parameter").is_in(["unit_cost_usd", "cost_markup"]), pl.col("central") > 0)
    costs = dict(measures.filter(pl.col("unit_cost_usd").is_not_null()).select("id", "unit_cost_usd").iter_rows())
    return {
        measure: (costs[measure] * low / central, costs[measure] * high / central)
        for measure, low, central, high in wanted.select("measure", "low", "central", "high").iter_rows()
        if measure in costs
    }


def of_money(measure: Mapping[str, Any], year: int, amount: int, *, starts: bool) -> Iterator[dict[str, Any]]:
    """Money released in the year so far; in its first year a measure pays in the second half only."""
    if not starts:
        yield line(measure, MONEY, year, "money_half", "below", round(RELEASED_PART * amount / 2), LATE, (6, 30))
    yield line(measure, MONEY, year, "money", "below", round(RELEASED_PART * amount), LATE)


def of_cost(
    measure: Mapping[str, Any], year: int, ends: tuple[float, float], *, starts: bool
) -> Iterator[dict[str, Any]]:
    """Unit cost above what was assumed; where it was only assumed, the first real one is news on either side."""
    low, high = (float(f"{end:.4g}") for end in ends)
    if starts and measure["money_class"] == MoneyClass.ASSUMPTION.value:
        yield line(measure, COST, year, "cost_low", "below", low, FIRST_COST)
        yield line(measure, COST, year, "cost", "above", high, FIRST_COST)
    else:
        yield line(measure, COST, year, "cost", "above", high, DEAR)


def line(
    measure: Mapping[str, Any], indicator: str, year: int, kind: str, crossed: str, threshold: float, action: str,
    day: tuple[int, int] = (12, 31),
) -> dict[str, Any]:  # fmt: skip
    """One trigger of a measure, called by the post that answers for it."""
    return {
        "id": f"{measure['id']}_{year}_{kind}",
        "measure": measure["id"],
        "indicator": indicator,
        "year": year,
        "check_on": datetime.date(year, *day),
        "crossed": crossed,
        "threshold": float(threshold),
        "action": action,
        "owner": measure["owner"],
    }
