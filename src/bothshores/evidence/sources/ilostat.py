"""ILOSTAT files with labels instead of codes: one row for each country, year, sex and class."""

from __future__ import annotations

import polars as pl

from bothshores.evidence import country_figures, places, text_table
from bothshores.evidence.aside import Aside
from bothshores.evidence.country_figures import Place
from bothshores.evidence.kinds import Reading, Sample, Source
from bothshores.evidence.probe import Probe
from bothshores.vocab import Reference, Severity
from bothshores.vocab import gettext_noop as _

NEEDED = ("ref_area.label", "indicator.label", "time", "obs_value")
HEADER = (*NEEDED[:1], "source.label", *NEEDED[1:2], "sex.label", *NEEDED[2:], "obs_status.label")
CLASSES = ("classif1.label", "classif2.label")
SEXES = {"": "", "Total": "", "Female": "sex=female", "Male": "sex=male"}
OTHER = "other"
NOT_A_YEAR = r"^\d{4}-?[QM]\d+$"
LEFT = _("Nothing to do: they were left aside.")


class Ilostat(Source):
    """Any labels-only file: the catalogue's key is the indicator's label, then each class's label after ` | `."""

    id = "ilostat"
    label = _("ILOSTAT")
    publisher = "International Labour Organization"
    title = "ILOSTAT indicators, labels only"
    licence = "CC BY 4.0"
    citation = "International Labour Organization. ILOSTAT database. Geneva: ILO."
    url = "https://ilostat.ilo.org/data/"
    source = Reference("ILOSTAT, International Labour Organization", url, opened=True)
    vintage = "edition not stated"
    rank = 9
    samples = (
        Sample({"": (
            (*HEADER, "note_source.label"),
            ("Afghanistan", "LFS - Labour Force Survey", "Informal employment rate by sex (%)", "Sex: Female", "2021",
             "97.295", "", ""),
            ("Afghanistan", "LFS - Labour Force Survey", "Informal employment rate by sex (%)", "Sex: Total", "2021",
             "86.395", "", ""),
        )}),
    )  # fmt: skip

    def recognises(self, probe: Probe) -> bool:
        """The header of a labels-only file, though one of its needed columns may be missing."""
        header = set(probe.first_rows[0]) if probe.first_rows else set()
        labels = any(name.endswith(".label") for name in header)
        return labels and len(set(NEEDED) & header) >= len(NEEDED) - 1

    def read(self, probe: Probe) -> Reading:
        """Observations of every indicator whose label the catalogue has, by sex."""
        aside = Aside(probe.name)
        frame = text_table.read(probe, aside)
        if country_figures.missing_columns(frame, NEEDED, aside):
            return Reading(aside)
        table = country_figures.in_countries(table_of(frame), by_label, aside)
        table = self.of_the_catalogue(table, aside)
        table = country_figures.in_numbers(table, aside)
        vintage = country_figures.latest_year(table, self.vintage)
        guessed = pl.concat_str("key", "said").str.to_lowercase().str.contains("estimate|imput|forecast")
        status = pl.when(guessed).then(pl.lit("estimated")).otherwise(pl.lit("observed"))
        given = country_figures.observed(table, self, probe.name, vintage, status)
        return Reading(aside, given, vintage=vintage)

    def of_the_catalogue(self, table: pl.DataFrame, aside: Aside) -> pl.DataFrame:
        """Yearly rows of indicators and sexes that the catalogue has; the others are left with a remark."""
        keys = pl.DataFrame(self.catalogue_keys())
        table = aside.sift(
            table, pl.col("year").str.contains(NOT_A_YEAR),
            _("Figures of months and quarters, such as {value}, are not used."), LEFT,
            rule="not_annual", column="year", severity=Severity.REMARK,
        )  # fmt: skip
        table = aside.sift(
            table, ~pl.col("key").is_in(keys["key"].to_list()),
            _("No indicator of the catalogue has the label {value}."),
            _("Nothing to do, or add the indicator to the catalogue."),
            rule="unknown_indicator", column="key", severity=Severity.REMARK,
        )  # fmt: skip
        known = pl.struct("key", "breakdown").is_in(keys.select(pl.struct("key", "breakdown")).to_series().implode())
        return aside.sift(
            table, ~known, _("The breakdown {value} is none that the catalogue has for the indicator."), LEFT,
            rule="unknown_breakdown", column="sex", severity=Severity.REMARK,
        )  # fmt: skip


def by_label(_code: str, name: str) -> Place:
    """The country of a name; ILOSTAT's groups begin with what they group."""
    country = places.find(name)
    groups = ("World", "Africa", "Americas", "Asia", "Europe", "Arab States")
    return Place(country, "" if country else "aggregate" if name.startswith(groups) else "unknown_country")


def table_of(frame: pl.DataFrame) -> pl.DataFrame:
    """The table that `country_figures` takes, with the sex as published and `said`, the publisher's status."""
    classes = [name for name in CLASSES if name in frame.columns]
    sex = text_of(frame, "sex.label").str.strip_prefix("Sex: ")
    return frame.select(
        "row", column=pl.lit("obs_value"), code=pl.lit(""), name="ref_area.label", sex=sex, year="time",
        key=pl.concat_str("indicator.label", *classes, separator=" | ", ignore_nulls=True),
        breakdown=sex.replace_strict(SEXES, default=OTHER), value="obs_value", said=text_of(frame, "obs_status.label"),
    )  # fmt: skip


def text_of(frame: pl.DataFrame, column: str) -> pl.Expr:
    """A column that a file may lack or leave empty."""
    return pl.col(column).fill_null("") if column in frame.columns else pl.lit("")
