"""Rows of a table that a mapping file describes, as observations; each row that cannot be taken has its reason."""

from __future__ import annotations

import polars as pl

from bothshores.evidence import places
from bothshores.evidence.aside import Aside
from bothshores.evidence.mapping import COLUMNS, Mapping
from bothshores.tables import dtypes
from bothshores.tables.evidence import Observations
from bothshores.vocab import Severity
from bothshores.vocab import gettext_noop as _

MISSING = ("", ".", "..", "...", "-", "–", "—", "NA", "N/A", "n/a", "n.a.", "NaN", "nan", ":")
FIRST_YEAR, LAST_YEAR = 1900, 2100
LARGEST_POWER = 15
GROUPS = r"(?i)^(world|total|all countries)\b|\b(world|countries|income|region|asia|africa|europe|america)$"
GROUP_CODES = ("WLD", "W0", "W1", "W2", "EU", "EU27", "EU27_2020", "EU28", "U2", "I8", "I9")
LEFT = _("Nothing to do: they were left aside.")


def observations(frame: pl.DataFrame, mapping: Mapping, source: str, file: str, aside: Aside) -> pl.DataFrame:
    """Observations in the unit of each indicator: value × 10^multiplier × factor, 12 significant digits."""
    if not has_columns(frame, mapping, aside):
        return pl.DataFrame(schema=dtypes(Observations))
    rows = by_series(with_values(frame, mapping), mapping, aside)
    rows = with_countries(rows, mapping, aside)
    rows = with_numbers(rows, mapping, aside)
    rows = with_marks(rows, mapping, aside)
    rows = aside.sift(
        rows, ~pl.struct("iso3", "indicator_id", "whole_year", "people").is_first_distinct(),
        _("The same country, indicator and year stand in the file twice; the first row was taken."),
        _("Keep one of the rows."), rule="duplicate_row", column="value",
    )  # fmt: skip
    scaled = pl.col("number") * pl.lit(10.0).pow(pl.col("power")) * pl.col("factor")
    return rows.select(
        country="iso3",
        indicator="indicator_id",
        year="whole_year",
        breakdown="people",
        source=pl.lit(source),
        vintage=pl.lit(edition(mapping)),
        value=scaled.round_sig_figs(12),
        status=pl.col("sure").cast(dtypes(Observations)["status"]),
        file=pl.lit(file),
        locator=pl.format("row {}, {}", "row", pl.lit(mapping.columns["value"])),
    )


def edition(mapping: Mapping) -> str:
    """The edition with its publisher, since tables of several publishers share one source."""
    return f"{mapping.vintage}, {mapping.publisher}"


def has_columns(frame: pl.DataFrame, mapping: Mapping, aside: Aside) -> bool:
    """True if every column that the mapping names is there; each other is a problem."""
    named = [*mapping.columns.values(), *(column for series in mapping.series for column in series.where)]
    absent = [name for name in dict.fromkeys(named) if name not in frame.columns]
    for name in absent:
        aside.note(
            _("The table has no column {name}, which {mapping} names."),
            _("Correct the name in the mapping file or in the table's header."), rule="no_column", column=name,
            figures=frame.height if name == absent[0] else 0, name=f"text:{name}", mapping=f"text:{mapping.name}",
        )  # fmt: skip
    return not absent


def with_values(frame: pl.DataFrame, mapping: Mapping) -> pl.DataFrame:
    """Rows that hold a value, with a column for each role; roles that the table lacks are empty."""
    roles = {
        role: pl.col(mapping.columns[role]).fill_null("") if role in mapping.columns else pl.lit("") for role in COLUMNS
    }
    conditions = {
        f"where {place}": pl.all_horizontal(
            pl.lit(value=True), *(pl.col(column) == text for column, text in series.where.items())
        )
        for place, series in enumerate(mapping.series)
    }
    missing = {*MISSING, *mapping.missing}
    return frame.select("row", **roles, **conditions).filter(~pl.col("value").is_in(missing))


def by_series(rows: pl.DataFrame, mapping: Mapping, aside: Aside) -> pl.DataFrame:
    """Each row with the first indicator whose conditions it meets: `indicator_id`, `factor`, `own` breakdown."""
    place = pl.coalesce(
        *(pl.when(f"where {place}").then(pl.lit(place)) for place, _each in enumerate(mapping.series)),
        pl.lit(None, dtype=pl.Int32),
    )
    rows = rows.with_columns(place=place.cast(pl.Int64))
    column = "indicator" if "indicator" in mapping.columns else "value"
    rows = aside.sift(
        rows, pl.col("place").is_null(), _("{mapping} gives these rows to no indicator, as that with {value}."),
        _("Nothing to do, or add them under [[indicators]] of the mapping file."), rule="unmapped", column=column,
        severity=Severity.REMARK, mapping=f"text:{mapping.name}",
    )  # fmt: skip
    series = pl.DataFrame(
        [(place, each.indicator, each.factor, each.breakdown) for place, each in enumerate(mapping.series)],
        schema={"place": pl.Int64, "indicator_id": pl.String, "factor": pl.Float64, "own": pl.String},
        orient="row",
    )
    return rows.join(series, on="place", how="left", maintain_order="left")


