"""World Population Prospects of the United Nations: births, deaths and net migration, one file each, in thousands."""

from __future__ import annotations

from pathlib import PurePath

import polars as pl

from bothshores.evidence import country_figures, places, text_table
from bothshores.evidence.aside import Aside
from bothshores.evidence.country_figures import Place
from bothshores.evidence.kinds import Reading, Sample, Source
from bothshores.evidence.probe import Probe
from bothshores.evidence.wide_table import period_columns, year_columns
from bothshores.vocab import Reference, Severity
from bothshores.vocab import gettext_noop as _

PLACES = ("country_code", "country")
LOCATIONS = ("name", "country_code", "location_type", "tree_level")
WORLD, FIRST_GROUP, COUNTRY = "900", 900, "4"
NO_ISO_CODE = (412,)
"""Kosovo, which the United Nations count apart and ISO 3166-1 does not."""
KNOWN_2022 = {
    "births": {("900", "1950"): "92083.258", ("524", "1950"): "395.211"},
    "deaths": {("900", "1950"): "48788.536", ("524", "1950"): "218.304"},
    "migration": {("108", "1950"): "-13.343", ("524", "1950"): "3.86"},
}
"""Values of the 2022 edition, by code and year: they tell which measure a file holds, which it does not say itself."""
LAST_ESTIMATE = 2021
"""The last year that the 2022 edition estimates; later years are its projections."""
ROUNDING = 1e-4
LEFT = _("Nothing to do: they were left aside.")


class UnWpp(Source):
    """Persons = published thousands × 1,000, by calendar year; codes from 900 on are groups of countries.

    Projections are left: a figure is what was so. The list of places `UNlocations.txt` holds no figure; it is compared
    with the codes known here.
    """

    id = "un_wpp"
    label = _("World Population Prospects")
    publisher = "United Nations, Department of Economic and Social Affairs, Population Division"
    title = "World Population Prospects 2022: births, deaths, net migration"
    licence = "CC BY 3.0 IGO"
    citation = (
        "United Nations, Department of Economic and Social Affairs, Population Division (2022). World Population "
        "Prospects 2022."
    )
    url = "https://population.un.org/wpp/"
    source = Reference("World Population Prospects 2022, UN DESA", url, opened=True)
    vintage = "edition not stated"
    rank = 20
    samples = (
        Sample({"": (
            (*PLACES, "1950", "2020", "2021"),
            ("900", "World", "92083.258", "135132.602", "133974.696"),
            ("524", "Nepal", "395.211", "602.598", "609.79"),
        )}, breaks="totals_differ"),
        Sample({"": (
            (*PLACES, "1950", "2021", "2022"),
            ("524", "Nepal", "3.86", "296.541", "-62.012"),
        )}),
        Sample({"": (
            (*LOCATIONS[:2], "reg_code", *LOCATIONS[2:]),
            ("World", "900", "-1", "0", "1"),
            ("Nepal", "524", "5501", "4", "4"),
        )}),
    )  # fmt: skip

    def recognises(self, probe: Probe) -> bool:
        """A header country_code, country (in either order), then nothing but years; or the list of places."""
        header = probe.first_rows[0] if probe.first_rows else ()
        years = {*year_columns(header), *period_columns(header)}
        others = [cell for cell in header if cell not in years]
        return (sorted(others) == sorted(PLACES) and len(years) > 1) or set(LOCATIONS) <= set(header)

    def read(self, probe: Probe) -> Reading:
        """Observations of births, deaths or net_migration (persons a year)."""
        aside = Aside(probe.name)
        frame = text_table.read(probe, aside)
        if set(LOCATIONS) <= set(frame.columns):
            return compare_places(frame, aside)
        if not {*PLACES} <= {*frame.columns}:
            return Reading(aside)
        note_periods(frame, aside)
        measure, edition = which(frame, probe.name, aside)
        if not measure:
            return Reading(aside)
        cells = frame.unpivot(year_columns(frame.columns), index=["row", *PLACES], variable_name="year")
        compare_world(cells, aside)
        table = cells.select(
            "row", column="year", code="country_code", name="country", key=pl.lit(measure), breakdown=pl.lit(""),
            year="year", value="value",
        )  # fmt: skip
        table = country_figures.in_countries(table, by_m49, aside)
        table = country_figures.in_numbers(table, aside)
        table = aside.sift(
            table, pl.col("year") > LAST_ESTIMATE, _("Projections, from {value} on, are no figures of what was so."),
            LEFT, rule="projection", column="year", severity=Severity.REMARK,
        )  # fmt: skip
        vintage = edition or self.vintage
        given = country_figures.observed(table, self, probe.name, vintage, pl.lit("estimated"))
        return Reading(aside, given, vintage=vintage)


