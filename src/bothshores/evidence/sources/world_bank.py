"""World Development Indicators of the World Bank, as comma-separated files in any of its shapes."""

from __future__ import annotations

from pathlib import PurePath

import polars as pl

from bothshores.evidence import places, world_bank_identity, world_bank_table
from bothshores.evidence.aside import Aside
from bothshores.evidence.country_figures import latest_year
from bothshores.evidence.kinds import Reading, Sample, Source
from bothshores.evidence.probe import Probe
from bothshores.tables import dtypes
from bothshores.tables.evidence import Observations
from bothshores.vocab import Reference, Severity
from bothshores.vocab import gettext_noop as _

AGGREGATES = (
    "AFE", "AFR", "AFW", "ARB", "CEA", "CEB", "CEU", "CLA", "CME", "CSA", "CSS", "DEA", "DEC", "DLA", "DMN", "DNS",
    "DSA", "DSF", "DSS", "EAP", "EAR", "EAS", "ECA", "ECS", "EMU", "EUU", "FCS", "FXS", "HIC", "HPC", "IBB", "IBD",
    "IBT", "IDA", "IDB", "IDX", "INX", "LAC", "LCN", "LDC", "LIC", "LMC", "LMY", "LTE", "MDE", "MEA", "MIC", "MNA",
    "NAC", "NAF", "NRS", "NXS", "OED", "OSS", "PRE", "PSS", "PST", "RRS", "SAS", "SSA", "SSF", "SST", "SXZ", "TEA",
    "TEC", "TLA", "TMN", "TSA", "TSS", "UMC", "WLD", "XZN",
)  # fmt: skip
NO_ISO_CODE = ("ADO", "CHI", "IMY", "KSV", "ROM", "TMP", "WBG", "XKX", "ZAR")
"""Codes of the Bank's own, of now and of old."""
FIRST_YEAR, LAST_YEAR = 1900, 2100
LEFT = _("Nothing to do: they were left aside.")


class WorldBank(Source):
    """value in our unit = value as published × the catalogue's factor; groups of countries are left."""

    id = "world_bank"
    label = _("World Development Indicators")
    publisher = "World Bank"
    title = "World Development Indicators"
    licence = "CC BY 4.0"
    citation = "World Bank. World Development Indicators. Washington, DC: World Bank."
    url = "https://datacatalog.worldbank.org/search/dataset/0037712"
    source = Reference("World Development Indicators, World Bank", url, opened=True)
    vintage = "not stated in the file"
    rank = 10
    samples = (
        Sample({"": (
            ("Country Name", "Country Code", "Indicator Code", "Year", "Value"),
            ("Nepal", "NPL", "SM.POP.TOTL", "2000", "717900"),
            ("World", "WLD", "SM.POP.TOTL", "2000", "173230585"),
        )}),
        Sample({"": (
            ("Data Source", "World Development Indicators"),
            ("Last Updated Date", "2019-04-24"),
            ("Country Name", "Country Code", "Indicator Name", "Indicator Code", "2000", "2001"),
            ("Nepal", "NPL", "International migrant stock, total", "SM.POP.TOTL", "717900", ""),
        )}),
    )  # fmt: skip

    def recognises(self, probe: Probe) -> bool:
        """A header with Country Name and Country Code."""
        return world_bank_table.header_of(probe) >= 0

    def read(self, probe: Probe) -> Reading:
        """Observations of all countries; without a code column the values tell the indicator, else the file's name."""
        aside = Aside(probe.name)
        table = good(world_bank_table.read(probe, aside), aside)
        if not table.is_empty() and (table["code"] == "").all():
            table = table.with_columns(code=pl.lit(self.code_of(probe, table, aside)))
        keys = pl.DataFrame(self.catalogue_keys())
        table = known_codes(table, keys, aside)
        vintage = world_bank_table.updated(probe) or latest_year(table, self.vintage)
        observations = table.join(keys, left_on="code", right_on="key", maintain_order="left").select(
            "country",
            "indicator",
            "year",
            "breakdown",
            source=pl.lit(self.id),
            vintage=pl.lit(vintage),
            value=(pl.col("value") * pl.col("factor")).round_sig_figs(12),
            status=pl.when(pl.col("words").str.to_lowercase().str.contains("estimate"))
            .then(pl.lit("estimated"))
            .otherwise(pl.lit("observed"))
            .cast(dtypes(Observations)["status"]),
            file=pl.lit(probe.name),
            locator=pl.format("row {}, {}", "row", "column"),
        )
        return Reading(aside, observations, vintage=vintage)

    def code_of(self, probe: Probe, table: pl.DataFrame, aside: Aside) -> str:
        """The code of a file without a code column: by its values where they are known, else by its name."""
        named = PurePath(probe.name).stem.upper()
        by_values = world_bank_identity.identify(table)
        codes = {key["key"] for key in self.catalogue_keys()}
        if by_values and named in codes and named != by_values:
            aside.note(
                _("The file is called {name}, but its values are those of {code}. It was left aside."),
                _("Find out which it is, then rename the file or add a column Indicator Code."),
                rule="name_and_values_differ", figures=table.height, name=f"text:{named}", code=f"text:{by_values}",
            )  # fmt: skip
            return "?"
        if named in codes:
            return named
        if by_values in codes:
            aside.note(
                _("The file does not say which indicator it holds; by its values it is {code}."),
                _("Check it; a column Indicator Code would say so."),
                rule="known_by_values", severity=Severity.REMARK, code=f"text:{by_values}",
            )  # fmt: skip
            return by_values
        aside.note(
            _("The file does not say which indicator it holds."),
            _("Rename it to its code, such as sp.pop.totl.csv, or add a column Indicator Code."),
            rule="no_indicator", figures=table.height,
        )  # fmt: skip
        return "?"