def with_countries(rows: pl.DataFrame, mapping: Mapping, aside: Aside) -> pl.DataFrame:
    """Rows of countries, with `iso3`."""
    if mapping.country:
        return rows.with_columns(iso3=pl.lit(mapping.country))
    codes = {text: code_of(text, mapping.codes) for text in rows["country"].unique()}
    rows = rows.with_columns(iso3=pl.col("country").replace_strict(codes, default="", return_dtype=pl.String))
    rows = aside.sift(
        rows, (pl.col("iso3") == "") & (pl.col("country").str.contains(GROUPS) | pl.col("country").is_in(GROUP_CODES)),
        _("Groups of countries, such as {value}, are not countries."), LEFT, rule="aggregate", column="country",
        severity=Severity.REMARK,
    )  # fmt: skip
    return aside.sift(
        rows, pl.col("iso3") == "", _("{value} is no country in the codes that the mapping file names."),
        _("Correct the cell, or `codes` in the mapping file: iso3, iso2, m49, name or any."), rule="unknown_country",
        column="country",
    )  # fmt: skip


def code_of(text: str, codes: str) -> str:
    """ISO 3166-1 alpha-3 of a cell in a code system, empty where it is none; `any` tells codes by their shape."""
    if codes == "any":
        codes = "m49" if text.isdigit() else {2: "iso2", 3: "iso3"}.get(len(text), "name")
    match codes:
        case "iso3":
            return text.upper() if text.upper() in places.iso3() else ""
        case "iso2":
            return places.by_iso2().get(text.upper(), "")
        case "m49":
            return places.by_m49().get(int(text), "") if text.isdecimal() else ""
    return places.find(text)


def with_numbers(rows: pl.DataFrame, mapping: Mapping, aside: Aside) -> pl.DataFrame:
    """Rows whose year is one, and whose value and power of ten are numbers."""
    text = pl.col("value")
    if mapping.thousands:
        text = text.str.replace_all(mapping.thousands, "", literal=True)
    if mapping.decimal:
        text = text.str.replace(mapping.decimal, ".", literal=True)
    year = pl.col("year").cast(pl.Float64, strict=False)
    rows = rows.with_columns(
        number=text.str.replace_all(r"[ \u00a0\u202f]", "").cast(pl.Float64, strict=False),
        whole_year=pl.when(year == year.floor()).then(year).cast(pl.Int64, strict=False),
        power=pl.when(pl.col("multiplier") == "")
        .then(pl.lit("0"))
        .otherwise("multiplier")
        .cast(pl.Int64, strict=False),
    )
    rows = aside.sift(
        rows, ~pl.col("whole_year").is_between(FIRST_YEAR, LAST_YEAR), _("{value} is not a year from 1900 to 2100."),
        _("Correct the year; months and quarters are not read."), rule="wrong_year", column="year",
    )  # fmt: skip
    rows = aside.sift(
        rows, ~pl.col("number").is_finite(), _("{value} is not a number."),
        _("Correct the value, or name its marks under [layout] of the mapping file: decimal, thousands, missing."),
        rule="not_a_number", column="value",
    )  # fmt: skip
    return aside.sift(
        rows, ~pl.col("power").is_between(-LARGEST_POWER, LARGEST_POWER), _("{value} is no power of ten."),
        _("Correct the multiplier."), rule="wrong_multiplier", column="multiplier",
    )  # fmt: skip


def with_marks(rows: pl.DataFrame, mapping: Mapping, aside: Aside) -> pl.DataFrame:
    """Rows whose status and breakdown the mapping knows: `sure` and `people`."""
    rows = rows.with_columns(
        sure=looked_up("status", {"": "observed", **mapping.statuses}),
        cell=looked_up("breakdown", {"": "", **mapping.breakdowns}),
    )
    rows = aside.sift(
        rows, pl.col("sure").is_null(), _("The mapping does not say what the status {value} means."),
        _("Add it under [statuses] of the mapping file."), rule="unknown_status", column="status",
    )  # fmt: skip
    rows = aside.sift(
        rows, pl.col("cell").is_null(), _("The mapping does not say whom {value} counts."),
        _("Add it under [breakdowns] of the mapping file."), rule="unknown_breakdown", column="breakdown",
    )  # fmt: skip
    both = pl.concat_list("own", "cell").list.filter(pl.element() != "").list.join(";")
    return rows.with_columns(people=both)


def looked_up(column: str, words: dict[str, str]) -> pl.Expr:
    """What the cells of a column stand for, null where nobody said."""
    return pl.col(column).replace_strict(words, default=None, return_dtype=pl.String)
