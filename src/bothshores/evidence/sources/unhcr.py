"""UNHCR's tables of displaced people: totals at the end of a year, asylum claims and decisions, solutions, sex."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from bothshores.evidence import country_figures, text_table, unhcr_table
from bothshores.evidence.aside import Aside
from bothshores.evidence.kinds import Reading, Sample, Source
from bothshores.evidence.probe import Probe
from bothshores.vocab import Reference, Severity
from bothshores.vocab import gettext_noop as _

COUNTS = {
    "REF": ("refugees",), "ASY": ("asylum seekers",), "IDP": ("internally displaced",), "RET": ("returned refugees",),
    "RDP": ("returned internally displaced",), "RST": ("resettled",), "NAT": ("naturalised",),
    "Applications": ("applications",), "Recognized": ("protected", "decided"),
    "RecognizedOther": ("protected", "decided"), "Rejected": ("decided",),
}  # fmt: skip
"""What each column adds to. Decided is on the substance: claims otherwise closed are not in it."""
ALSO = {
    "refugees": "REF", "asylum_seekers": "ASY", "idps": "IDP", "returned_refugees": "RET", "returned_idps": "RDP",
    "applied": "Applications", "dec_recognized": "Recognized", "dec_other": "RecognizedOther",
    "dec_rejected": "Rejected",
}  # fmt: skip
"""How UNHCR's own interface calls the same columns."""
DECIDED = ("Recognized", "RecognizedOther", "Rejected")
NO_INDICATOR = ("OOC", "STA", "VDA", "OtherwiseClosed", "TotalDecided")
SEXES = {"Female_total": "sex=female", "Male_total": "sex=male"}
AT_HOME = ("internally displaced", "returned internally displaced")
"""People counted in their own country: origin and country of asylum are one."""
MANY, SEVERAL = 100, 10
CORRIDOR, BY_ORIGIN = " by corridor", " by origin"


class Unhcr(Source):
    """Sums over origins for each country of asylum, and each corridor; by origin only where the file is of the world.

    A 0 may mean nobody or not known, so sums of 0 and empty corridors are left. Counts below 5 stand as published:
    UNHCR shows them as 0 or 5, so a sum may be off by a few persons.
    """

    id = "unhcr"
    label = _("UNHCR population statistics")
    publisher = "UNHCR, the UN Refugee Agency"
    title = "Refugee population statistics: totals, asylum applications and decisions, solutions, demographics"
    licence = "CC BY 4.0"
    citation = "UNHCR. Refugee Population Statistics Database. Geneva: UNHCR."
    url = "https://www.unhcr.org/refugee-statistics/"
    source = Reference("Refugee population statistics, UNHCR, as extracted on HDX", url, opened=True)
    vintage = "edition not stated"
    rank = 20
    samples = (
        Sample({"": (
            ("Year", "ISO3CoO", "ISO3CoA", "REF", "IDP", "ASY", "OOC", "STA", "VDA"),
            ("2018", "PAK", "PAK", "0", "96384", "0", "0", "0", "0"),
            ("1979", "AFG", "IRN", "1e+05", "0", "0", "0", "0", "0"),
            ("1979", "IRQ", "IRN", "30000", "0", "0", "0", "0", "0"),
        )}),
        Sample({"": (
            ("Year", "ISO3CoO", "ISO3CoA", "ProcedureType", "ApplicationType", "ApplicationDataType",
             "ApplicationAveragePersonsPerCase", "Applications"),
            ("2000", "IRQ", "AFG", "U", "V", "P", "0", "9"),
            ("2000", "IRN", "AFG", "U", "V", "P", "0", "5"),
        )}),
        Sample({"": (
            ("Year", "ISO3CoO", "ISO3CoA", "PT", "Female_0_4", "Female_total", "Male_total", "Total"),
            ("2001", "IRQ", "AFG", "REF", "0", "5", "0", "5"),
            ("2001", "IRN", "AFG", "REF", "0", "0", "0", "0"),
        )}),
    )  # fmt: skip

    def recognises(self, probe: Probe) -> bool:
        """Columns of origin and country of asylum as UNHCR calls them, and one that counts people."""
        header = probe.first_rows[0] if probe.first_rows else ()
        return len(unhcr_table.parts_of(header)) > 1 and bool(columns_of(header))

    def read(self, probe: Probe) -> Reading:
        """Observations by country of asylum, by corridor, and where they are whole by origin (persons)."""
        aside = Aside(probe.name)
        frame = text_table.read(probe, aside)
        frame = frame.rename(
            {name: to for name, to in ALSO.items() if name in frame.columns and to not in frame.columns}
        )
        if country_figures.missing_columns(frame, (*unhcr_table.needed(frame.columns), *belong(frame.columns)), aside):
            return Reading(aside)
        counts = columns_of(frame.columns)
        rows = unhcr_table.rows_of(frame, [*counts, *(["Total"] if "PT" in frame.columns else [])], aside)
        note_left(frame, aside)
        tables = list(by_sex(rows, aside) if "PT" in frame.columns else by_side(added(rows), aside))
        table = unbroken(pl.concat([figures_of(rows.head(0)), *tables]), rows, aside)
        vintage = country_figures.latest_year(table, self.vintage)
        given = country_figures.observed(
            table, self, probe.name, vintage, pl.lit("observed"), pl.format("sum of {} rows, {}", "row", "column")
        )
        return Reading(aside, given, vintage=vintage)


