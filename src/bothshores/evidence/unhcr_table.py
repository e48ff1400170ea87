"""UNHCR's tables brought to one shape: one row for each year, origin, country of asylum and measure.

UNHCR has country codes of its own beside ISO 3166-1 alpha-3: its AUS is Austria, ISO's is Australia. Only columns that
say they hold ISO codes are used, never `coo` and `coa`; where the ISO columns hold UNHCR's own codes all the same,
names decide, and rows without names are left.
"""

from __future__ import annotations

import polars as pl

from bothshores.evidence import country_figures
from bothshores.evidence.aside import Aside
from bothshores.evidence.country_figures import Place
from bothshores.vocab import Severity
from bothshores.vocab import gettext_noop as _

NAMES = {
    "year": ("Year", "year"),
    "origin_code": ("ISO3CoO", "coo_iso"),
    "origin_name": ("coo_name",),
    "asylum_code": ("ISO3CoA", "coa_iso"),
    "asylum_name": ("coa_name",),
}
"""Columns by part: as the HDX extracts call them, then as UNHCR's own interface does."""
DETAILS = ("ProcedureType", "ApplicationType", "DecisionType", "location", "urbanRural", "accommodationType", "PT")
KINDS = ("ApplicationDataType", "DecisionDataType")
OWN_CODES = frozenset({"ALG", "ANG", "AUL", "BOT", "BUL", "CAM", "COB", "DEN", "GFR", "GRE", "ICO", "MOR", "NEP", "NET",
                       "NGR", "PHI", "POR", "RSA", "SPA", "SRV", "SUD", "SWI", "TAN", "UAE", "ZAM", "ZIM"})  # fmt: skip
"""Codes of UNHCR's that are none of ISO: they show that a column is not in ISO codes, whatever it is called."""
NOBODYS = frozenset({"UKN", "UNK", "STA", "XXA", "XXX", "TIB", "VAR"})
"""Origins that are no country: unknown, stateless, various, Tibetan."""


def parts_of(header: tuple[str, ...] | list[str]) -> dict[str, str]:
    """Which column holds each part, of those that the header has."""
    found = {part: next((name for name in names if name in header), "") for part, names in NAMES.items()}
    return {part: name for part, name in found.items() if name}


def needed(header: list[str]) -> tuple[str, ...]:
    """Columns for year, origin and country of asylum: those that the header has, else those of the HDX extracts."""
    parts = parts_of(header)
    sides = ("origin_code", "origin_name"), ("asylum_code", "asylum_name")
    held = [next((parts[part] for part in side if part in parts), NAMES[side[0]][0]) for side in sides]
    return (parts.get("year", NAMES["year"][0]), *held)


def rows_of(frame: pl.DataFrame, measures: list[str], aside: Aside) -> pl.DataFrame:
    """Rows with the country of asylum as `country`, `origin` (empty where it is no country), `key`, `year`, `value`.

    A value is null where it is no number or counts cases: then the sum it belongs to is not whole.
    """
    parts = parts_of(frame.columns)
    given = [pl.col(parts[part]).fill_null("").alias(part) if part in parts else pl.lit("").alias(part)
             for part in NAMES]  # fmt: skip
    details = pl.concat_str([pl.col(name).fill_null("") for name in DETAILS if name in frame.columns] or [pl.lit("")])
    kinds = [pl.col(name) for name in KINDS if name in frame.columns]
    persons = pl.all_horizontal(kind == "P" for kind in kinds) if kinds else pl.lit(value=True)
    table = frame.select(
        "row", *given, *measures, detail=details, persons=persons, group=group_of(frame)
    ).unpivot(
        measures, index=["row", *NAMES, "detail", "persons", "group"], variable_name="column"
    )  # fmt: skip
    own = not OWN_CODES.isdisjoint({*table["origin_code"].str.to_uppercase(), *table["asylum_code"].str.to_uppercase()})
    if own:
        aside.note(
            _("The columns of ISO codes hold UNHCR's own codes, in which AUS is Austria; names decide instead."),
            _("Get a file with ISO 3166-1 codes or with country names."), rule="not_iso_codes",
        )  # fmt: skip
    table = on_side(table, "asylum", own, aside).rename({"country": "asylum"})
    origins = on_side(table, "origin", own, aside).select("row", "column", origin="country")
    table = table.join(origins, on=["row", "column"], how="left", maintain_order="left")
    return numbers(table.with_columns(pl.col("origin").fill_null("")), aside)


def group_of(frame: pl.DataFrame) -> pl.Expr:
    """Whom a row of the table by sex and age counts (REF, ASY, IDP …); empty in the other tables."""
    return pl.col("PT").fill_null("") if "PT" in frame.columns else pl.lit("")


def on_side(table: pl.DataFrame, side: str, own: bool, aside: Aside) -> pl.DataFrame:
    """Rows whose origin, or country of asylum, is a country, with its code as `country`."""

    def judge(code: str, name: str) -> Place:
        if code.upper() in NOBODYS:
            return Place(fault="no_iso_code")
        return country_figures.by_iso3("" if own else code, name)

    named = table.rename({f"{side}_code": "code", f"{side}_name": "name"})
    return country_figures.in_countries(named, judge, aside).rename({"code": f"{side}_code", "name": f"{side}_name"})


def numbers(table: pl.DataFrame, aside: Aside) -> pl.DataFrame:
    """Whole years and finite numbers; a value that is none, or counts cases, becomes null and is named."""
    table = table.with_columns(
        when=pl.col("year").cast(pl.Int64, strict=False), number=pl.col("value").cast(pl.Float64, strict=False)
    )
    table = aside.sift(
        table, ~pl.col("when").is_between(1900, 2100), _("{value} is not a year from 1900 to 2100."),
        _("Correct the year."), rule="wrong_year", column="year",
    )  # fmt: skip
    good = pl.col("number").is_between(0, 1e10)
    aside.sift(
        table, ~good, _("{value} is not a number of people."), _("Correct the cell."), rule="not_a_number",
        column="value",
    )  # fmt: skip
    aside.sift(
        table, ~pl.col("persons"), _("Cases are no persons; sums with them were left aside."),
        _("Nothing to do: they were left aside."), rule="cases", column="value", severity=Severity.REMARK,
    )  # fmt: skip
    table = table.with_columns(value=pl.when(good & pl.col("persons")).then("number"), year="when")
    return aside.sift(
        table, ~pl.struct("asylum", "origin_code", "origin_name", "year", "column", "detail").is_first_distinct(),
        _("The same country and year stand in the file twice; the first row was taken."),
        _("Keep one of the rows."), rule="duplicate_row", column="value",
    )  # fmt: skip
