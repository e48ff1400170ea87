"""Put readings side by side: one table of each kind, valid, sorted, with every figure that was left accounted for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import polars as pl

from bothshores import tables
from bothshores.catalogue import indicators
from bothshores.evidence.aside import Aside
from bothshores.evidence.from_stocks import from_stocks
from bothshores.evidence.kinds import FIGURES, Reading, Source, none_of
from bothshores.evidence.occupations import told_together
from bothshores.tables.evidence import Issues, Sources
from bothshores.vocab import Severity
from bothshores.vocab import gettext_noop as _

READABLE = 1e15
"""A greater number is shown as it stands in the file."""
ORDER = ("severity", "file", "rule", "country", "column", "row", "args")


class Evidence(NamedTuple):
    """The tables that sources fill, with `sources` and `issues`, each valid under `bothshores.tables.evidence`."""

    observations: pl.DataFrame
    stocks: pl.DataFrame
    corridor_remittances: pl.DataFrame
    corridor_prices: pl.DataFrame
    occupations: pl.DataFrame
    occupation_matches: pl.DataFrame
    sources: pl.DataFrame
    issues: pl.DataFrame


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file with the source that recognised it and what it gave."""

    file: str
    source: Source
    reading: Reading


def assemble(files: Iterable[FileRead], others: Iterable[Aside]) -> Evidence:
    """Readings as valid tables, sorted by key; of figures given twice for one key the first stays."""
    files = list(files)
    asides = [*others, *(each.reading.aside for each in files)]
    given = {name: [each.reading.table(name) for each in files] for name in FIGURES}
    stocks = together("stocks", given["stocks"], asides)
    given["observations"] = [*(plausible(each.reading) for each in files), from_stocks(stocks)]
    given["occupations"] = [told_together(given["occupations"], asides)] if files else []
    held = {name: together(name, frames, asides) for name, frames in given.items() if name != "stocks"}
    held["stocks"] = stocks
    taken = dict(held["observations"].group_by("file").len().iter_rows())
    sources = tables.build(Sources, [describe(each, taken.get(each.file, 0)) for each in files])
    issues = tables.build(Issues, [row for aside in asides for row in aside.rows])
    return Evidence(**held, sources=sources.sort(Sources.primary_key()), issues=issues.sort(ORDER))


def together(name: str, frames: Sequence[pl.DataFrame], asides: list[Aside]) -> pl.DataFrame:
    """What all files gave of one table, each key once, valid and sorted."""
    schema = tables.every()[name]
    whole = first_only(pl.concat([none_of(schema), *frames]), schema.primary_key(), FIGURES[name], asides)
    return schema.validate(whole.sort(schema.primary_key()), cast=True)


def plausible(reading: Reading) -> pl.DataFrame:
    """Observations within what their unit allows; the others go aside, one remark for each country and indicator."""
    rows = [(each.id, *each.limits) for each in indicators().values()]
    limits = pl.DataFrame(rows, schema=["indicator", "low", "high"], orient="row")
    checked = reading.observations.join(limits, on="indicator", how="left", maintain_order="left")
    wrong = ~pl.col("value").is_between("low", "high")
    for row in checked.filter(wrong).iter_rows(named=True):
        kind = "number" if abs(row["value"]) < READABLE else "text"
        reading.aside.note(
            _("{indicator} of {value} in {year} is outside what the unit allows; the figure was left aside."),
            _("Correct it if the file is yours; else tell the publisher."), rule="implausible", column=row["locator"],
            country=row["country"], severity=Severity.REMARK, figures=1, indicator=f"indicator:{row['indicator']}",
            value=f"{kind}:{row['value']:g}", year=f"year:{row['year']}",
        )  # fmt: skip
    return checked.filter(~wrong).drop("low", "high")


def first_only(frame: pl.DataFrame, key: list[str], value: str, asides: list[Aside]) -> pl.DataFrame:
    """One row for each key, the first; where the others differ, a remark names the file they stand in."""
    first = frame.unique(key, keep="first", maintain_order=True)
    if first.height == frame.height:
        return frame
    again = frame.join(first, on=key, suffix="_first").filter(pl.col(value) != pl.col(f"{value}_first"))
    place = "file" if "file" in frame.columns else "source"
    for row in again.group_by(file=place).len().sort("file").iter_rows(named=True):
        aside = Aside(row["file"])
        aside.note(
            _("{number} figures stand in another file of the same edition with other values; the first were taken."),
            _("Keep one of the files."), rule="two_values", severity=Severity.REMARK, count=row["len"],
            number=f"number:{row['len']}",
        )  # fmt: skip
        asides.append(aside)
    return first


def describe(each: FileRead, observations: int) -> dict[str, Any]:
    """A row of `sources`."""
    reading, source = each.reading, each.source
    implausible = sum(row["rule"] == "implausible" for row in reading.aside.rows)
    twice = reading.observations.height - implausible - observations
    return {
        "file": each.file,
        "source": source.id,
        "publisher": source.publisher,
        "title": source.title,
        "licence": source.licence,
        "citation": source.citation,
        "url": source.url,
        "vintage": reading.vintage or source.vintage,
        "sha256": reading.sha256,
        "rows_taken": reading.taken - reading.observations.height + observations,
        "rows_left": reading.left + twice,
    } | dict(reading.stated)
