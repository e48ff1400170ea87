"""International Migrant Stock of UN DESA, the official workbook: how many migrants live in each country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import polars as pl

from bothshores.evidence import places
from bothshores.evidence.aside import Aside, first_rows
from bothshores.evidence.kinds import Reading, Sample, Source
from bothshores.evidence.probe import Cells, Probe
from bothshores.tables import dtypes
from bothshores.tables.evidence import Observations
from bothshores.vocab import Reference, Severity
from bothshores.vocab import gettext_noop as _

SHEET = "Table 1"
GROUP = re.compile(r"^International migrant stock at mid-year \((both sexes|male|female)\)$")
EDITION = re.compile(r"POP/DB/MIG/Stock/Rev\.(\d{4})")
FIRST_AGGREGATE = 900
MISSING = ("", "..", "-")
NEW_COPY = _("Get the workbook again from the publisher.")
LEFT = _("Nothing to do: they were left aside.")


class Column(NamedTuple):
    """A column of figures: whose, and of which year."""

    place: int
    group: str
    year: int


class UnDesaStock(Source):
    """Table 1 by sex and year; regions and other groups (M49 codes from 900 on) are left, `..` is no figure."""

    id = "un_desa_stock"
    label = _("International Migrant Stock, by destination")
    publisher = "United Nations, Department of Economic and Social Affairs, Population Division"
    title = "International Migrant Stock 2019, total by sex"
    licence = "CC BY 3.0 IGO"
    citation = (
        "United Nations, Department of Economic and Social Affairs, Population Division (2019). International Migrant "
        "Stock 2019 (United Nations database, POP/DB/MIG/Stock/Rev.2019)."
    )
    url = "https://www.un.org/development/desa/pd/content/international-migrant-stock"
    source = Reference("International Migrant Stock 2019, UN DESA", url, opened=True)
    vintage = "2019"
    rank = 20
    samples = (
        Sample({SHEET: (
            ("", "", "", "", "United Nations", "", "", ""),
            ("", "", "", "", "Suggested citation: … POP/DB/MIG/Stock/Rev.2019).", "", "", ""),
            ("Sort\norder", "Major area, region, country or area of destination", "Notes", "Code", "Type of data (a)",
             "International migrant stock at mid-year (both sexes)", "International migrant stock at mid-year (male)",
             "International migrant stock at mid-year (female)"),
            ("", "", "", "", "", "1990", "1990", "1990"),
            ("1", "WORLD", "", "900", "", "153011473", "77661689", "75349784"),
            ("24", "Burundi", "", "108", "B R", "333110", "163269", "169841"),
            ("39", "South Sudan", "", "728", "B R", "..", "..", ".."),
        )}),
    )  # fmt: skip

    def recognises(self, probe: Probe) -> bool:
        """A sheet Table 1 with a column group `International migrant stock at mid-year (both sexes)`."""
        if SHEET not in probe.sheets:
            return False
        try:
            return heading(probe.sheet(SHEET, rows=20)) >= 0
        except ValueError:
            return False

    def read(self, probe: Probe) -> Reading:
        """Observations of immigrant_stock for all countries, years and sexes."""
        aside = Aside(probe.name)
        try:
            cells = probe.sheet(SHEET)
        except ValueError as error:
            aside.note(
                _("The sheet cannot be read: {why}."), NEW_COPY, rule="unreadable", column=SHEET, why=f"text:{error}"
            )
            return Reading(aside)
        edition = EDITION.search(" ".join(cell for row in cells[:15] for cell in row))
        vintage = edition[1] if edition else self.vintage
        top = heading(cells)
        columns = list(columns_of(cells[top], cells[top + 1] if len(cells) > top + 1 else ()))
        keys = {key["key"]: (key["indicator"], key["factor"], key["breakdown"]) for key in self.catalogue_keys()}
        rows: list[tuple[Any, ...]] = []
        for number, country, row in countries(cells, top, columns, aside):
            for column, value in figures(row, columns, number, country, aside):
                indicator, factor, breakdown = keys[column.group]
                rows.append(
                    (country, indicator, column.year, breakdown, self.id, vintage, value * factor, "estimated",
                     probe.name, f"{SHEET}, row {number}, {column.group} {column.year}")
                )  # fmt: skip
        if not rows:
            aside.note(_("The table holds no figure of a country."), NEW_COPY, rule="empty", column=SHEET)
        return Reading(aside, pl.DataFrame(rows, schema=dtypes(Observations), orient="row"), vintage=vintage)


def heading(cells: Cells) -> int:
    """Row with the column groups, -1 where there is none."""
    return next((place for place, row in enumerate(cells) if any(GROUP.match(cell) for cell in row)), -1)


def columns_of(groups: tuple[str, ...], years: tuple[str, ...]) -> Iterator[Column]:
    """The columns of figures: a group's name stands over its first year only."""
    group = ""
    for place, year in enumerate(years):
        if groups[place]:
            group = found[1] if (found := GROUP.match(groups[place])) else ""
        if group and year.isdigit():
            yield Column(place, group, int(year))


def countries(
    cells: Cells, top: int, columns: list[Column], aside: Aside
) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Row number, country and cells of each country's row; groups and areas without an ISO code are noted."""
    groups: list[tuple[int, str, int]] = []
    for number, row in enumerate(cells[top + 2 :], top + 3):
        if not row[3].isdigit():
            continue
        filled = sum(text_in(row, column) not in MISSING for column in columns)
        if country := places.by_m49().get(int(row[3])):
            yield number, country, row
        elif int(row[3]) >= FIRST_AGGREGATE:
            groups.append((number, row[1], filled))
        else:
            aside.note(
                _("{place} has no ISO 3166-1 code of its own; its figures were left aside."), LEFT, rule="no_iso_code",
                row=str(number), severity=Severity.REMARK, figures=filled, place=f"text:{row[1]}",
            )  # fmt: skip
    if groups:
        aside.note(
            _("Groups of countries, such as {value}, are not countries."), LEFT, rule="aggregate",
            row=first_rows(pl.Series([number for number, *_rest in groups])), severity=Severity.REMARK,
            count=len(groups), figures=sum(filled for *_rest, filled in groups), value=f"text:{groups[0][1]}",
        )  # fmt: skip


def figures(
    row: tuple[str, ...], columns: list[Column], number: int, country: str, aside: Aside
) -> Iterator[tuple[Column, float]]:
    """The numbers of a row; a cell that is neither a number nor `..` goes aside."""
    for column in columns:
        text = text_in(row, column)
        if text in MISSING:
            continue
        try:
            value = float(text)
        except ValueError:
            value = -1.0
        if 0 <= value < float("inf"):
            yield column, value
        else:
            aside.note(
                _("{value} is not a number of people."), _("Correct the cell."), rule="not_a_number", row=str(number),
                column=f"{column.group} {column.year}", country=country, figures=1, value=f"text:{text[:60]}",
            )  # fmt: skip


def text_in(row: tuple[str, ...], column: Column) -> str:
    """A row's cell in a column, without spaces and commas between thousands."""
    return row[column.place].replace(" ", "").replace(",", "") if len(row) > column.place else ""
