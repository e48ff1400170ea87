"""Migrant remittance inflows of the World Bank and KNOMAD: one workbook, countries down, years across."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import polars as pl

from bothshores.evidence import places
from bothshores.evidence.aside import Aside
from bothshores.evidence.kinds import Reading, Sample, Source
from bothshores.evidence.probe import Cells, Probe
from bothshores.tables import dtypes
from bothshores.tables.evidence import Observations
from bothshores.vocab import Reference, Severity
from bothshores.vocab import gettext_noop as _

INFLOWS, OUTFLOWS = "Migrant remittance inflows (US$ million)", "Migrant remittance outflows (US$ million)"
YEAR = re.compile(r"^(\d{4})(e?)$")
DATE = re.compile(r"^Date: ([A-Z][a-z]+) (\d{4})$")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
MISSING = ("", "-", "..", "n.a.")
GROUPS = ("World", "Countries", "Income", "Region")
NEW_COPY = _("Get the workbook again from the publisher.")
LEFT = _("Nothing to do: they were left aside.")


class WorldBankRemittances(Source):
    """USD = published US$ million × 1,000,000; `2019e` is an estimate; outflows are told apart and left."""

    id = "world_bank_remittances"
    label = _("Migrant remittance inflows")
    publisher = "World Bank and KNOMAD"
    title = "Annual remittances data, inflows"
    licence = "CC BY 4.0"
    citation = "World Bank and KNOMAD (2020). Migrant remittance inflows, April 2020. Washington, DC: World Bank."
    url = "https://www.knomad.org/data/remittances"
    source = Reference("Migrant remittance inflows, World Bank and KNOMAD, April 2020", url, opened=True)
    vintage = "edition not stated"
    rank = 30
    samples = (
        Sample({"Remittance inflows": (
            (INFLOWS, "2018", "2019e", "Remittances as a share of GDP in 2019 (%)"),
            ("Nepal", "8293.84128", "8127.9644544", "27.263155182"),
            ("World", "694478.878833856", "714248.963296927", ""),
            ("Date: April 2020", "", "", ""),
        )}),
        Sample({"Outward remittanc flows": (
            (OUTFLOWS, "2018", "Remittances as a share of GDP in 2018 (%)"),
            ("Afghanistan", "234.618708", "0.011952048"),
        )}),
    )  # fmt: skip

    def recognises(self, probe: Probe) -> bool:
        """The first cell says what the table holds: inflows or outflows in US$ million."""
        return bool(probe.sheets and probe.first_rows and probe.first_rows[0]) and probe.first_rows[0][0].strip() in (
            INFLOWS,
            OUTFLOWS,
        )

    def read(self, probe: Probe) -> Reading:
        """Observations of remittances_received_usd for all countries and years."""
        aside = Aside(probe.name)
        try:
            cells = probe.sheet(0)
        except ValueError as error:
            aside.note(_("The sheet cannot be read: {why}."), NEW_COPY, rule="unreadable", why=f"text:{error}")
            return Reading(aside)
        years = {place: found for place, cell in enumerate(cells[0]) if (found := YEAR.match(cell.strip()))}
        numbers = sum(row[place] not in MISSING for row in cells[1:] for place in years)
        if cells[0][0].strip() == OUTFLOWS:
            aside.note(
                _("These are remittances sent abroad, which no indicator of the catalogue uses yet."), LEFT,
                rule="outflows", severity=Severity.REMARK, count=numbers, figures=numbers,
            )  # fmt: skip
            return Reading(aside)
        key = self.catalogue_keys()[0]
        rows: list[tuple[Any, ...]] = []
        vintage = edition(cells) or self.vintage
        for number, country, row in countries(cells, years, aside):
            for place, year in years.items():
                value = amount(row[place], number, year[0], country, aside)
                if value is not None:
                    rows.append(
                        (country, key["indicator"], int(year[1]), "", self.id, vintage, value * key["factor"],
                         "estimated" if year[2] else "observed", probe.name, f"row {number}, {year[0]}")
                    )  # fmt: skip
        if not rows:
            aside.note(_("The table holds no figure of a country."), NEW_COPY, rule="empty")
        observations = pl.DataFrame(rows, schema=dtypes(Observations), orient="row")
        return Reading(aside, observations.with_columns(pl.col("value").round_sig_figs(12)), vintage=vintage)


def edition(cells: Cells) -> str:
    """`2020-04` from the line `Date: April 2020` under the table; empty where there is none."""
    found = next((found for row in cells if (found := DATE.match(row[0].strip()))), None)
    return f"{found[2]}-{MONTHS.index(found[1]) + 1:02}" if found and found[1] in MONTHS else ""


def countries(cells: Cells, years: dict[int, Any], aside: Aside) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Row number, country and cells of each country; groups and places without a code are noted."""
    for number, row in enumerate(cells[1:], 2):
        figures = sum(row[place] not in MISSING for place in years)
        if country := places.find(row[0]):
            yield number, country, row
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
