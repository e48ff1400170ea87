"""What has to be promised before a measure can start."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from bothshores import tables
from bothshores.tables.plan import Commitments
from bothshores.tables.terms import PlanTerms
from bothshores.vocab import STATISTICS_POST, MoneyClass
from bothshores.vocab import gettext_noop as _

BUDGET_POST: Final = _("Director of the budget in the ministry responsible for finance")
AUDIT_POST: Final = _("Head of internal audit in the ministry responsible for finance")


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise due on a day of the measure's first year; `owner` empty: the measure's own."""

    id: str
    text: str
    owner: str
    month: int
    day: int

    def due(self, first_year: int) -> datetime.date:
        """The day by which it is due."""
        return datetime.date(first_year, self.month, self.day)


FUNDED: Final = (
    Promise("budget_line", _("The money stands in a budget line of its own."), BUDGET_POST, 1, 1),
    Promise(
        "data_sharing",
        _("The data that show results are shared, under a data-protection agreement."),
        STATISTICS_POST,
        6,
        30,
    ),
    Promise(
        "safeguards", _("Safeguards and a complaints channel are in force before anybody is paid or served."), "", 6, 30
    ),
    Promise("verifier", _("Somebody other than the implementer verifies what is done."), AUDIT_POST, 6, 30),
)
"""What must be in place when the first payment is made, in the third quarter of the first year."""

UNCOSTED: Final = (
    Promise("local_costs", _("Local costs are collected and published, so that the measure can be costed."), "", 6, 30),
)


def commit(measures: pl.DataFrame, terms: PlanTerms, *, budget: pl.DataFrame | None = None) -> pl.DataFrame:
    """Commitments of every measure, due before its first payment; the legal basis is empty until somebody names one.

    With a `budget` the first year is the first with money, and a measure that has none promises nothing; without one it
    is the measure's start year, and a measure without a cost owes its cost.
    """
    found = [
        row(promise, measure, first)
        for measure in measures.iter_rows(named=True)
        if (first := first_year(measure, budget, terms)) is not None
        for promise in promises(measure, budget)
    ]
    return tables.build(Commitments, found).sort(Commitments.primary_key())


def first_year(measure: Mapping[str, Any], budget: pl.DataFrame | None, terms: PlanTerms) -> int | None:
    """First year of a measure; None if the budget has no money for it."""
    if budget is None:
        return int(max(measure["start_year"], terms.first_year))
    mine = budget.filter((pl.col("measure") == measure["id"]) & (pl.col("amount_usd") > 0))
    years: list[int] = mine["year"].to_list()
    return min(years, default=None)


def promises(measure: Mapping[str, Any], budget: pl.DataFrame | None) -> tuple[Promise, ...]:
    """What a measure has to promise; one that is given money without a cost owes as much as any other."""
    return UNCOSTED if budget is None and measure["money_class"] == MoneyClass.UNCOSTED else FUNDED


def row(promise: Promise, measure: Mapping[str, Any], first: int) -> dict[str, Any]:
    """A promise of a measure."""
    return {
        "id": f"{measure['id']}_{promise.id}",
        "measure": measure["id"],
        "promise": promise.text,
        "owner": promise.owner or measure["owner"],
        "due": promise.due(first),
        "legal_basis": "",
    }
