"""ND-GAIN Country Index: three files of one shape, countries down and years across, that do not say which they are."""

from __future__ import annotations

from pathlib import PurePath
from statistics import median

import polars as pl

from bothshores.evidence import country_figures, text_table
from bothshores.evidence.aside import Aside
from bothshores.evidence.kinds import Reading, Sample, Source
from bothshores.evidence.probe import Probe
from bothshores.evidence.wide_table import year_columns
from bothshores.vocab import Reference
from bothshores.vocab import gettext_noop as _

PLACES = ("ISO3", "Name")
SAFE = ("CHE", "DNK", "FIN", "NOR", "SWE")
EXPOSED = ("AFG", "COD", "HTI", "NER", "SOM", "TCD")
"""Countries that every edition puts far apart: the first are readier and less vulnerable than the last."""


class NdGain(Source):
    """gain = 50 × (readiness − vulnerability + 1); the values of well-known countries tell the three files apart."""

    id = "nd_gain"
    label = _("ND-GAIN Country Index")
    publisher = "University of Notre Dame, Notre Dame Global Adaptation Initiative"
    title = "ND-GAIN Country Index: gain, vulnerability, readiness"
    licence = "CC BY 3.0"
    citation = "Notre Dame Global Adaptation Initiative. ND-GAIN Country Index. University of Notre Dame."
    url = "https://gain.nd.edu/our-work/country-index/"
    source = Reference("ND-GAIN Country Index, University of Notre Dame", url, opened=True)
    vintage = "edition not stated"
    rank = 51
    samples = (
        Sample({"": (
            (*PLACES, "2019", "2020"),
            ("NPL", "Nepal", "41.4885705677976", "41.7206150029328"),
            ("NOR", "Norway", "75.842541757128", "75.4104340493396"),
        )}),
    )  # fmt: skip

    def recognises(self, probe: Probe) -> bool:
        """A header ISO3, Name (in either order), then nothing but years."""
        header = probe.first_rows[0] if probe.first_rows else ()
        others = [cell for cell in header if not cell.isdigit()]
        return sorted(others) == list(PLACES) and len(year_columns(header)) > 1

    def read(self, probe: Probe) -> Reading:
        """Observations of gain (index 0-100), or vulnerability or readiness (index 0-1)."""
        aside = Aside(probe.name)
        frame = text_table.read(probe, aside)
        if not {*PLACES} <= {*frame.columns}:
            return Reading(aside)
        table = frame.unpivot(
            year_columns(frame.columns), index=["row", *PLACES], variable_name="year", value_name="value"
        ).select(
            "row", column="year", code="ISO3", name="Name", key=pl.lit("?"), breakdown=pl.lit(""), year="year",
            value="value",
        )  # fmt: skip
        table = country_figures.in_countries(table, country_figures.by_iso3, aside)
        table = country_figures.in_numbers(table, aside)
        key = which(table, probe.name, aside)
        table = table.with_columns(key=pl.lit(key)).filter(pl.col("key") != "")
        vintage = country_figures.latest_year(table, self.vintage)
        given = country_figures.observed(table, self, probe.name, vintage, pl.lit("estimated"))
        return Reading(aside, given, vintage=vintage)


def which(table: pl.DataFrame, file: str, aside: Aside) -> str:
    """The measure a file holds, by its values, else by its name; empty, and a problem, where nothing tells."""
    named = PurePath(file).stem.lower()
    said = named if named in ("gain", "vulnerability", "readiness") else ""
    by_values = measure_of(table)
    if said and by_values and said != by_values:
        aside.note(
            _("The file is called {name}, but its values are those of {code}. It was left aside."),
            _("Get the file again from its publisher."), rule="name_and_values_differ", figures=table.height,
            name=f"text:{said}", code=f"text:{by_values}",
        )  # fmt: skip
        return ""
    if not (by_values or said) and table.height:
        aside.note(
            _("Neither values nor name tell whether the file holds gain, vulnerability or readiness."),
            _("Rename it to gain.csv, vulnerability.csv or readiness.csv."), rule="no_indicator", figures=table.height,
        )  # fmt: skip
    return by_values or said


def measure_of(table: pl.DataFrame) -> str:
    """Gain exceeds 1; vulnerability is higher in the exposed countries, readiness in the safe ones."""
    if table.height and median(table["value"].to_list()) > 1:
        return "gain"
    safe, exposed = (table.filter(pl.col("country").is_in(these))["value"] for these in (SAFE, EXPOSED))
    if safe.is_empty() or exposed.is_empty():
        return ""
    return "readiness" if median(safe.to_list()) > median(exposed.to_list()) else "vulnerability"