def columns_of(header: tuple[str, ...] | list[str]) -> list[str]:
    """The columns that count people."""
    counting = SEXES if "PT" in header else {**COUNTS, **ALSO}
    return [name for name in header if name in counting]


def belong(header: list[str]) -> tuple[str, ...]:
    """Columns that count only together: both sexes with their total, and the three decisions on the substance."""
    sexes = (*SEXES, "Total") if "PT" in header else ()
    return sexes + (DECIDED if {*DECIDED} & {*header} else ())


def added(rows: pl.DataFrame) -> pl.DataFrame:
    """Rows with the `key` that each adds to."""
    keys = [(column, key) for column, all_keys in COUNTS.items() for key in all_keys]
    return rows.join(pl.DataFrame(keys, schema=["column", "key"], orient="row"), on="column", maintain_order="left")


def by_side(rows: pl.DataFrame, aside: Aside) -> Iterator[pl.DataFrame]:
    """Sums by country of asylum, by corridor, by origin: each where the file can hold all that it sums."""
    at_home = pl.col("key").is_in(AT_HOME)
    yield figures_of(rows.filter(at_home, pl.col("origin") == pl.col("asylum")), country="asylum")
    moved = rows.filter(~at_home)
    corridors = moved.filter(pl.col("origin") != "", pl.col("value").fill_null(1) != 0)
    returned = pl.col("key") == "returned refugees"
    for side, those in (("asylum", ~returned), ("origin", returned)):
        yield figures_of(
            corridors.filter(those), country=side, key=pl.col("key") + CORRIDOR,
            breakdown=pl.format("corridor={}-{}", "origin", "asylum"),
        )  # fmt: skip
    origins, asylums = moved.select("origin_code", "origin_name").n_unique(), moved["asylum"].n_unique()
    if origins > 1:
        yield figures_of(moved.filter(~returned), country="asylum")
    whole = pl.col("asylum").n_unique().over("year") >= MANY
    from_one = origins == 1 and asylums >= SEVERAL
    yield figures_of(
        moved.filter(whole | from_one, pl.col("origin") != ""), country="origin", key=pl.col("key") + BY_ORIGIN
    )  # fmt: skip
    if asylums < MANY and not from_one and moved.height:
        aside.note(
            _("The file is an extract of the countries of asylum {value}; sums by origin would not be totals."),
            _("Get the file of the whole world, or the one of people who come from the country."), rule="extract",
            severity=Severity.REMARK, count=asylums,
            value=f"text:{', '.join(moved['asylum'].unique().sort().head(SEVERAL))}",
        )  # fmt: skip


