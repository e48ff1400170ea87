"""Read and write `plan/`: every bad row is an issue with file, row, column and what to do; good rows go on."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import dataframely as dy
import polars as pl

from bothshores import tables
from bothshores.store.csv_rows import read_rows, read_text
from bothshores.store.issues import Problems
from bothshores.vocab import gettext_noop as _

DECIDED = (
    "objectives", "measures", "budget", "financing", "targets", "delivery", "monitoring", "evaluations", "triggers",
    "assumptions", "commitments", "partners", "risks",
)  # fmt: skip
COMPUTED_COLUMNS = ("message", "args")
TERMS = "plan.toml"


@dataclass
class PlanFolder:
    """What stands in `plan/`: good rows by table, decisions of plan.toml, and which files hold bad rows."""

    tables: dict[str, pl.DataFrame] = field(default_factory=dict)
    terms: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, dict[tuple[Any, ...], int]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    issues: Problems = field(default_factory=Problems)


def decided_columns(table: str) -> list[str]:
    """The columns of a table that stand in its CSV file (computed reasons stay in the run)."""
    return [name for name in tables.every()[table].columns() if name not in COMPUTED_COLUMNS]


def read_plan(folder: Path) -> PlanFolder:
    """Everything a person may have edited. A missing file is no issue: the draft writes it."""
    found = PlanFolder()
    for table in DECIDED:
        file = folder / f"{table}.csv"
        if file.exists():
            before = len(found.issues.rows)
            numbered = read_table(file, table, found.issues)
            keys = tables.every()[table].primary_key()
            found.lines[table] = {tuple(row[:-1]): row[-1] for row in numbered.select(*keys, "row").iter_rows()}
            found.tables[table] = numbered.drop("row")
            if len(found.issues.rows) > before:
                found.broken.add(table)
    if (folder / TERMS).exists():
        read_terms(folder / TERMS, found)
    return found


def read_terms(file: Path, found: PlanFolder) -> None:
    """plan.toml; where it is no TOML the whole file is reported and the draft's own values are used."""
    text = read_text(file, _("Make it a file you may read; the draft used its own values."), found.issues)
    if text is None:
        found.broken.add("plan")
        return
    found.lines["plan"] = lines_of(text)
    try:
        found.terms = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found.broken.add("plan")
        line = re.search(r"at line (\d+)", str(error))
        found.issues.add(
            file.name, _("This is no valid TOML: {error}"), _("Mend the line named; the draft used its own values."),
            rule="not_toml", row=int(line[1]) if line else None, error=f"text:{error}",
        )  # fmt: skip


def lines_of(text: str) -> dict[tuple[Any, ...], int]:
    """The line on which each section and each `section.name` of a TOML file stands."""
    section, lines = "", dict[tuple[Any, ...], int]()
    for number, line in enumerate(text.splitlines(), start=1):
        name = line.partition("=")[0].strip(" \t\"'")
        if name.startswith("["):
            section = name.strip("[] ")
            name = ""
        lines.setdefault((".".join(part for part in (section, name) if part),), number)
    return lines


def read_table(file: Path, table: str, issues: Problems) -> pl.DataFrame:
    """The good rows of one CSV file, typed and numbered; each bad row or cell becomes an issue."""
    schema, wanted = tables.every()[table], decided_columns(table)
    rows = read_rows(file, wanted, issues)
    texts = pl.DataFrame(rows, schema={"row": pl.Int64} | dict.fromkeys(wanted, pl.String), orient="row")
    typed = texts.select("row", *[cast(schema, name) for name in wanted])
    wrong = [report_casts(file, schema, name, texts, typed, issues) for name in wanted]
    good = typed.filter(~pl.any_horizontal(wrong)) if typed.height else typed
    return keep_valid(file, schema, good, issues)


