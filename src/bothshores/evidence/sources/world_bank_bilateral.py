"""Bilateral remittance matrix of the World Bank: who sends down, who receives across, US$ million of one year."""

from __future__ import annotations

import re

import polars as pl

from bothshores.evidence import places
from bothshores.evidence.aside import Aside
from bothshores.evidence.kinds import Reading, Sample, Source
from bothshores.evidence.probe import Cells, Probe
from bothshores.evidence.remittance_table import LEFT, MISSING, NEW_COPY, edition
from bothshores.tables import dtypes
from bothshores.tables.evidence import CorridorRemittances
from bothshores.vocab import Reference, Severity
from bothshores.vocab import gettext_noop as _

TITLE = re.compile(r"^Bilateral Remittance Estimates for (\d{4})\b")
CORNER = re.compile(r"^receiving \(across\) ?/ ?sending \(down\)$")
WORLD, MILLION = "WORLD", 1_000_000
SAME, SLIP, OWN = 1e-4, 0.01, 0.1
"""A total differs from its cells beyond SAME; beyond SLIP it is no peculiarity of the publisher but a fault.
So is a country that sends itself more than OWN million (the publisher has 0.004 from Vanuatu to Vanuatu)."""


class WorldBankBilateral(Source):
    """USD = published US$ million × 1,000,000. Every figure is modelled from migrant stocks and incomes, none observed.

    The publisher left four cells empty (India and Pakistan, Israel and Lebanon) and kept two of them in its totals: the
    columns of Israel and Lebanon sum to 1.20 and 0.84 million less than stated. The cells are taken, not the totals.
    """

    id = "world_bank_bilateral"
    label = _("Bilateral remittance estimates")
    publisher = "World Bank"
    title = "Bilateral Remittance Estimates for 2017"
    licence = "CC BY 4.0"
    citation = (
        "World Bank (2018). Bilateral Remittance Estimates for 2017 using Migrant Stocks, Host Country Incomes, and "
        "Origin Country Incomes (April 2018 Version). Method: Ratha and Shaw (2007)."
    )
    url = "https://www.knomad.org/data/remittances"
    source = Reference("Bilateral Remittance Estimates for 2017, World Bank, April 2018", url, opened=True)
    vintage = "edition not stated"
    rank = 30
    samples = (
        Sample({"Bilateral_Remittances_2017": (
            ("Bilateral Remittance Estimates for 2017 (millions of US$) (April 2018 Version)", "", "", ""),
            ("receiving (across) / sending (down) ", "India", "Nepal", WORLD),
            ("India", "0", "1021.5", "1021.5"),
            ("Nepal", "3219.25", "0", "3219.25"),
            (WORLD, "3219.25", "1021.5", "4240.75"),
            ("Notes:", "", "", ""),
        )}),
    )  # fmt: skip

    def recognises(self, probe: Probe) -> bool:
        """A workbook whose first rows begin with its title, or with the corner that says who sends and who receives."""
        begin = [row[0].strip() for row in probe.first_rows[:3] if row]
        return bool(probe.sheets) and any(TITLE.match(cell) or CORNER.match(cell) for cell in begin)

    def read(self, probe: Probe) -> Reading:
        """Corridor remittances of the year, every pair of countries that the matrix has a figure for."""
        aside = Aside(probe.name)
        try:
            rows = probe.sheet(0)
        except ValueError as error:
            aside.note(_("The sheet cannot be read: {why}."), NEW_COPY, rule="unreadable", why=f"text:{error}")
            return Reading(aside)
        head = " ".join(row[0] for row in rows[:3])
        year, top = TITLE.match(head.strip()), corner(rows)
        if not year or top < 0:
            aside.note(
                _("The first rows do not say of which year the matrix is, and who sends and who receives."),
                NEW_COPY, rule="wrong_header", row="1", figures=sum(map(figures_in, rows)),
            )  # fmt: skip
            return Reading(aside)
        vintage = edition(head) or self.vintage
        cells = amounts(unpivoted(rows, top), aside)
        remittances = pairs(cells, aside).select(
            sender="from", receiver="to", year=pl.lit(int(year[1]), pl.Int64),
            source=pl.lit(self.id), vintage=pl.lit(vintage),
            usd=(pl.col("million") * MILLION).round_sig_figs(12),
            status=pl.lit("estimated").cast(dtypes(CorridorRemittances)["status"]),
        )  # fmt: skip
        return Reading(aside, corridor_remittances=remittances, vintage=vintage)


def corner(rows: Cells) -> int:
    """Row with the names of those who receive, -1 where there is none."""
    return next((place for place, row in enumerate(rows) if CORNER.match(row[0].strip())), -1)


def figures_in(row: tuple[str, ...]) -> int:
    """Cells beside the first that are not empty."""
    return sum(cell.strip() not in MISSING for cell in row[1:])


