"""Do the rows of `plan/` name things that exist, with figures that can be? What does not is set aside and reported."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from typing import Any

from bothshores import tables
from bothshores.catalogue import indicators, templates
from bothshores.store.merge import Ledger
from bothshores.store.plan_folder import TERMS, PlanFolder
from bothshores.vocab import NATIONAL, RESERVE, UNALLOCATED
from bothshores.vocab import gettext_noop as _

APART = {RESERVE, UNALLOCATED, NATIONAL}
ALSO = {
    "budget": {RESERVE, UNALLOCATED},
    "financing": {RESERVE, UNALLOCATED},
    "targets": {NATIONAL},
    "monitoring": {NATIONAL},
    "triggers": {NATIONAL},
}
OF_MEASURES = ("budget", "financing", "targets", "delivery", "monitoring", "evaluations", "assumptions", "commitments",
               "partners", "risks", "triggers")  # fmt: skip
OF_INDICATORS = ("objectives", "targets", "monitoring", "triggers")
FIGURES = {"objectives": "baseline", "targets": "target", "monitoring": "baseline", "triggers": "threshold"}
UNKNOWN = _("Nothing is called {text}.")
USE_KNOWN = _("Use an id that stands in the plan or the catalogue, or add it there.")
NOT_ALLOWED = _("{text} is not allowed here.")
CORRECT = _("Correct the cell; the rest of the file is used.")

Row = Mapping[str, Any]
Wrong = Callable[[Row], bool]
Names = Mapping[tuple[str, str], Set[str]]
"""What may stand in a column of a table, by table and column."""


def check_links(ledger: Ledger, plugins: Names | None = None) -> None:
    """Report and set aside rows whose measure, objective, indicator, template or plug-in nobody knows."""
    found = ledger.current
    set_aside(found, "measures", lambda row: row["id"] in APART, "id", "reserved_id", NOT_ALLOWED, CORRECT)
    known = ids(ledger, "measures")
    for table in OF_MEASURES:
        check_column(found, table, "measure", known | ALSO.get(table, set()))
    for table in OF_INDICATORS:
        check_column(found, table, "indicator", indicators().keys())
    check_column(found, "measures", "template", templates().keys() | {""})
    check_column(found, "measures", "objective", ids(ledger, "objectives") | {""})
    for (table, column), names in (plugins or {}).items():
        check_column(found, table, column, names)
    for table, column in FIGURES.items():
        check_figures(ledger, table, column)
    check_floors(found, known - {name for (name,) in ledger.removed("measures")})


def ids(ledger: Ledger, table: str) -> set[str]:
    """Ids that stand in the plan or stood in the last draft (a row may be the bad one)."""
    frames = [frames[table] for frames in (ledger.current.tables, ledger.previous) if table in frames]
    return {name for frame in frames for name in frame["id"]}


def unknown(column: str, known: Set[str]) -> Wrong:
    """True for a row whose `column` is not among the known names."""
    return lambda row: row[column] not in known


def check_column(found: PlanFolder, table: str, column: str, known: Set[str]) -> None:
    """Rows of one table whose `column` is not among the known names."""
    set_aside(found, table, unknown(column, known), column, "unknown_id", UNKNOWN, USE_KNOWN)


def check_figures(ledger: Ledger, table: str, column: str) -> None:
    """Figures that a person set beyond what the indicator's unit allows."""

    def impossible(row: Row) -> bool:
        low, high = indicators()[row["indicator"]].limits
        return row[column] is not None and not low <= row[column] <= high

    set_aside(
        ledger.current, table, changed(ledger, table, impossible), column, "impossible_figure", NOT_ALLOWED, CORRECT
    )


def check_floors(found: PlanFolder, known: Set[str]) -> None:
    """Floors of plan.toml for measures that nobody knows."""
    floors = found.terms.get("floors")
    if not isinstance(floors, dict):
        return
    for name in sorted(floors.keys() - known):
        line = found.lines.get("plan", {}).get((f"floors.{name}",))
        found.issues.add(
            TERMS, UNKNOWN, USE_KNOWN, rule="unknown_id", row=line, column=f"floors.{name}", text=f"text:{name}"
        )
        found.broken.add("plan")
        del floors[name]


def changed(ledger: Ledger, table: str, wrong: Wrong) -> Wrong:
    """`wrong`, but only of rows that a person changed or added."""
    mine, keys = ledger.changed(table).keys(), tables.every()[table].primary_key()
    return lambda row: tuple(row[name] for name in keys) in mine and wrong(row)


def set_aside(
    found: PlanFolder, table: str, wrong: Wrong, column: str, rule: str, text: str, remedy: str, /, *,
    kind: str = "text", **gaps: str,
) -> None:  # fmt: skip
    """Take rows out of the good ones, each with an issue; their file will be left byte for byte.

    The cell fills `{text}` as a gap of this `kind` (see `vocab.Message`).
    """
    frame = found.tables.get(table)
    if frame is None:
        return
    keys = tables.every()[table].primary_key()
    rows = list(frame.iter_rows(named=True))
    bad = [wrong(row) for row in rows]
    for row in (row for row, is_bad in zip(rows, bad, strict=True) if is_bad):
        line = found.lines.get(table, {}).get(tuple(row[name] for name in keys))
        cell = f"{kind}:{row[column]}"
        found.issues.add(f"{table}.csv", text, remedy, rule=rule, row=line, column=column, text=cell, **gaps)
    if any(bad):
        found.broken.add(table)
        found.tables[table] = frame.filter([not each for each in bad])