def by_m49(code: str, name: str) -> Place:
    """The country of a United Nations code that its name, where it is known, does not contradict."""
    number = int(code) if code.isdecimal() else -1
    if number >= FIRST_GROUP:
        return Place(fault="aggregate")
    if number in NO_ISO_CODE:
        return Place(fault="no_iso_code")
    country = places.by_m49().get(number, "")
    if country and places.find(name) not in ("", country):
        return Place(fault="code_and_name_differ")
    return Place(country, "" if country else "unknown_country")


def note_periods(frame: pl.DataFrame, aside: Aside) -> None:
    """Columns of several years are sums over them: where single years stand beside them they add nothing."""
    if periods := period_columns(frame.columns):
        aside.note(
            _("Columns of several years, such as {value}, are no figures of one year."), LEFT, rule="period",
            column=", ".join(periods[:3]), severity=Severity.REMARK, figures=frame.height * len(periods),
            value=f"text:{periods[0]}",
        )  # fmt: skip


def which(frame: pl.DataFrame, file: str, aside: Aside) -> tuple[str, str]:
    """Measure and edition by known values, else the measure by sign and name; no measure, and a problem, else."""
    stem = PurePath(file).stem.lower()
    said = stem if stem in KNOWN_2022 else ""
    found = next((name for name, known in KNOWN_2022.items() if holds(frame, known)), "")
    if found and said and found != said:
        aside.note(
            _("The file is called {name}, but its values are those of {code}. It was left aside."),
            _("Get the file again from its publisher."), rule="name_and_values_differ", figures=frame.height,
            name=f"text:{said}", code=f"text:{found}",
        )  # fmt: skip
        return "", ""
    if not (found or said) and frame.height:
        aside.note(
            _("Neither values nor name tell whether the file holds births, deaths or net migration."),
            _("Rename it to births.txt, deaths.txt or migration.txt."), rule="no_indicator", figures=frame.height,
        )  # fmt: skip
    return found or said, "2022" if found else ""


def holds(frame: pl.DataFrame, known: dict[tuple[str, str], str]) -> bool:
    """True if any of the known values stands where it should."""
    return any(
        year in frame.columns and value in frame.filter(pl.col("country_code") == code)[year]
        for (code, year), value in known.items()
    )


def compare_world(cells: pl.DataFrame, aside: Aside) -> None:
    """A problem where the countries do not sum to the publisher's own row World: a row is missing or was changed."""
    numbers = cells.select(
        "year", code=pl.col("country_code").cast(pl.Int64, strict=False),
        number=pl.col("value").cast(pl.Float64, strict=False),
    )  # fmt: skip
    parts = numbers.filter(pl.col("code") < FIRST_GROUP).group_by("year").agg(pl.col("number").sum())
    both = numbers.filter(pl.col("code") == int(WORLD)).join(parts, on="year", suffix="_sum")
    slack = 1 + ROUNDING * pl.col("number").abs()
    apart = both.filter((pl.col("number") - pl.col("number_sum")).abs() > slack).sort("year")
    if apart.height:
        first = apart.row(0, named=True)
        aside.note(
            _("In {year} the countries sum to {sum} thousand, but the file says {stated} of the world."),
            _("Get the file again from its publisher: a row is missing or was changed."), rule="totals_differ",
            column=first["year"], count=apart.height, year=f"year:{first['year']}", sum=f"text:{first['number_sum']:g}",
            stated=f"text:{first['number']:g}",
        )  # fmt: skip


def compare_places(frame: pl.DataFrame, aside: Aside) -> Reading:
    """The list of places holds no figure; a country of it that is unknown here is named."""
    aside.note(
        _("This is the publisher's list of places; it holds no figure."), _("Nothing to do."), rule="list_of_places",
        severity=Severity.REMARK, count=frame.height, figures=frame.height,
    )  # fmt: skip
    countries = frame.filter(pl.col("location_type") == COUNTRY)
    judged = [by_m49(code or "", name or "").fault for code, name in countries.select("country_code", "name").rows()]
    for (name,), fault in zip(countries.select("name").rows(), judged, strict=True):
        if fault:
            aside.note(
                _("{place} has no ISO 3166-1 code of its own; its figures were left aside."), LEFT, rule=fault,
                severity=Severity.REMARK if fault == "no_iso_code" else Severity.PROBLEM, place=f"text:{name}",
            )  # fmt: skip
    return Reading(aside)