def good(table: pl.DataFrame, aside: Aside) -> pl.DataFrame:
    """Rows of countries with a number and a year; the others go aside by the rule they break."""
    table = table.with_columns(
        number=pl.col("value").cast(pl.Float64, strict=False), whole_year=pl.col("year").cast(pl.Int64, strict=False)
    )
    table = aside.sift(
        table, pl.col("country").is_in(AGGREGATES), _("Groups of countries, such as {value}, are not countries."),
        LEFT, rule="aggregate", column="country", severity=Severity.REMARK,
    )  # fmt: skip
    table = aside.sift(
        table, pl.col("country").is_in(NO_ISO_CODE),
        _("The World Bank's code {value} is none of ISO 3166-1."), LEFT,
        rule="no_iso_code", column="country", severity=Severity.REMARK,
    )  # fmt: skip
    table = aside.sift(
        table, ~pl.col("country").is_in(list(places.iso3())), _("{value} is no ISO 3166-1 code of a country."),
        _("Correct the code."), rule="unknown_country", column="country",
    )  # fmt: skip
    table = aside.sift(
        table, ~pl.col("whole_year").is_between(FIRST_YEAR, LAST_YEAR), _("{value} is not a year from 1900 to 2100."),
        _("Correct the year."), rule="wrong_year", column="year",
    )  # fmt: skip
    table = aside.sift(
        table, ~pl.col("number").is_finite(), _("{value} is not a number."),
        _("Correct the value, or leave the cell empty where there is none."), rule="not_a_number", column="value",
    )  # fmt: skip
    table = aside.sift(
        table, ~pl.struct("country", "code", "whole_year").is_first_distinct(),
        _("The same country and year stand in the file twice; the first row was taken."),
        _("Keep one of the rows."), rule="duplicate_row", column="value",
    )  # fmt: skip
    return table.select("row", "column", "country", "code", year="whole_year", value="number")


def known_codes(table: pl.DataFrame, keys: pl.DataFrame, aside: Aside) -> pl.DataFrame:
    """Rows whose indicator is in the catalogue; the others are left with a remark."""
    return aside.sift(
        table.filter(pl.col("code") != "?"), ~pl.col("code").is_in(keys["key"].to_list()),
        _("No indicator of the catalogue has the code {value}."),
        _("Nothing to do, or add the indicator to the catalogue."),
        rule="unknown_indicator", column="code", severity=Severity.REMARK,
    )  # fmt: skip
