"""The shapes in which the World Bank gives its indicators, brought to one: row, country, code, year, value as text.

Long (`Country Name,Country Code,Year,Value`, with or without `Indicator Code`), and wide, one column a year: the
indicator download with title lines on top, and the DataBank export (`Series Code`, `1990 [YR1990]`).
"""

from __future__ import annotations

import re

import polars as pl

from bothshores.evidence import text_table
from bothshores.evidence.aside import Aside
from bothshores.evidence.probe import Probe
from bothshores.vocab import gettext_noop as _

NAME, COUNTRY, CODES, YEAR, VALUE = "country name", "country code", ("indicator code", "series code"), "year", "value"
YEAR_COLUMN = re.compile(r"^(\d{4})(?: \[YR\d{4}\])?$")
LONG = {NAME, COUNTRY, YEAR, VALUE}
TEXTS = ("column", "country", "code", "year", "value")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
UPDATED = ("last updated date", "last updated")


def header_of(probe: Probe) -> int:
    """Which of the lines that are not empty is the header, though a column may be missing; -1 where none is."""
    rows = [lowered(row) for row in probe.first_rows if any(row)]
    heads = (number for number, row in enumerate(rows) if {NAME, COUNTRY} <= row or len(LONG & row) >= len(LONG) - 1)
    return next(heads, -1)


def lowered(row: tuple[str, ...]) -> set[str]:
    """Cells without case."""
    return {cell.lower() for cell in row}


def updated(probe: Probe) -> str:
    """The day the file says it was last updated, beginning with the year; empty where it does not say so."""
    rows, top = [row for row in probe.first_rows if any(row)], header_of(probe)
    said = {row[0].lower(): row[1] for row in rows[:top] if len(row) > 1}
    if len(rows) > top + 1:
        said |= dict(zip(map(str.lower, rows[top]), rows[top + 1], strict=False))
    return next((said[name] for name in UPDATED if DAY.match(said.get(name, ""))), "")


def read(probe: Probe, aside: Aside) -> pl.DataFrame:
    """Columns row, column, country, code (empty where the file has none), year, value; cells without value dropped."""
    frame = text_table.read(probe, aside, header=header_of(probe))
    names = {name.lower(): name for name in frame.columns}
    if COUNTRY not in names:
        return no_table(_("The header does not name the column Country Code."), aside)
    code = next((names[each] for each in CODES if each in names), None)
    years = {name: found[1] for name in frame.columns if (found := YEAR_COLUMN.match(name))}
    base = [
        pl.col("row").cast(pl.Int64),
        pl.col(names[COUNTRY]).str.to_uppercase().alias("country"),
        (pl.col(code).str.to_uppercase() if code else pl.lit("")).alias("code"),
    ]
    if YEAR in names and VALUE in names:
        table = frame.select(*base, column=pl.lit(names[VALUE]), year=pl.col(names[YEAR]), value=pl.col(names[VALUE]))
    elif years:
        table = (
            frame.select(*base, *years)
            .unpivot(index=["row", "country", "code"], variable_name="column")
            .with_columns(year=pl.col("column").replace_strict(years, default=None))
        )
    else:
        return no_table(_("The header names neither the columns Year and Value nor one column for each year."), aside)
    return table.select("row", *TEXTS).filter(~pl.col("value").fill_null("").is_in(["", ".."]))


def no_table(why: str, aside: Aside) -> pl.DataFrame:
    """No rows, since the header lacks what is needed."""
    remedy = _("Use the header of the World Bank's download: Country Name, Country Code, Year, Value.")
    aside.note(why, remedy, rule="wrong_header", row="0")
    return pl.DataFrame(schema={"row": pl.Int64} | dict.fromkeys(TEXTS, pl.String))
