"""Do people's changes fit the plan that is in force: its measures, years and money? What does not is set aside."""

from __future__ import annotations

from collections.abc import Set

import polars as pl

from bothshores import tables
from bothshores.store import terms as decisions
from bothshores.store.links import (
    ALSO,
    OF_MEASURES,
    UNKNOWN,
    USE_KNOWN,
    Row,
    changed,
    set_aside,
    unknown,
)
from bothshores.store.merge import Ledger
from bothshores.store.plan_folder import TERMS
from bothshores.tables.fund import TO_BE_NEGOTIATED
from bothshores.tables.terms import PlanTerms
from bothshores.vocab import RESERVE, UNALLOCATED
from bothshores.vocab import gettext_noop as _

REST = {"budget": ("measure", UNALLOCATED), "financing": ("source", TO_BE_NEGOTIATED)}
"""Rows that say what is left over: they are computed, and nobody's."""
OF_YEARS = ("budget", "financing", "targets", "triggers")
LOWER = _("Lower the amounts, or raise money.budget_usd in plan.toml.")


def check_changes(ledger: Ledger, measures: Set[str], terms: PlanTerms) -> None:
    """Set aside what people changed for measures or years that the plan has not, or beyond its whole budget."""
    for table in OF_MEASURES:
        strange = changed(ledger, table, unknown("measure", measures | ALSO.get(table, set())))
        set_aside(ledger.current, table, strange, "measure", "unknown_id", UNKNOWN, USE_KNOWN)
    for table in OF_YEARS:
        set_aside(
            ledger.current, table, changed(ledger, table, lambda row: row["year"] not in terms.years),
            "year", "outside_years", _("{text} is no year of the plan."),
            _("Use a year of the plan, or change its years in plan.toml."),
        )  # fmt: skip
    for table in REST:
        check_money(ledger, table, terms.budget_usd)
    check_floors(ledger, measures, terms)
    keep_removed(ledger, measures | {RESERVE}, terms)


def check_money(ledger: Ledger, table: str, budget: int) -> None:
    """Amounts a person set that are beyond the whole budget, alone or together; a slip in one harms no other."""
    column, rest = REST[table]
    mine = [row["amount_usd"] for row in ledger.changed(table).values() if row[column] != rest]
    together = sum(amount for amount in mine if amount <= budget) > budget

    def too_much(row: Row) -> bool:
        return bool(row[column] != rest and (together or row["amount_usd"] > budget))

    text = _("{text} together with the other amounts you set is more than the whole budget of {budget}.")
    set_aside(
        ledger.current, table, changed(ledger, table, too_much), "amount_usd", "over_budget", text, LOWER,
        kind="usd", budget=f"usd:{budget}",
    )  # fmt: skip


def check_floors(ledger: Ledger, measures: Set[str], terms: PlanTerms) -> None:
    """Floors for measures that this draft has not: known, but not in force."""
    strange = [f"floors.{name}" for name in sorted(terms.floors.keys() - measures)]
    for key in strange:
        name = key.removeprefix("floors.")
        ledger.current.issues.add(TERMS, UNKNOWN, USE_KNOWN, rule="unknown_id", column=key, text=f"text:{name}")
    if strange:
        decisions.set_aside(strange, ledger)


def keep_removed(ledger: Ledger, measures: Set[str], terms: PlanTerms) -> None:
    """A row taken out of budget.csv means no money for that measure in that year."""
    frame = ledger.current.tables.get("budget")
    if frame is not None:
        gone = sorted(key for key in ledger.removed("budget") if key[0] in measures and key[1] in terms.years)
        none = pl.DataFrame([(*key, 0) for key in gone], schema=frame.schema, orient="row")
        ledger.current.tables["budget"] = pl.concat([frame, none])


def check_rest(ledger: Ledger, table: str, computed: pl.DataFrame) -> None:
    """What is left over follows from the rest: a person's own figure for it is reported, and none of it is merged."""
    (column, rest), keys = REST[table], tables.every()[table].primary_key()
    drafted = {tuple(row[name] for name in keys): row["amount_usd"] for row in computed.iter_rows(named=True)}

    def differs(row: Row) -> bool:
        return bool(row[column] == rest and row["amount_usd"] != drafted.get(tuple(row[name] for name in keys), 0))

    set_aside(
        ledger.current, table, changed(ledger, table, differs), column, "remainder",
        _("{text} is what is left over: it cannot be set."),
        _("Change the amounts of measures, or money.budget_usd in plan.toml."), kind="term",
    )  # fmt: skip
    for frames in (ledger.current.tables, ledger.previous):
        if table in frames:
            frames[table] = frames[table].filter(pl.col(column) != rest)
