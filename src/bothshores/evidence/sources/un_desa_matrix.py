"""Migrants by origin and destination of UN DESA: one file for each sex, years and destinations down, origins across."""

from __future__ import annotations

import polars as pl

from bothshores.evidence import places, text_table
from bothshores.evidence.aside import Aside
from bothshores.evidence.kinds import Reading, Sample, Source
from bothshores.evidence.probe import Probe
from bothshores.tables import dtypes
from bothshores.tables.evidence import Observations, Stocks
from bothshores.vocab import Reference, Severity
from bothshores.vocab import gettext_noop as _

HEADER = ("Year", "Destination", "Total", "Other South", "Other North")
WORLD, MOST = "WORLD", 10_000_000_000
TOLERANCE = 0.01
"""A stated total and the sum of its parts may differ by this part of the sum: rounding, and small areas left out."""
DIFFERING = (
    pl.when("differs").then(pl.format("; the row WORLD states {}", pl.col("stated").fill_null(0))).otherwise(pl.lit(""))
)
MISSING = ("", "..", "-")
LEFT = _("Nothing to do: they were left aside.")
REVISION_2019 = {
    "all": (153011473, 161316895, 173588441, 191615574, 220781909, 248861296, 271642105),
    "male": (77661689, 81686116, 88029221, 97860838, 114061680, 128863389, 141488004),
    "female": (75349784, 79630779, 85559220, 93754736, 106720229, 119997907, 130154101),
}
"""The publisher's world totals, 1990 to 2019: they tell whose sex a file counts, which it does not say itself."""


class UnDesaMatrix(Source):
    """Stocks by corridor as published, and each origin's stock abroad: the sum over all destinations.

    The publisher's own row WORLD is not used for origins: in 2015 and 2019 its Northern America contradicts the rows
    of Canada and the United States (Philippines 2019: 5,377,337 against 5,996,161). A difference of more than one
    percent is a remark that names both totals, and stands in the figure's locator.
    """

    id = "un_desa_matrix"
    label = _("International Migrant Stock, by origin and destination")
    publisher = "United Nations, Department of Economic and Social Affairs, Population Division"
    title = "International Migrant Stock 2019, by destination and origin"
    licence = "CC BY 3.0 IGO"
    citation = (
        "United Nations, Department of Economic and Social Affairs, Population Division (2019). International Migrant "
        "Stock 2019 (United Nations database, POP/DB/MIG/Stock/Rev.2019)."
    )
    url = "https://www.un.org/development/desa/pd/content/international-migrant-stock"
    source = Reference("International Migrant Stock 2019, UN DESA", url, opened=True)
    vintage = "2019"
    rank = 20
    samples = (
        Sample({"": (
            (*HEADER, "Nepal", "India"),
            ("1990", WORLD, "153011473", "6548526", "2366800", "748060", "6623177"),
            ("1990", "Asia", "48209949", "..", "..", "..", ".."),
            ("1990", "Nepal", "429078", "0", "0", "", "410401"),
            ("1990", "India", "7493204", "0", "0", "491818", ""),
        )}, breaks="year_not_whole"),
    )  # fmt: skip

    def recognises(self, probe: Probe) -> bool:
        """The header of the matrix: Year, Destination, Total, Other South, Other North, then origins."""
        return bool(probe.first_rows) and probe.first_rows[0][: len(HEADER)] == HEADER

    def read(self, probe: Probe) -> Reading:
        """Stocks (persons, by corridor, year and sex) and observations of migrant_stock_abroad."""
        aside = Aside(probe.name)
        frame = text_table.read(probe, aside)
        # The totals of a country that does not exist are in no publication; its files count everybody.
        sex = "all" if places.in_fictional_world() else sex_of(frame)
        if not sex:
            aside.note(
                _("The world totals are not those of the 2019 revision, so nothing says whose sex the file counts."),
                _("Get the file again from the publisher."), rule="unknown_edition",
                figures=cells_of(frame).height if frame.height else 0,
            )  # fmt: skip
            return Reading(aside)
        cells = people(frame, aside)
        cells = whole_years(frame, cells, aside)
        stocks = cells.filter(pl.col("to") != "", pl.col("from") != "").select(
            origin="from", destination="to", year="year", sex=pl.lit(sex).cast(dtypes(Stocks)["sex"]),
            source=pl.lit(self.id), vintage=pl.lit(self.vintage), persons="persons",
        )  # fmt: skip
        sums = stated_beside(cells, sum_destinations(cells))
        note_differences(sums, aside)
        return Reading(aside, self.abroad(sums, sex, probe.name), stocks, vintage=self.vintage)

    def abroad(self, sums: pl.DataFrame, sex: str, file: str) -> pl.DataFrame:
        """Observations of each origin's stock abroad."""
        key = next(key for key in self.catalogue_keys() if key["key"] == sex)
        return sums.select(
            "country",
            "year",
            indicator=pl.lit(key["indicator"]),
            breakdown=pl.lit(key["breakdown"]),
            source=pl.lit(self.id),
            vintage=pl.lit(self.vintage),
            value=pl.col("persons").cast(pl.Float64) * key["factor"],
            status=pl.lit("estimated").cast(dtypes(Observations)["status"]),
            file=pl.lit(file),
            locator=pl.format(
                "column {}, year {}, sum of {} destinations{}", "origin", "year", "destinations", DIFFERING
            ),
        ).select(Observations.columns().keys())


