"""Which instrument carries a measure's money, and who pays: to be negotiated, until somebody promises."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Any

import polars as pl

from bothshores import catalogue, registry, tables
from bothshores.catalogue import Template
from bothshores.fund.kinds import Instrument
from bothshores.fund.terms import Terms
from bothshores.tables.fund import BUDGET_LINE, TO_BE_NEGOTIATED, Financing
from bothshores.tables.terms import PlanTerms
from bothshores.vocab import MoneyClass

Templates = Mapping[str, Template]
COUNTED = (MoneyClass.EVIDENCE, MoneyClass.ASSUMPTION)
"""Classes of money whose results are counted, person by person."""


@cache
def instruments() -> dict[str, Instrument[Terms]]:
    """Every registered instrument by id."""
    registry.load("bothshores.fund.instruments")
    return {name: member() for name, member in sorted(Instrument.members.items())}


def finance(
    budget: pl.DataFrame,
    measures: pl.DataFrame,
    terms: PlanTerms,
    *,
    decided: pl.DataFrame | None = None,
    templates: Templates | None = None,
) -> pl.DataFrame:
    """Financing in whole USD: for each measure and year of the budget, rows that sum to its amount.

    The instrument is the first of the template's that fits the measure's money; reserve, unallocated and measures
    without a template are a budget line. `decided`: rows of `financing` that people changed or added; whoever they name
    keeps paying what they say, and only the rest is to be negotiated. Promises beyond the budget are all kept.
    """
    library = catalogue.templates() if templates is None else templates
    carried = {row["id"]: choose(library.get(row["template"]), row["money_class"]) for row in measures.to_dicts()}
    promised = promises(decided)
    given: Counter[tuple[str, int]] = Counter()
    for row in promised:
        given[row["measure"], row["year"]] += row["amount_usd"]
    rest = [
        {
            "measure": measure,
            "instrument": carried.get(measure, BUDGET_LINE),
            "source": TO_BE_NEGOTIATED,
            "year": year,
            "amount_usd": amount - given[measure, year],
            "status": "to_be_negotiated",
        }
        for measure, year, amount in budget.select("measure", "year", "amount_usd").iter_rows()
        if amount > given[measure, year]
    ]
    return tables.build(Financing, promised + rest).sort(Financing.primary_key())


def promises(decided: pl.DataFrame | None) -> list[dict[str, Any]]:
    """Rows in which somebody is named; what is still to be negotiated promises nothing."""
    if decided is None:
        return []
    rows = decided.select(list(Financing.columns())).iter_rows(named=True)
    return [row for row in rows if row["source"] != TO_BE_NEGOTIATED and row["amount_usd"]]


def choose(template: Template | None, money_class: str) -> str:
    """Id of the first of a template's instruments that fits; one that pays for results needs results to count.

    A law, a service for everybody or statistics are a ministry's own work, which a budget line pays; only where the
    template says why does an instrument carry money that rests on judgement.
    """
    own_work = money_class == MoneyClass.JUDGEMENT and not (template and template.instrument_reason)
    for name in template.instruments if template and not own_work else ():
        known = instruments().get(name)
        if known and (money_class in COUNTED or not known.needs_results):
            return name
    return BUDGET_LINE
