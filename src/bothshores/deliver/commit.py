"""What has to be promised before a measure can start."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from bothshores import tables
from bothshores.tables.plan import Commitments, PlanTerms
from bothshores.vocab import STATISTICS_POST, MoneyClass
from bothshores.vocab import gettext_noop as _

BUDGET_POST: Final = _("Director of the budget in the ministry responsible for finance")
AUDIT_POST: Final = _("Head of internal audit in the ministry responsible for finance")


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise due on a day of the start year or `years_before` it; `owner` empty: the measure's own."""

    id: str
    text: str
    owner: str
    month: int
    day: int
    years_before: int = 0

    def due(self, start_year: int) -> datetime.date:
        """The day by which it is due."""
        return datetime.date(start_year - self.years_before, self.month, self.day)


FUNDED: Final = (
    Promise("budget_line", _("The money stands in a budget line of its own."), BUDGET_POST, 12, 31, years_before=1),
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
"""What must be in place when the first payment is made, in the third quarter of the start year."""

UNCOSTED: Final = (
    Promise("local_costs", _("Local costs are collected and published, so that the measure can be costed."), "", 6, 30),
)


def commit(measures: pl.DataFrame, terms: PlanTerms) -> pl.DataFrame:
    """Commitments of every measure, due before its first payment; the legal basis is empty until somebody names one."""
    found = [
        row(promise, measure, max(measure["start_year"], terms.first_year))
        for measure in measures.iter_rows(named=True)
        for promise in (UNCOSTED if measure["money_class"] == MoneyClass.UNCOSTED else FUNDED)
    ]
    return tables.build(Commitments, found).sort(Commitments.primary_key())


def row(promise: Promise, measure: Mapping[str, Any], start_year: int) -> dict[str, Any]:
    """A promise of a measure."""
    return {
        "id": f"{measure['id']}_{promise.id}",
        "measure": measure["id"],
        "promise": promise.text,
        "owner": promise.owner or measure["owner"],
        "due": promise.due(start_year),
        "legal_basis": "",
    }