def sex_of(frame: pl.DataFrame) -> str:
    """Whose sex the world totals of a file are; empty where they are not the publisher's."""
    if not {"Destination", "Total"} <= set(frame.columns):
        return ""
    totals = set(frame.filter(pl.col("Destination") == WORLD)["Total"])
    return next((sex for sex, known in REVISION_2019.items() if totals & {str(total) for total in known}), "")


def people(frame: pl.DataFrame, aside: Aside) -> pl.DataFrame:
    """One row a cell: row, year, destination, origin, persons, and the codes `to` and `from`.

    A code is empty where a place has none of ISO 3166-1; `to` is null for the world.
    """
    cells = cells_of(frame).with_columns(
        year=pl.col("Year").cast(pl.Int64, strict=False), number=pl.col("text").cast(pl.Float64, strict=False)
    )
    cells = aside.sift(
        cells, ~pl.col("year").is_between(1900, 2100), _("{value} is not a year from 1900 to 2100."),
        _("Correct the year."), rule="wrong_year", column="Year",
    )  # fmt: skip
    cells = aside.sift(
        cells, ~pl.col("number").is_between(0, MOST), _("{value} is not a number of people."),
        _("Correct the cell."), rule="not_a_number", column="text",
    )  # fmt: skip
    cells = aside.sift(
        cells, ~pl.col("Destination").is_in([*origins_of(frame), WORLD]),
        _("Groups of countries, such as {value}, are not countries."), LEFT, rule="aggregate", column="Destination",
        severity=Severity.REMARK,
    )  # fmt: skip
    names = pl.DataFrame({"name": origins_of(frame), "code": [places.find(name) for name in origins_of(frame)]})
    cells = cells.join(names.rename({"name": "origin", "code": "from"}), on="origin", maintain_order="left")
    cells = cells.join(
        names.rename({"name": "Destination", "code": "to"}), on="Destination", how="left", maintain_order="left"
    )
    note_places(cells, aside)
    return cells.select(
        "row", "year", "origin", "from", "to", destination="Destination",
        persons=pl.col("number").round().cast(pl.Int64),
    )  # fmt: skip


def origins_of(frame: pl.DataFrame) -> list[str]:
    """The columns of origins."""
    return frame.columns[frame.columns.index(HEADER[-1]) + 1 :] if HEADER[-1] in frame.columns else []


def cells_of(frame: pl.DataFrame) -> pl.DataFrame:
    """Every figure of the file: a filled cell under an origin, groups of destinations included."""
    cells = frame.unpivot(
        origins_of(frame), index=["row", "Year", "Destination"], variable_name="origin", value_name="text"
    )
    return cells.filter(~pl.col("text").fill_null("").is_in(MISSING))