def by_sex(rows: pl.DataFrame, aside: Aside) -> Iterator[pl.DataFrame]:
    """Women and men by country of asylum, of the groups and years in which the sex of everybody is known."""
    rows = rows.with_columns(key=pl.col("group").replace_strict({k: v[0] for k, v in COUNTS.items()}, default=""))
    one = ["asylum", "group", "year"]
    is_total = pl.col("column") == "Total"
    sums = rows.group_by(one).agg(
        pl.col("value").filter(~is_total).sum().alias("known"), pl.col("value").filter(is_total).sum().alias("all")
    )
    known = rows.join(sums, on=one, maintain_order="left").filter(~is_total)
    known = aside.sift(
        known, pl.col("known") != pl.col("all"),
        _("The sex of some is not known, so women and men of that country and year were left aside."),
        _("Nothing to do: they were left aside."), rule="sex_not_known", column="group", severity=Severity.REMARK,
    )  # fmt: skip
    for sex, breakdown in SEXES.items():
        yield figures_of(
            known.filter(pl.col("column") == sex, pl.col("key").is_in(["refugees", "asylum seekers"])),
            country="asylum", breakdown=pl.lit(breakdown),
        )  # fmt: skip


def figures_of(
    rows: pl.DataFrame, *, country: str = "asylum", key: pl.Expr | None = None, breakdown: pl.Expr | None = None
) -> pl.DataFrame:
    """Sums as figures: `row` is how many rows, `column` which; null where a part of the sum is no number."""
    if "key" not in rows.columns:
        rows = rows.with_columns(key=pl.lit(""))
    named = rows.with_columns(
        country=pl.col(country), key=pl.col("key") if key is None else key,
        breakdown=pl.lit("") if breakdown is None else breakdown,
    )  # fmt: skip
    return named.group_by("country", "key", "breakdown", "year", maintain_order=True).agg(
        pl.when(pl.col("value").is_not_null().all()).then(pl.col("value").sum()).alias("value"),
        pl.len().alias("row"), pl.col("column").unique().sort().str.join(" + ").alias("column"),
    )  # fmt: skip


def unbroken(table: pl.DataFrame, rows: pl.DataFrame, aside: Aside) -> pl.DataFrame:
    """Figures of which no part is missing: no year that was cut, no sum with a part that is no number."""
    short = pl.col("value").is_null() | pl.col("year").is_in(years_cut(rows, aside))
    return aside.sift(
        table.filter(pl.col("value").fill_null(1) != 0), short,
        _("A part of the sum for {value} is missing; the sum was left aside."), _("Correct the rows named above."),
        rule="sum_not_whole", column="country",
    )  # fmt: skip


def years_cut(rows: pl.DataFrame, aside: Aside) -> list[int]:
    """Years that may lack rows where the file is cut: the last one, or all where the rows do not go by year."""
    years: pl.Series = rows.sort("row")["year"]
    if years.is_empty() or not any(each["rule"] == "cut" for each in aside.rows):
        return []
    return years.tail(1).to_list() if years.is_sorted() else years.unique().to_list()


def note_left(frame: pl.DataFrame, aside: Aside) -> None:
    """Say which columns with figures have no indicator."""
    held = [name for name in NO_INDICATOR if name in frame.columns]
    held += [name for name in frame.columns if name.startswith(("Female_", "Male_")) and name not in SEXES]
    if held:
        aside.note(
            _("The columns {columns} are of no indicator of the catalogue."), _("Nothing to do: they were left aside."),
            rule="unknown_indicator", severity=Severity.REMARK, count=len(held), figures=frame.height * len(held),
            columns=f"text:{', '.join(held)}",
        )  # fmt: skip
