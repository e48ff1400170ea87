"""The path each indicator should take: what the simulation expects with the plan, and the people to be reached."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any

import polars as pl

from bothshores import catalogue, tables
from bothshores.catalogue import Template
from bothshores.tables.plan import Targets
from bothshores.tables.terms import PlanTerms
from bothshores.vocab import NATIONAL, Direction

DIGITS = 4
"""Digits of a target that count: a simulated mean must not look more exact than it is."""

Templates = Mapping[str, Template]
COUNTS = ("prog_beneficiaries", "prog_people_trained")
"""Outputs that count people, the first of them that the template names."""


def set_targets(
    objectives: pl.DataFrame,
    outcome_paths: pl.DataFrame,
    measures: pl.DataFrame,
    allocation: pl.DataFrame,
    terms: PlanTerms,
    *,
    budget: pl.DataFrame | None = None,
    templates: Templates | None = None,
) -> pl.DataFrame:
    """Targets by year: an objective's mean path with the plan to four digits, and people reached since the plan began.

    An objective has no target without a forecast, or where the plan does not make it better than it is; nor has a
    measure whose reach is not known. People are reached by the end of each year as the measure's `budget` is spent;
    without one, in equal parts in each year from its start.
    """
    library = catalogue.templates() if templates is None else templates
    found = national(objectives, outcome_paths)
    reached = dict(allocation.select("measure", "reached").iter_rows())
    for measure in measures.iter_rows(named=True):
        people, indicator = reached.get(measure["id"]), counted(library.get(measure["template"]))
        if people and indicator:
            parts = spending(measure, budget, terms)
            found += outputs(measure["id"], indicator, people, parts, terms.years)
    return tables.build(Targets, found).sort(Targets.primary_key())


def national(objectives: pl.DataFrame, outcome_paths: pl.DataFrame) -> list[dict[str, Any]]:
    """The objectives' paths with the plan, where it moves them and they end better than they are now.

    A forecast that ends worse is an expectation, and no target: people have to decide one.
    """
    found = []
    for objective in objectives.sort("id").iter_rows(named=True):
        paths = outcome_paths.filter(pl.col("indicator") == objective["indicator"]).sort("year")
        expected = paths.filter(pl.col("scenario") == "with").select("year", "mean")
        without = paths.filter(pl.col("scenario") == "without")["mean"]
        if expected.height and aims_higher(objective, float(expected["mean"][-1]), float(without[-1])):
            found += [
                {"measure": NATIONAL, "indicator": objective["indicator"], "year": year, "target": mean}
                for year, mean in expected.with_columns(pl.col("mean").round_sig_figs(DIGITS)).iter_rows()
            ]
    return found


def aims_higher(objective: Mapping[str, Any], expected: float, without: float) -> bool:
    """Whether the path with the plan is better than the one without, and than the latest figure."""
    sign = Direction(objective["direction"]).sign
    baseline = objective["baseline"]
    return sign * (expected - without) > 0 and (baseline is None or sign * (expected - baseline) > 0)


def counted(template: Template | None) -> str:
    """The output that counts people, empty where there is none."""
    named = template.output_indicators if template else ()
    return next((name for name in COUNTS if name in named), "")


def spending(measure: Mapping[str, Any], budget: pl.DataFrame | None, terms: PlanTerms) -> list[int]:
    """How the measure's money lies over the plan's years."""
    if budget is None:
        return [int(year >= measure["start_year"]) for year in terms.years]
    mine = dict(budget.filter(pl.col("measure") == measure["id"]).select("year", "amount_usd").iter_rows())
    return [mine.get(year, 0) for year in terms.years]


def outputs(
    measure: str, indicator: str, people: float, parts: Sequence[int], years: Sequence[int]
) -> list[dict[str, Any]]:
    """People reached since the plan began, in whole persons, from the first year on in which somebody is."""
    whole = sum(parts)
    return [
        {"measure": measure, "indicator": indicator, "year": year, "target": float(round(people * so_far / whole))}
        for year, so_far in zip(years, accumulate(parts), strict=True)
        if so_far
    ]