def note_places(cells: pl.DataFrame, aside: Aside) -> None:
    """Say which places have no code, and that the world's totals are only compared."""
    world = cells.filter(pl.col("Destination") == WORLD).height
    if world:
        aside.note(
            _("The world totals are no corridor; the sums of destinations are compared with them."), LEFT,
            rule="aggregate", column=WORLD, severity=Severity.REMARK, count=world, figures=world,
        )  # fmt: skip
    nowhere = cells.filter((pl.col("from") == "") | (pl.col("to") == ""), pl.col("Destination") != WORLD)
    place = pl.when(pl.col("from") == "").then("origin").otherwise("Destination")
    for name, figures in nowhere.group_by(place=place, maintain_order=True).len().iter_rows():
        aside.note(
            _("{place} has no ISO 3166-1 code of its own; its figures were left aside."), LEFT, rule="no_iso_code",
            severity=Severity.REMARK, count=figures, figures=figures, place=f"text:{name}",
        )  # fmt: skip


def whole_years(frame: pl.DataFrame, cells: pl.DataFrame, aside: Aside) -> pl.DataFrame:
    """The cells of years whose destinations sum to the world total; the sums of other years would be too small."""
    year, total = pl.col("Year").cast(pl.Int64, strict=False), pl.col("Total").cast(pl.Float64, strict=False)
    totals = frame.select("Destination", year=year, total=total).drop_nulls("year")
    world = totals.filter(pl.col("Destination") == WORLD).select("year", world="total")
    parts = totals.filter(pl.col("Destination").is_in(frame.columns)).group_by("year").agg(pl.col("total").sum())
    apart = (pl.col("world") - pl.col("total")).abs() > 1
    cut = world.join(parts, on="year", how="left").filter(apart.fill_null(value=True))["year"].sort()
    for year in cut:
        left = cells.filter(pl.col("year") == year, pl.col("from") != "", pl.col("to") != "")
        aside.note(
            _("The destinations of {year} do not sum to the world total, so the year is not whole; it was left aside."),
            _("Get the file again from the publisher."), rule="year_not_whole", figures=left.height,
            year=f"year:{year}",
        )  # fmt: skip
    return cells.filter(pl.col("year").is_in(world["year"].to_list()) & ~pl.col("year").is_in(cut.to_list()))


def sum_destinations(cells: pl.DataFrame) -> pl.DataFrame:
    """People abroad by origin and year, over every destination, also those without an ISO 3166-1 code."""
    return (
        cells.filter(pl.col("from") != "", pl.col("destination") != WORLD, pl.col("to").is_not_null())
        .group_by(country="from", origin="origin", year="year")
        .agg(pl.col("persons").sum(), destinations=pl.len())
    )


def stated_beside(cells: pl.DataFrame, sums: pl.DataFrame) -> pl.DataFrame:
    """The sums, with the total that the row WORLD states (null: none), and whether it `differs`."""
    world = cells.filter(pl.col("destination") == WORLD).select("origin", "year", stated="persons")
    apart = (pl.col("stated") - pl.col("persons")).abs() > TOLERANCE * pl.col("persons")
    return sums.join(world, on=["origin", "year"], how="left", maintain_order="left").with_columns(
        differs=apart.fill_null(value=False)
    )


def note_differences(sums: pl.DataFrame, aside: Aside) -> None:
    """Note each origin whose stated total differs from the sum, with its last such year."""
    both = sums.filter("differs").sort("country", "year")
    last = both.group_by("country", maintain_order=True).agg(pl.all().last(), count=pl.len())
    for row in last.iter_rows(named=True):
        aside.note(
            _("The world total stated for {year} is {stated}; the destinations sum to {sum}, which was taken."),
            _("Nothing to do: the file's own rows contradict each other."), rule="totals_differ", column=row["origin"],
            country=row["country"], severity=Severity.REMARK, count=row["count"], year=f"year:{row['year']}",
            stated=f"whole:{row['stated']}", sum=f"whole:{row['persons']}",
        )  # fmt: skip
