"""Figures of countries by year: each place and number checked, then brought to the catalogue's indicators and units.

A table here is text: `row` and `column` (where a cell stands), `code` and `name` (of the place, either may be empty),
`key` (how the source calls the indicator), `breakdown`, `year`, `value`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import polars as pl

from bothshores.evidence import places
from bothshores.evidence.aside import Aside, first_rows, first_value
from bothshores.evidence.kinds import Source
from bothshores.tables import dtypes
from bothshores.tables.evidence import Observations
from bothshores.vocab import Severity
from bothshores.vocab import gettext_noop as _

MISSING = ("", "..", "-", "NA", "N/A", "n/a", "NaN", "null")
FIRST_YEAR, LAST_YEAR = 1900, 2100
ONE_FIGURE = ("country", "key", "breakdown", "year")
CELL = pl.format("row {}, {}", "row", "column")
LEFT = _("Nothing to do: they were left aside.")


class Place(NamedTuple):
    """What a publisher's code and name stand for: a country, or the rule why for none."""

    country: str = ""
    fault: str = ""


Judge = Callable[[str, str], Place]
FAULTS = {
    "aggregate": (_("Groups of countries, such as {value}, are not countries."), LEFT, Severity.REMARK),
    "no_iso_code": (
        _("Places without an ISO 3166-1 code of their own, such as {value}, are no country here."), LEFT,
        Severity.REMARK,
    ),
    "unknown_country": (
        _("{value} is the code or name of no country that is known."), _("Correct the code or the name."),
        Severity.PROBLEM,
    ),
    "code_and_name_differ": (
        _("Code and name are of two countries, as in {value}."),
        _("Correct whichever is wrong; codes must be those of ISO 3166-1."), Severity.PROBLEM,
    ),
}  # fmt: skip


def by_iso3(code: str, name: str) -> Place:
    """The country of an ISO 3166-1 alpha-3 code that its name, where it is known, does not contradict."""
    known, named = code.upper() if code.upper() in places.iso3() else "", places.find(name)
    if known and named and known != named:
        return Place(fault="code_and_name_differ")
    country = known or ("" if code else named)
    return Place(country, "" if country else "unknown_country")


def in_countries(table: pl.DataFrame, judge: Judge, aside: Aside) -> pl.DataFrame:
    """Figures of countries, with their `country`; others go aside by rule, and lines without any are only named."""
    pairs = table.select("code", "name").unique().fill_null("")
    judged = [(code, name, *judge(code, name)) for code, name in pairs.iter_rows()]
    schema = dict.fromkeys(("code", "name", "country", "fault"), pl.String)
    known = pl.DataFrame(judged, schema=schema, orient="row")
    table = table.with_columns(pl.col("code", "name").fill_null("")).join(
        known, on=["code", "name"], how="left", maintain_order="left"
    )
    said = pl.concat_str(pl.col("code", "name"), separator=" ").str.strip_chars()
    empty = pl.col("value").fill_null("").str.strip_chars().is_in(MISSING)
    silent = table.filter((~empty).sum().over("row") == 0, pl.col("fault") == "unknown_country").unique("row")
    if silent.height:
        aside.note(
            _("Lines without any figure, such as {value}, were passed over."), _("Nothing to do."), rule="no_figure",
            row=first_rows(silent["row"].sort()), severity=Severity.REMARK, count=silent.height,
            value=f"text:{first_value(silent.sort('row').select(said.alias('said'))['said'])}",
        )  # fmt: skip
    table = table.filter(~empty).with_columns(said.alias("place"))
    for rule, (what, remedy, severity) in FAULTS.items():
        table = aside.sift(
            table, pl.col("fault") == rule, what, remedy, rule=rule, column="place", severity=severity
        )  # fmt: skip
    return table.drop("fault", "place")


def in_numbers(table: pl.DataFrame, aside: Aside) -> pl.DataFrame:
    """Figures with `year` a whole number and `value` a finite one, each stated once; the others go aside by rule."""
    table = table.with_columns(
        pl.col("year").cast(pl.Int64, strict=False).alias("when"),
        pl.col("value").str.strip_chars().cast(pl.Float64, strict=False).alias("number"),
    )
    table = aside.sift(
        table, ~pl.col("when").is_between(FIRST_YEAR, LAST_YEAR), _("{value} is not a year from 1900 to 2100."),
        _("Correct the year."), rule="wrong_year", column="year",
    )  # fmt: skip
    table = aside.sift(
        table, ~pl.col("number").is_finite(), _("{value} is not a number."),
        _("Write it with a decimal point, without thousands separators or marks; leave the cell empty for none."),
        rule="not_a_number", column="value",
    )  # fmt: skip
    table = table.with_columns(year="when").drop("when")
    table = aside.sift(
        table, ~pl.struct(ONE_FIGURE).is_first_distinct(),
        _("The same country and year stand in the file twice; the first row was taken."),
        _("Keep one of the rows."), rule="duplicate_row", column="value",
    )  # fmt: skip
    return table.with_columns(value="number").drop("number")


def observed(
    table: pl.DataFrame, source: Source, file: str, vintage: str, status: pl.Expr, locator: pl.Expr = CELL
) -> pl.DataFrame:
    """Observations: value in our unit = published value × the catalogue's factor; keys of no indicator are dropped."""
    keys = pl.DataFrame(source.catalogue_keys()).unique("key", keep="first").select("key", "indicator", "factor")
    return table.join(keys, on="key", maintain_order="left").select(
        "country",
        "indicator",
        "year",
        "breakdown",
        source=pl.lit(source.id),
        vintage=pl.lit(vintage),
        value=(pl.col("value") * pl.col("factor")).round_sig_figs(12),
        status=status.cast(dtypes(Observations)["status"]),
        file=pl.lit(file),
        locator=locator,
    )


def latest_year(table: pl.DataFrame, otherwise: str) -> str:
    """The edition of a file that states none: its latest year, said to be that."""
    return f"{int(max(table['year']))} (latest year in the file)" if table.height else otherwise


def missing_columns(frame: pl.DataFrame, needed: tuple[str, ...], aside: Aside) -> bool:
    """True, and a problem that names them, where the header lacks columns that are needed."""
    lacking = [name for name in needed if name not in frame.columns]
    if lacking and frame.width:
        aside.note(
            _("The header does not name the columns {columns}."), _("Use the header of the publisher's own file."),
            rule="wrong_header", row="0", figures=frame.height, columns=f"text:{', '.join(lacking)}",
        )  # fmt: skip
    return bool(lacking)
