"""Do the rows of `plan/` name things that exist, and does its money fit? What does not is set aside and reported."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import polars as pl

from bothshores import tables
from bothshores.catalogue import indicators, templates
from bothshores.store.plan_folder import PlanFolder
from bothshores.vocab import NATIONAL, RESERVE, UNALLOCATED
from bothshores.vocab import gettext_noop as _

ALSO = {
    "budget": {RESERVE, UNALLOCATED},
    "financing": {RESERVE, UNALLOCATED},
    "targets": {NATIONAL},
    "monitoring": {NATIONAL},
}
OF_MEASURES = ("budget", "financing", "targets", "delivery", "monitoring", "evaluations", "assumptions", "commitments",
               "partners", "risks")  # fmt: skip
OF_INDICATORS = ("objectives", "targets", "monitoring", "triggers")


def check_links(found: PlanFolder, previous: Mapping[str, pl.DataFrame]) -> None:
    """Report and set aside rows whose measure, objective, indicator or template nobody knows."""
    known = ids(found, previous, "measures")
    for table in OF_MEASURES:
        check_column(found, table, "measure", known | ALSO.get(table, set()))
    for table in OF_INDICATORS:
        check_column(found, table, "indicator", set(indicators()))
    check_column(found, "measures", "template", set(templates()) | {""})
    check_column(found, "measures", "objective", ids(found, previous, "objectives") | {""})


def ids(found: PlanFolder, previous: Mapping[str, pl.DataFrame], table: str) -> set[str]:
    """Ids that stand in the plan or stood in the last draft (a row may be the bad one)."""
    frames = [frames[table] for frames in (found.tables, previous) if table in frames]
    return {name for frame in frames for name in frame["id"]}


def check_column(found: PlanFolder, table: str, column: str, known: set[str]) -> None:
    """Rows of one table whose `column` is not among the known ids."""
    set_aside(
        found, table, lambda row: row[column] not in known, column, "unknown_id",
        _("Nothing is called {text}."), _("Use an id that stands in the plan or the catalogue, or add it there."),
    )  # fmt: skip


def check_money(found: PlanFolder, changed: set[tuple[Any, ...]], budget: int) -> None:
    """Amounts a person set that are greater than the whole budget, alone or together."""
    frame = found.tables.get("budget")
    if frame is None:
        return
    mine = [row for row in frame.iter_rows(named=True) if (row["measure"], row["year"]) in changed]
    together = sum(row["amount_usd"] for row in mine if row["measure"] != UNALLOCATED)
    remedy = _("Lower the amounts, or raise money.budget_usd in plan.toml.")

    def too_much(row: dict[str, Any]) -> bool:
        return (row["measure"], row["year"]) in changed and (row["amount_usd"] > budget or together > budget)

    text = _("{text} together with the other amounts you set is more than the whole budget of {budget}.")
    set_aside(found, "budget", too_much, "amount_usd", "over_budget", text, remedy, budget=f"usd:{budget}")


def set_aside(
    found: PlanFolder, table: str, wrong: Callable[[dict[str, Any]], bool], column: str, rule: str, text: str,
    remedy: str, **gaps: str,
) -> None:  # fmt: skip
    """Take rows out of the good ones, each with an issue; their file will be left byte for byte."""
    frame = found.tables.get(table)
    if frame is None:
        return
    keys, keep = tables.every()[table].primary_key(), []
    for row in frame.iter_rows(named=True):
        keep.append(not wrong(row))
        if not keep[-1]:
            line = found.lines[table].get(tuple(row[name] for name in keys))
            cell = f"usd:{row[column]}" if rule == "over_budget" else f"text:{row[column]}"
            found.issues.add(f"{table}.csv", text, remedy, rule=rule, row=line, column=column, text=cell, **gaps)
    if not all(keep):
        found.broken.add(table)
        found.tables[table] = frame.filter(pl.Series(keep))
