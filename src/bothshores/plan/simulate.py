"""What the plan is expected to change: outcome paths with and without it, and what each measure adds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl

from bothshores import tables
from bothshores.catalogue import indicators
from bothshores.plan.draws import Draws
from bothshores.plan.forecast import Baseline
from bothshores.plan.respond import Response
from bothshores.tables.basis import Contributions, OutcomePaths, PlanChanges
from bothshores.tables.terms import PlanTerms

LOW, HIGH = 0.05, 0.95


@dataclass(frozen=True, slots=True)
class Simulated:
    """Outcome paths over the plan's years; contributions, and changes by the whole plan, in its last year."""

    outcome_paths: pl.DataFrame
    contributions: pl.DataFrame
    plan_changes: pl.DataFrame


def simulate(budget: pl.DataFrame, response: Response, baseline: Baseline, terms: PlanTerms) -> Simulated:
    """Add the effects of a budget to the forecast without it, draw by draw.

    The draws of the effects are fresh ones, not those the budget was chosen on. Only an indicator with a forecast has
    paths; shares stay within 0 to 1. Contributions are those of each scored measure with money.
    """
    money = by_measure(budget, terms)
    parts = {
        (measure, indicator): change(response, measure, indicator, yearly, terms)
        for measure, yearly in money.items()
        if measure in response.reaches and yearly.any()
        for indicator in response.changes[measure]
    }
    paths = [
        row
        for indicator in sorted(baseline.draws)
        for row in path_rows(indicator, baseline.draws[indicator], total(parts, indicator), terms)
    ]
    added = [
        {"measure": measure, "reached": response.reaches[measure].people(money[measure])} | added_to(indicator, draws)
        for (measure, indicator), draws in parts.items()
    ]
    moved = sorted({indicator for _measure, indicator in parts})
    changes = [added_to(indicator, np.asarray(total(parts, indicator))) for indicator in moved]
    return Simulated(
        outcome_paths=tables.build(OutcomePaths, paths).sort("indicator", "scenario", "year"),
        contributions=tables.build(Contributions, added).sort("measure", "indicator"),
        plan_changes=tables.build(PlanChanges, changes),
    )


def by_measure(budget: pl.DataFrame, terms: PlanTerms) -> dict[str, Draws]:
    """USD of each measure in each year of the plan [years]."""
    money = {measure: np.zeros(len(terms.years)) for measure in budget["measure"].unique().sort()}
    for measure, year, amount in budget.select("measure", "year", "amount_usd").iter_rows():
        if year in terms.years:
            money[measure][year - terms.first_year] += amount
    return money


def change(response: Response, measure: str, indicator: str, yearly: Draws, terms: PlanTerms) -> Draws:
    """Change of an indicator by a measure's money [years, draws], on the fresh draws."""
    per_usd = response.per_usd(measure, indicator)[:, terms.draws :]
    dollars = response.reaches[measure].effective(yearly)
    result = np.zeros((yearly.size, terms.draws))
    for place in np.flatnonzero(dollars):
        result[place:] += dollars[place] * per_usd[: yearly.size - place]
    return result


def total(parts: dict[tuple[str, str], Draws], indicator: str) -> Draws | float:
    """Change of an indicator by all measures together."""
    return sum((draws for (_measure, name), draws in parts.items() if name == indicator), start=0.0)


def path_rows(indicator: str, without: Draws, change: Draws | float, terms: PlanTerms) -> list[dict[str, Any]]:
    """Rows of one indicator, from a baseline [draws, years] and a change [years, draws]."""
    base = without.T
    changed = base + change
    if indicators()[indicator].bounded:
        changed = np.clip(changed, np.minimum(base, 0.0), np.maximum(base, 1.0))
    scenarios = {"without": base, "with": changed}
    return [
        {"indicator": indicator, "scenario": name, "year": year} | spread(draws)
        for name, path in scenarios.items()
        for year, draws in zip(terms.years, path, strict=True)
    ]


def spread(draws: Draws) -> dict[str, float]:
    """Mean and the interval that holds nine in ten draws."""
    low, high = np.quantile(draws, [LOW, HIGH])
    return {"mean": float(draws.mean()), "low": float(low), "high": float(high)}


def added_to(indicator: str, change: Draws) -> dict[str, Any]:
    """What a change [years, draws] is in the plan's last year, and how surely it is for the better."""
    sign, last = indicators()[indicator].direction.sign, change[-1]
    better = float((last * sign > 0).mean()) if sign else 0.0
    return {"indicator": indicator, "probability_improves": better} | spread(last)
