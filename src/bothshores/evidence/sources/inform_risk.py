"""INFORM Risk Index, trend file: one row for each country, year and index, from 0 (low risk) to 10."""

from __future__ import annotations

import polars as pl

from bothshores.evidence import country_figures, text_table
from bothshores.evidence.aside import Aside
from bothshores.evidence.kinds import Reading, Sample, Source
from bothshores.evidence.probe import Probe
from bothshores.vocab import Reference, Severity
from bothshores.vocab import gettext_noop as _

HEADER = ("CountryName", "Iso3", "GNAYear", "IndicatorId", "FullName", "IndicatorScore")
NEEDED = ("Iso3", "GNAYear", "IndicatorId", "IndicatorScore")


class InformRisk(Source):
    """The index and its three dimensions as published; a year is that of the release, whose data are older."""

    id = "inform_risk"
    label = _("INFORM Risk Index")
    publisher = "European Commission, Joint Research Centre, with the INFORM partners"
    title = "INFORM Risk Index, trends"
    licence = "Free reuse with the source named (European Commission reuse policy); not stated in the file"
    citation = "European Commission, Joint Research Centre (2023). INFORM Risk Index 2024, trends 2015-2024."
    url = "https://drmkc.jrc.ec.europa.eu/inform-index/"
    source = Reference("INFORM Risk Index trends, European Commission JRC", url, opened=True)
    vintage = "edition not stated"
    rank = 51
    samples = (
        Sample({"": (
            HEADER,
            ("Nepal", "NPL", "2024", "INFORM", "INFORM Risk Index", "4.6"),
            ("Nepal", "NPL", "2024", "HA", "Hazard & Exposure Index", "3.4"),
        )}),
    )  # fmt: skip

    def recognises(self, probe: Probe) -> bool:
        """The header of the trend file, though one of its six columns may be missing."""
        return bool(probe.first_rows) and len(set(HEADER) & set(probe.first_rows[0])) >= len(HEADER) - 1

    def read(self, probe: Probe) -> Reading:
        """Observations of the index and its dimensions (index 0-10)."""
        aside = Aside(probe.name)
        frame = text_table.read(probe, aside)
        if country_figures.missing_columns(frame, NEEDED, aside):
            return Reading(aside)
        table = frame.select(
            "row", column=pl.lit("IndicatorScore"), code="Iso3",
            name=pl.col("CountryName") if "CountryName" in frame.columns else pl.lit(""),
            key=pl.col("IndicatorId").fill_null(""), breakdown=pl.lit(""), year="GNAYear", value="IndicatorScore",
        )  # fmt: skip
        table = country_figures.in_countries(table, country_figures.by_iso3, aside)
        table = aside.sift(
            table, ~pl.col("key").is_in([key["key"] for key in self.catalogue_keys()]),
            _("No indicator of the catalogue has the code {value}."),
            _("Nothing to do, or add the indicator to the catalogue."),
            rule="unknown_indicator", column="key", severity=Severity.REMARK,
        )  # fmt: skip
        table = country_figures.in_numbers(table, aside)
        vintage = country_figures.latest_year(table, self.vintage)
        given = country_figures.observed(table, self, probe.name, vintage, pl.lit("estimated"))
        return Reading(aside, given, vintage=vintage)