def cast(schema: type[dy.Schema], name: str) -> pl.Expr:
    """A column of text as its type; what cannot be read becomes null (and then an issue). Free text may be empty."""
    column = schema.columns()[name]
    if isinstance(column, dy.String):
        return pl.col(name).fill_null("") if not column.nullable else pl.col(name)
    if isinstance(column, dy.Bool):
        return pl.col(name).str.to_lowercase().replace_strict({"true": True, "false": False}, default=None).alias(name)
    if isinstance(column, dy.Date):
        return pl.col(name).str.to_date("%Y-%m-%d", strict=False)
    if isinstance(column, dy.Float64):
        number = pl.col(name).cast(pl.Float64, strict=False)
        return pl.when(number.is_finite()).then(number).alias(name)
    return pl.col(name).cast(column.dtype, strict=False)


def report_casts(
    file: Path, schema: type[dy.Schema], name: str, texts: pl.DataFrame, typed: pl.DataFrame, issues: Problems
) -> pl.Series:
    """Which rows hold a text that is not of the column's type; each is reported."""
    wrong = texts[name].is_not_null() & typed[name].is_null()
    kinds = {dy.Date: _("a day written as 2027-03-31"), dy.Int64: _("a whole number"), dy.Float64: _("a number")}
    kind = kinds.get(type(schema.columns()[name]), _("one of the words the column allows"))
    for number, text in zip(texts["row"].filter(wrong), texts[name].filter(wrong), strict=True):
        issues.add(
            file.name, _("{text} is not {kind}."), _("Correct the cell; the rest of the file is used."),
            rule="wrong_type", row=number, column=name, text=f"text:{text}", kind=f"term:{kind}",
        )  # fmt: skip
    return wrong


def keep_valid(file: Path, schema: type[dy.Schema], frame: pl.DataFrame, issues: Problems) -> pl.DataFrame:
    """Rows that keep the table's rules; the others are reported with the rules they break."""
    columns = [name for name in schema.columns() if name in frame.columns]
    extra = [pl.lit("").alias(name) for name in COMPUTED_COLUMNS if name in schema.columns()]
    good, failed = schema.filter(frame.select(columns).with_columns(extra), cast=True)
    if good.height == frame.height:
        return frame
    details = failed.details()
    rules = [name for name in details.columns if name not in schema.columns()]
    bad = frame.join(details.select(*columns, *rules).unique(columns), on=columns, how="inner", nulls_equal=True)
    for row in bad.sort("row").iter_rows(named=True):
        for rule in (name for name in rules if row[name] == "invalid"):
            report_rule(file, schema, rule, row, issues)
    return frame.join(bad.select("row"), on="row", how="anti")


def report_rule(file: Path, schema: type[dy.Schema], rule: str, row: dict[str, Any], issues: Problems) -> None:
    """One broken rule of one row, in the user's words."""
    column, _bar, check = rule.rpartition("|")
    if rule == "primary_key":
        key = ", ".join(f"{name} {row[name]}" for name in schema.primary_key())
        issues.add(
            file.name, _("The row stands more than once: {key}."), _("Keep one of them; none is used until then."),
            rule="duplicate_row", row=row["row"], key=f"text:{key}",
        )  # fmt: skip
        return
    sentences = {
        "nullability": _("The cell is empty."),
        "min": _("{text} is too small: the smallest allowed is {limit}."),
        "max": _("{text} is too large: the largest allowed is {limit}."),
        "regex": _("{text} is not written as the column needs it."),
        "min_exclusive": _("{text} is too small: it must be above {limit}."),
        "in_order": _("The central value does not lie between low and high."),
        "cost_above_zero": _("A cost of zero would reach everybody for nothing."),
    }
    limit = getattr(schema.columns()[column], check, None) if column in schema.columns() else None
    issues.add(
        file.name, sentences.get(check, _("{text} is not allowed here.")),
        _("Correct the cell; the rest of the file is used."), rule=f"broken_{check}", row=row["row"], column=column,
        text=f"text:{row.get(column)}", limit=f"text:{limit}",
    )  # fmt: skip