def unpivoted(rows: Cells, top: int) -> pl.DataFrame:
    """One row a cell under the row `top`: row, sender, receiver, text; empty cells and lines of notes dropped."""
    receivers = [(place, name.strip()) for place, name in enumerate(rows[top]) if place and name.strip()]
    cells = [
        (number, row[0].strip(), receiver, row[place].strip())
        for number, row in enumerate(rows[top + 1 :], top + 2)
        for place, receiver in receivers
        if row[place].strip() not in MISSING
    ]
    schema = {"row": pl.Int64, "sender": pl.String, "receiver": pl.String, "text": pl.String}
    return pl.DataFrame(cells, schema=schema, orient="row")


def amounts(cells: pl.DataFrame, aside: Aside) -> pl.DataFrame:
    """Cells that hold an amount, as `million`, with the codes `from` and `to`, empty where a place has none."""
    cells = cells.with_columns(million=pl.col("text").cast(pl.Float64, strict=False))
    cells = aside.sift(
        cells, ~(pl.col("million").is_finite() & (pl.col("million") >= 0)), _("{value} is not an amount of money."),
        _("Correct the value, or leave the cell empty where there is none."), rule="not_a_number", column="text",
    )  # fmt: skip
    names = {*cells["sender"], *cells["receiver"]}
    codes = pl.DataFrame([(name, places.find(name)) for name in sorted(names)], schema=["name", "code"], orient="row")
    for role, code in (("sender", "from"), ("receiver", "to")):
        coded = codes.cast(pl.String).rename({"name": role, "code": code})
        cells = cells.join(coded, on=role, how="left", maintain_order="left")
    compare(cells, aside)
    return cells


def pairs(cells: pl.DataFrame, aside: Aside) -> pl.DataFrame:
    """Cells of two different countries; totals, places without a code and the diagonal go aside."""
    cells = aside.sift(
        cells, (pl.col("sender") == WORLD) | (pl.col("receiver") == WORLD),
        _("Groups of countries, such as {value}, are not countries."), LEFT, rule="aggregate",
        column="receiver", severity=Severity.REMARK,
    )  # fmt: skip
    unknown = [("sender", "from"), ("receiver", "to")]
    for name in sorted({name for role, code in unknown for name in cells.filter(pl.col(code) == "")[role]}):
        count = cells.filter((pl.col("sender") == name) | (pl.col("receiver") == name)).height
        aside.note(
            _("{place} has no ISO 3166-1 code of its own; its figures were left aside."), LEFT, rule="no_iso_code",
            severity=Severity.REMARK, figures=count, place=f"text:{name}",
        )  # fmt: skip
        cells = cells.filter(pl.col("sender") != name, pl.col("receiver") != name)
    itself = pl.col("from") == pl.col("to")
    cells = aside.sift(
        cells, itself & (pl.col("million") > OWN), _("{value} sends to itself; names may have changed places."),
        _("Compare the names across with those down."), rule="sends_to_itself", column="sender",
    )  # fmt: skip
    cells = aside.sift(
        cells, ~pl.struct("from", "to").is_first_distinct(),
        _("The same corridor stands in the file twice; the first row was taken."), _("Keep one of the rows."),
        rule="duplicate_row", column="sender",
    )  # fmt: skip
    return aside.sift(
        cells, itself, _("What a country, such as {value}, sends to itself is no corridor."), LEFT,
        rule="same_country", column="sender", severity=Severity.REMARK,
    )  # fmt: skip


def compare(cells: pl.DataFrame, aside: Aside) -> None:
    """Note each total that differs from the sum of its cells; a total that is missing shows that the file is cut."""
    for role, other in (("sender", "receiver"), ("receiver", "sender")):
        stated = cells.filter(pl.col(other) == WORLD, pl.col(role) != WORLD).select(role, "row", stated="million")
        summed = cells.filter(pl.col(other) != WORLD, pl.col(role) != WORLD).group_by(role).agg(pl.col("million").sum())
        both = summed.join(stated, on=role, how="left").sort(role)
        if without := both["stated"].null_count():
            aside.note(
                _("{number} countries have no total, so the table may be cut."), NEW_COPY, rule="no_total",
                count=without, number=f"number:{without}",
            )  # fmt: skip
        apart = (pl.col("stated") - pl.col("million")).abs()
        for row in both.filter(apart > SAME * pl.col("stated")).iter_rows(named=True):
            slip = abs(row["stated"] - row["million"]) > SLIP * row["stated"]
            aside.note(
                _("The total stated for {place} is {stated} million; its cells sum to {sum} million and were taken."),
                _("Nothing to do if the file is as published: its own figures differ."), rule="totals_differ",
                column=row[role], country=places.find(row[role]), place=f"text:{row[role]}",
                severity=Severity.PROBLEM if slip else Severity.REMARK,
                stated=f"number:{row['stated']:.6g}", sum=f"number:{row['million']:.6g}",
            )  # fmt: skip
