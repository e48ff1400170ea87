"""What an allocation is decided from, prepared once for all budgets that are tried."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl

from bothshores.catalogue import Template
from bothshores.catalogue import templates as all_templates
from bothshores.plan.draws import Draws
from bothshores.plan.gains import aims, gain_of_one
from bothshores.plan.money_class import served
from bothshores.plan.reach import Reach
from bothshores.plan.respond import Response
from bothshores.tables.terms import PlanTerms
from bothshores.vocab import MoneyClass

Cell = tuple[str, int]
"""A measure and a year."""
Money = dict[Cell, int]
"""Whole USD by measure and year."""

PROTECTION_POINTS = 0.01
"""Part of the need that one measure of protection counts for at least: it is owed whatever the figures say."""
PROTECTION_SHARE = 0.1
"""Part of the need that these least parts hold at most, together: how many templates there are moves no money.
Both are judgements (docs/decisions/0007)."""


@dataclass(frozen=True, slots=True)
class Case:
    """Measures with class, first year, part of the need, reach and gains; `least` is the part of a measure of
    protection whatever the needs, `gains[measure]` the gain of the weighted objectives from one person reached in each
    year of the plan [years, 2 * draws]."""

    terms: PlanTerms
    classes: dict[str, str]
    starts: dict[str, int]
    points: dict[str, float]
    least: float
    protected: frozenset[str]
    envelope_max: Mapping[str, float]
    reaches: Mapping[str, Reach]
    gains: dict[str, Draws]

    @property
    def scored(self) -> list[str]:
        """Measures whose money can be scored."""
        return sorted(self.reaches.keys() & self.gains.keys())

    def active(self, measure: str) -> list[int]:
        """Years of the plan in which a measure runs."""
        return [year for year in self.terms.years if year >= self.starts[measure]]

    def of_class(self, money_class: str) -> list[str]:
        """Measures of one class."""
        return sorted(measure for measure, each in self.classes.items() if each == money_class)

    def profile(self, years: list[int]) -> Draws:
        """Part of each year in money that starts small and grows by at most `absorption_growth_max` to its level."""
        level = 1.0 + self.terms.absorption_growth_max
        sizes = {year: level if year > self.terms.first_year else 1.0 for year in self.terms.years}
        parts = np.array([sizes[year] for year in years])
        return np.asarray(parts / parts.sum(), dtype=np.float64)

    def gain(self, amounts: Mapping[Cell, float]) -> Draws:
        """Gain [2 * draws] of yearly amounts in USD."""
        total = np.zeros(2 * self.terms.draws)
        for measure in self.scored:
            yearly = np.array([float(amounts.get((measure, year), 0)) for year in self.terms.years])
            if yearly.any():
                reach = self.reaches[measure]
                total += reach.effective(yearly) @ self.gains[measure] / reach.cost
        return total


def case_of(
    response: Response, objectives: pl.DataFrame, needs: pl.DataFrame, measures: pl.DataFrame, terms: PlanTerms,
    templates: Mapping[str, Template] | None,
) -> Case:  # fmt: skip
    """Prepare an allocation."""
    library = all_templates() if templates is None else templates
    rows = list(measures.sort("id").iter_rows(named=True))
    of_measure = {row["id"]: library[row["template"]] for row in rows if row["template"] in library}
    goals = aims(objectives, needs)
    protected = frozenset(name for name, template in of_measure.items() if template.protection)
    classes = {row["id"]: str(row["money_class"]) for row in rows}
    paid = sum(classes[name] != MoneyClass.UNCOSTED.value for name in protected)
    least = min(PROTECTION_POINTS, PROTECTION_SHARE / max(paid, 1))
    gains = {row["id"]: gain_of_one(response, row["id"], goals, len(terms.years)) for row in rows}
    return Case(
        terms=terms,
        classes=classes,
        starts={row["id"]: row["start_year"] for row in rows},
        points=points(rows, of_measure, objectives, response, least),
        least=least,
        protected=protected,
        envelope_max={name: template.envelope_max_usd for name, template in of_measure.items()},
        reaches=response.reaches,
        gains={measure: gain for measure, gain in gains.items() if gain is not None},
    )


def points(
    rows: list[dict[str, Any]],
    of_measure: Mapping[str, Template],
    objectives: pl.DataFrame,
    response: Response,
    least: float,
) -> dict[str, float]:
    """Part of the weighted need that falls to each measure: an objective's weight, shared by all that serve it.

    A measure without a cost can hold no money, so it has no part and makes nobody else's smaller. Times its envelope
    weight; protection counts for at least `least`. A measure of a person's own, without
    a template, has none: it gets what its rows of the budget say.
    """
    total = float(objectives["weight"].sum()) or 1.0
    uncosted = MoneyClass.UNCOSTED.value
    known = [row for row in rows if row["id"] in of_measure and row["money_class"] != uncosted]
    serving = {row["id"]: goals_of(row, of_measure[row["id"]], objectives) for row in known}
    count = Counter(goal for goals in serving.values() for goal in goals)
    weights = {name: weight / total for name, weight in objectives.select("id", "weight").iter_rows()}
    found = dict.fromkeys((row["id"] for row in rows), 0.0)
    for measure, goals in serving.items():
        floor = least if of_measure[measure].protection else 0.0
        part = sum(weights[goal] / count[goal] for goal in sorted(goals))
        found[measure] = max(part, floor) * response.envelope_weights.get(measure, 1.0)
    return found


def goals_of(row: Mapping[str, Any], template: Template | None, objectives: pl.DataFrame) -> set[str]:
    """Objectives that a measure serves: the one it names, and those on the indicators of its template."""
    names = served(template) if template else set()
    pairs = objectives.select("id", "indicator").iter_rows()
    return {goal for goal, indicator in pairs if goal == row["objective"] or indicator in names}
