"""Milestones by quarter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any

import polars as pl

from bothshores import catalogue, tables
from bothshores.catalogue import Template
from bothshores.deliver.milestones import COUNTED, JUDGED, UNFUNDED, Milestone
from bothshores.tables.deliver import Delivery
from bothshores.tables.evaluate import second_look_after
from bothshores.tables.fund import FIRST_PAYMENT_QUARTER
from bothshores.tables.terms import PlanTerms
from bothshores.vocab import MoneyClass

Templates = Mapping[str, Template]
BY_CLASS = {MoneyClass.EVIDENCE: COUNTED, MoneyClass.ASSUMPTION: COUNTED}
A_YEAR = 4


def schedule(
    measures: pl.DataFrame,
    budget: pl.DataFrame,
    allocation: pl.DataFrame,
    terms: PlanTerms,
    *,
    templates: Templates | None = None,
) -> pl.DataFrame:
    """Milestones of every measure, from its first year with money on; looks of the evaluation may lie after the plan.

    `reached` (persons, cumulative) stands only where the allocation knows how many are reached. A measure without
    money gets what has to happen before it can have some.
    """
    library = catalogue.templates() if templates is None else templates
    reached = dict(allocation.select("measure", "reached").iter_rows())
    money = paid(budget)
    found = []
    for measure in measures.iter_rows(named=True):
        years = money.get(measure["id"], {})
        anchors = anchor(
            years or {max(measure["start_year"], terms.first_year): 0}, library.get(measure["template"]), terms
        )
        kinds = BY_CLASS.get(measure["money_class"], JUDGED) if years else UNFUNDED
        found += [row(each, measure, anchors, reached.get(measure["id"])) for each in kinds if each.anchor in anchors]
    return tables.build(Delivery, found).sort(Delivery.primary_key())


def paid(budget: pl.DataFrame) -> dict[str, dict[int, int]]:
    """USD by measure and year, without years that have none."""
    found: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for measure, year, amount in budget.select("measure", "year", "amount_usd").sort("measure", "year").iter_rows():
        if amount:
            found[measure][year] = amount
    return found


def anchor(years: Mapping[int, int], template: Template | None, terms: PlanTerms) -> dict[str, int]:
    """Quarters (counted from year 0) from which milestones are reckoned."""
    start = min(years) * A_YEAR
    first = start + FIRST_PAYMENT_QUARTER - 1
    half = first + half_way(quarterly(years))
    found = {"start": start, "first_payment": first, "half": half, "full": (max(years) + 1) * A_YEAR - 1}
    found["first_service"] = min(first + 1, half)
    if template:
        found["short"] = first + round(A_YEAR * template.short_window_years)
        long = second_look_after(template.long_window_years, min(years), terms.last_year)
        found["long"] = first + round(A_YEAR * long)
    return found


def quarterly(years: Mapping[int, int]) -> list[float]:
    """USD by quarter from the first payment on, equal within each year."""
    found: list[float] = []
    for year in range(min(years), max(years) + 1):
        quarters = A_YEAR - FIRST_PAYMENT_QUARTER + 1 if year == min(years) else A_YEAR
        found += [years.get(year, 0) / quarters] * quarters
    return found


def half_way(amounts: Sequence[float]) -> int:
    """Place of the quarter by whose end half of the money is paid."""
    return next(place for place, so_far in enumerate(accumulate(amounts)) if so_far >= sum(amounts) / 2)


def row(
    kind: Milestone, measure: Mapping[str, Any], anchors: Mapping[str, int], reached: float | None
) -> dict[str, Any]:
    """A milestone of a measure."""
    year, quarter = divmod(anchors[kind.anchor] + kind.later, A_YEAR)
    return {
        "measure": measure["id"],
        "milestone": kind.id,
        "quarter": f"{year}-Q{quarter + 1}",
        "title": kind.title,
        "owner": kind.owner or measure["owner"],
        "reached": None if reached is None or kind.reached is None else float(round(reached * kind.reached)),
    }
