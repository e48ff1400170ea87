"""Do the rows of `plan/` name things that exist, and does its money fit? What does not is set aside and reported."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from typing import Any

import polars as pl

from bothshores import tables
from bothshores.catalogue import indicators, templates
from bothshores.store.plan_folder import TERMS, PlanFolder
from bothshores.tables.terms import PlanTerms
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
UNKNOWN = _("Nothing is called {text}.")
USE_KNOWN = _("Use an id that stands in the plan or the catalogue, or add it there.")


def check_links(found: PlanFolder, previous: dict[str, pl.DataFrame]) -> None:
    """Report and set aside rows whose measure, objective, indicator or template nobody knows."""
    check_remainder(found, previous)
    known = ids(found, previous, "measures")
    for table in OF_MEASURES:
        check_column(found, table, "measure", known | ALSO.get(table, set()))
    for table in OF_INDICATORS:
        check_column(found, table, "indicator", set(indicators()))
    check_floors(found, known)
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
        UNKNOWN, USE_KNOWN,
    )  # fmt: skip


def check_floors(found: PlanFolder, known: set[str]) -> None:
    """Floors of plan.toml for measures that nobody knows."""
    floors = found.terms.get("floors")
    if not isinstance(floors, dict):
        return
    for name in sorted(floors.keys() - known):
        found.issues.add(TERMS, UNKNOWN, USE_KNOWN, rule="unknown_id", column=f"floors.{name}", text=f"text:{name}")
        found.broken.add("plan")
        del floors[name]


def check_remainder(found: PlanFolder, previous: dict[str, pl.DataFrame]) -> None:
    """What is left over is computed: a person's change of it is reported, and nobody's rows of it are merged."""
    frame, before = found.tables.get("budget"), previous.get("budget")
    if frame is None:
        return
    if before is not None:
        said = dict(before.filter(pl.col("measure") == UNALLOCATED).select("year", "amount_usd").iter_rows())
        set_aside(
            found, "budget",
            lambda row: row["measure"] == UNALLOCATED and row["amount_usd"] != said.get(row["year"]),
            "measure", "remainder", _("{text} is what is left over: it cannot be set."),
            _("Change the amounts of measures, or money.budget_usd in plan.toml."),
        )  # fmt: skip
        previous["budget"] = before.filter(pl.col("measure") != UNALLOCATED)
    found.tables["budget"] = found.tables["budget"].filter(pl.col("measure") != UNALLOCATED)


def check_money(
    found: PlanFolder, changed: set[tuple[Any, ...]], terms: PlanTerms, *, gone: Set[str] = frozenset()
) -> None:
    """Amounts a person set for measures taken out, outside the plan's years, or beyond the whole budget."""
    budget = terms.budget_usd
    set_aside(
        found, "budget", lambda row: row["measure"] in gone and (row["measure"], row["year"]) in changed,
        "measure", "unknown_id", UNKNOWN, USE_KNOWN,
    )  # fmt: skip
    set_aside(
        found, "budget", lambda row: row["year"] not in terms.years and (row["measure"], row["year"]) in changed,
        "year", "outside_years", _("{text} is no year of the plan."),
        _("Use a year of the plan, or change its years in plan.toml."),
    )  # fmt: skip
    frame = found.tables.get("budget")
    if frame is None:
        return
    mine = [row for row in frame.iter_rows(named=True) if (row["measure"], row["year"]) in changed]
    together = sum(row["amount_usd"] for row in mine)
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
