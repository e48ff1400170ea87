"""The workbooks of the World Bank and KNOMAD on remittances by country: countries down, years across, US$ million.

`2019e` is an estimate. One shape, two directions: the first cell says whether the money came in or went out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import polars as pl

from bothshores.evidence import places
from bothshores.evidence.aside import Aside
from bothshores.evidence.kinds import Reading, Source
from bothshores.evidence.probe import Cells, Probe
from bothshores.tables import dtypes
from bothshores.tables.evidence import Observations
from bothshores.vocab import Severity
from bothshores.vocab import gettext_noop as _

YEAR = re.compile(r"^(\d{4})(e?)$")
SHARE = "Remittances as a share of GDP"
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
DATE = re.compile(rf"\b({'|'.join(MONTHS)}) (\d{{4}})\b")
MISSING = ("", "-", "..", "n.a.")
GROUPS = ("World", "Countries", "Income", "Region")
NEW_COPY = _("Get the workbook again from the publisher.")
LEFT = _("Nothing to do: they were left aside.")


def says(probe: Probe, title: str) -> bool:
    """True if the first cell of a workbook is this title."""
    return bool(probe.sheets and probe.first_rows and probe.first_rows[0]) and probe.first_rows[0][0].strip() == title


def read(probe: Probe, source: Source) -> Reading:
    """Observations of the source's one indicator in USD, for all countries and years."""
    aside = Aside(probe.name)
    try:
        cells = probe.sheet(0)
    except ValueError as error:
        aside.note(_("The sheet cannot be read: {why}."), NEW_COPY, rule="unreadable", why=f"text:{error}")
        return Reading(aside)
    key = source.catalogue_keys()[0]
    vintage = edition(" ".join(row[0] for row in cells if row[0].startswith("Date: "))) or source.vintage
    years = columns(cells, aside)
    rows: list[tuple[Any, ...]] = []
    for number, country, row in countries(cells, years, aside):
        for place, year in years.items():
            value = amount(row[place], number, year[0], country, aside)
            if value is not None:
                rows.append(
                    (country, key["indicator"], int(year[1]), "", source.id, vintage, value * key["factor"],
                     "estimated" if year[2] else "observed", probe.name, f"row {number}, {year[0]}")
                )  # fmt: skip
    if not rows:
        aside.note(_("The table holds no figure of a country."), NEW_COPY, rule="empty")
    observations = pl.DataFrame(rows, schema=dtypes(Observations), orient="row")
    return Reading(aside, observations.with_columns(pl.col("value").round_sig_figs(12)), vintage=vintage)


def edition(text: str) -> str:
    """`2020-04` from a text that names April 2020; empty where it names no month."""
    found = DATE.search(text)
    return f"{found[2]}-{MONTHS.index(found[1]) + 1:02d}" if found else ""


def columns(cells: Cells, aside: Aside) -> dict[int, re.Match[str]]:
    """The columns of years by their place; another column with figures is named, but for the shares of GDP."""
    years = {place: found for place, cell in enumerate(cells[0]) if (found := YEAR.match(cell.strip()))}
    for place, head in enumerate(cells[0][1:], 1):
        figures = sum(row[place].strip() not in MISSING for row in cells[1:])
        if place not in years and figures and not head.startswith(SHARE):
            aside.note(
                _("The head of a column is {value}, which is no year; its figures were left aside."),
                _("Write the year over the column, as 2019."), rule="wrong_header", row="1", column=head,
                figures=figures, value=f"text:{head}",
            )  # fmt: skip
    return years


def countries(cells: Cells, years: dict[int, Any], aside: Aside) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Row number, country and cells of each country; groups, places without a code and second rows are noted."""
    seen: set[str] = set()
    for number, row in enumerate(cells[1:], 2):
        figures = sum(row[place].strip() not in MISSING for place in years)
        country = places.find(row[0])
        if country and country not in seen:
            seen.add(country)
            yield number, country, row
        elif country:
            aside.note(
                _("The same country stands in the file twice; the first row was taken."), _("Keep one of the rows."),
                rule="duplicate_row", row=str(number), country=country, figures=figures,
            )  # fmt: skip
        elif figures and row[0].endswith(GROUPS):
            aside.note(
                _("Groups of countries, such as {value}, are not countries."), LEFT, rule="aggregate", row=str(number),
                severity=Severity.REMARK, figures=figures, value=f"text:{row[0]}",
            )  # fmt: skip
        elif figures:
            aside.note(
                _("{place} has no ISO 3166-1 code of its own; its figures were left aside."), LEFT, rule="no_iso_code",
                row=str(number), severity=Severity.REMARK, figures=figures, place=f"text:{row[0]}",
            )  # fmt: skip


def amount(text: str, number: int, column: str, country: str, aside: Aside) -> float | None:
    """A cell as a number; None where it is empty or, with a problem noted, no number."""
    if text.strip() in MISSING:
        return None
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if value == value and abs(value) != float("inf"):
        return value
    aside.note(
        _("{value} is not a number."), _("Correct the value, or leave the cell empty where there is none."),
        rule="not_a_number", row=str(number), column=column, country=country, figures=1, value=f"text:{text[:60]}",
    )  # fmt: skip
    return None
