"""Put readings side by side: one table of each kind, valid, sorted, with every figure that was left accounted for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

import polars as pl

from bothshores import tables
from bothshores.catalogue import indicators
from bothshores.evidence.aside import Aside
from bothshores.evidence.kinds import Reading, Source, no_observations, no_stocks
from bothshores.tables.evidence import Issues, Observations, Sources, Stocks
from bothshores.vocab import Severity
from bothshores.vocab import gettext_noop as _

READABLE = 1e15
"""A greater number is shown as it stands in the file."""
ORDER = ("severity", "file", "rule", "country", "column", "row", "args")


class Evidence(NamedTuple):
    """Tables `observations`, `stocks`, `sources`, `issues`, each valid under `bothshores.tables.evidence`."""

    observations: pl.DataFrame
    stocks: pl.DataFrame
    sources: pl.DataFrame
    issues: pl.DataFrame


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file with the source that recognised it and what it gave."""

    file: str
    source: Source
    reading: Reading


def assemble(files: Iterable[FileRead], others: Iterable[Aside]) -> Evidence:
    """Readings as four valid tables, sorted by key; of figures given twice for one key the first stays."""
    files = list(files)
    asides = [*others, *(each.reading.aside for each in files)]
    observations = pl.concat([no_observations(), *(plausible(each.reading) for each in files)])
    stocks = pl.concat([no_stocks(), *(each.reading.stocks for each in files)])
    observations = first_only(observations, Observations.primary_key(), "value", asides)
    stocks = first_only(stocks, Stocks.primary_key(), "persons", asides)
    taken = dict(observations.group_by("file").len().iter_rows())
    issues = tables.build(Issues, [row for aside in asides for row in aside.rows])
    return Evidence(
        Observations.validate(observations.sort(Observations.primary_key()), cast=True),
        Stocks.validate(stocks.sort(Stocks.primary_key()), cast=True),
        tables.build(Sources, [describe(each, taken.get(each.file, 0)) for each in files]).sort(Sources.primary_key()),
        issues.sort(ORDER),
    )


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
        "rows_taken": observations + reading.stocks.height,
        "rows_left": reading.left + twice,
    } | dict(reading.stated)
