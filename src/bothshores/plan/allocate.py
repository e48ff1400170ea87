"""Where the money goes: the most weighted improvement, bad tail included, under every limit the plan states."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl

from bothshores import tables
from bothshores.catalogue import Template
from bothshores.errors import RequestError
from bothshores.plan.allocation_rows import allocation_rows
from bothshores.plan.apportion import apportion
from bothshores.plan.case import Case, Cell, Money, case_of
from bothshores.plan.constraint_rows import constraint_rows
from bothshores.plan.draws import Draws
from bothshores.plan.linear_programme import score
from bothshores.plan.respond import Response
from bothshores.plan.settle import Settled, settle
from bothshores.tables.basis import Allocation, Constraints, Gains, NextMillion
from bothshores.tables.plan import Budget
from bothshores.tables.terms import PlanTerms
from bothshores.vocab import RESERVE, UNALLOCATED

MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Allocated:
    """Amounts offered, limits with their prices, gains, and what one million more would buy.

    `free_budget` is the budget without people's amounts: what the draft itself would say.
    """

    allocation: pl.DataFrame
    budget: pl.DataFrame
    constraints: pl.DataFrame
    gains: pl.DataFrame
    next_million: pl.DataFrame
    free_budget: pl.DataFrame


def allocate(
    response: Response,
    objectives: pl.DataFrame,
    needs: pl.DataFrame,
    measures: pl.DataFrame,
    terms: PlanTerms,
    bound: pl.DataFrame,
    *,
    templates: Mapping[str, Template] | None = None,
) -> Allocated:
    """Maximise (1 - risk_weight) * mean + risk_weight * CVaR_alpha of the weighted gain of the objectives.

    The gain is in standard deviations (see `gains`), averaged over the plan and five years after. `bound`: amounts
    (measure, year, amount_usd) that people fixed; they are kept to the dollar. Rows of `budget` sum to the budget.
    Raises RequestError where bound amounts are more than the budget, or name what is no measure.
    """
    case = case_of(response, objectives, needs, measures, terms, templates)
    mine = bound_money(case, bound)
    free = settle(case, terms.budget_usd, {})
    offered = settle(case, terms.budget_usd, mine, free.tails) if mine else free
    more = settle(case, terms.budget_usd + MILLION, mine, offered.tails)
    drafted = budget_frame(case, free)
    return Allocated(
        allocation=tables.build(Allocation, allocation_rows(case, offered, free, mine)).sort("measure"),
        budget=budget_frame(case, offered) if mine else drafted,
        constraints=tables.build(Constraints, constraint_rows(case, offered)).sort("id"),
        gains=tables.build(Gains, gain_rows(case, offered.money)),
        next_million=tables.build(NextMillion, million_rows(case, offered, more)).sort("measure"),
        free_budget=drafted,
    )


def bound_money(case: Case, bound: pl.DataFrame) -> Money:
    """Fixed amounts by measure and year; years outside the plan are left to the check."""
    known = case.classes.keys() | {RESERVE, UNALLOCATED}
    if strange := sorted(set(bound["measure"]) - known):
        raise RequestError(f"budget.csv names {', '.join(strange)}, which is no measure of this plan.")
    rows = bound.select("measure", "year", "amount_usd").sort("measure", "year").iter_rows()
    return {(measure, year): amount for measure, year, amount in rows if year in case.terms.years}


def budget_frame(case: Case, settled: Settled) -> pl.DataFrame:
    """Every measure and year, reserve and what is left included."""
    names = [*case.classes, RESERVE, UNALLOCATED]
    money = settled.money | left_by_year(case, settled)
    cells = [(measure, year) for measure in names for year in case.terms.years]
    rows = [{"measure": name, "year": year, "amount_usd": money.get((name, year), 0)} for name, year in cells]
    return tables.build(Budget, rows).sort("measure", "year")


def left_by_year(case: Case, settled: Settled) -> Money:
    """What stays unallocated, in the years that spend least beside the plan's profile."""
    years = case.terms.years
    spent = [sum(amount for (_name, when), amount in settled.money.items() if when == year) for year in years]
    room = np.maximum(settled.budget * case.profile(years) - spent, 0.0)
    set_aside = [settled.money.get((UNALLOCATED, year), 0) for year in years]
    parts = apportion(settled.budget - sum(spent), list(room) if room.any() else [1.0] * len(years))
    return {(UNALLOCATED, year): part + aside for year, part, aside in zip(years, parts, set_aside, strict=True)}


def gain_rows(case: Case, money: Mapping[Cell, int]) -> list[dict[str, object]]:
    """Mean, bad tail and score on the draws the money was chosen on, and on fresh ones."""
    gains, half = case.gain(money), case.terms.draws
    return [gain_row("chosen_on", case.terms, gains[:half]), gain_row("fresh", case.terms, gains[half:])]


def gain_row(draws: str, terms: PlanTerms, gains: Draws) -> dict[str, object]:
    """One row of `gains`."""
    mean, tail, both = score(gains, terms.alpha, terms.risk_weight)
    return {"draws": draws, "mean": mean, "tail": tail, "score": both}


def million_rows(case: Case, offered: Settled, more: Settled) -> list[dict[str, object]]:
    """Where one million more would go, largest first by name; what does not change is left out."""
    names: Sequence[str] = [*case.classes, RESERVE, UNALLOCATED]
    before, after = ({name: settled.of(name) for name in names} for settled in (offered, more))
    return [
        {"measure": name, "amount_usd": after[name] - before[name], "reached": more_people(case, name, offered, more)}
        for name in names
        if after[name] != before[name]
    ]


def more_people(case: Case, measure: str, offered: Settled, more: Settled) -> float | None:
    """People reached by one million more; None where reach is not known."""
    if measure not in case.reaches:
        return None
    return more.people(case, measure) - offered.people(case, measure)
