"""Remittance Prices Worldwide by corridor, as DataBank exports it: one row a corridor, one column a quarter."""

from __future__ import annotations

import re
from typing import Any

import polars as pl

from bothshores.evidence import places, text_table
from bothshores.evidence.aside import Aside
from bothshores.evidence.kinds import Reading, Sample, Source, none_of
from bothshores.evidence.probe import Probe
from bothshores.tables import dtypes
from bothshores.tables.evidence import Observations
from bothshores.vocab import Reference, Severity
from bothshores.vocab import gettext_noop as _

SENDER, RECEIVER, SERIES = "Sending Countries Code", "Receiving Countries Code", "Series Code"
NAMES = ("Sending Countries Name", "Series Name", "Receiving Countries Name")
TOTAL_COST, AMOUNT_USD = "ATCR.CORR", 200
QUARTER = re.compile(r"^(\d{4})Q([1-4]) \[YR\d{4}Q[1-4]\]$")
UPDATED = re.compile(r"^Last Updated: (\d{2})/(\d{2})/(\d{4})$")
NO_ISO_CODE = ("KSV", "XKX", "ANT", "CHI")
MOST = 100.0
LEFT = _("Nothing to do: they were left aside.")
NEW_COPY = _("Get the file again from its publisher.")


class RemittancePrices(Source):
    """Prices by corridor and quarter, and each receiving country's cost: the simple average over its corridors.

    The average of a year is that of the country's last quarter with prices in it; corridors count alike, whatever is
    sent through them. The file does not say the amount sent; it is taken as 200 US dollars, the amount of the World
    Bank's global average (7.42 percent over services in 2016Q3, its report no. 19, seen in a copy only), which the mean
    over the file's corridors is near (7.55). A file without its closing lines gives prices, but no averages: corridors
    may be missing.
    """

    id = "remittance_prices"
    label = _("Remittance Prices Worldwide, by corridor")
    publisher = "World Bank"
    title = "Remittance Prices Worldwide (Corridors), DataBank export"
    licence = "CC BY 4.0"
    citation = "World Bank (2020). Remittance Prices Worldwide (Corridors), 2011Q1 to 2020Q3. Washington, DC."
    url = "https://remittanceprices.worldbank.org"
    source = Reference("Remittance Prices Worldwide (Corridors), World Bank, December 2020", url, opened=True)
    vintage = "edition not stated"
    rank = 30
    samples = (
        Sample({"": (
            ("Sending Countries Name", SENDER, "Series Name", SERIES, "Receiving Countries  Name",
             "Receiving Countries  Code", "2020Q2 [YR2020Q2]", "2020Q3 [YR2020Q3]"),
            ("United Arab Emirates", "ARE", "Average Total Cost to remit in corridor", TOTAL_COST, "Nepal", "NPL",
             "3.69812488555908", "3.88266658782959"),
            ("Angola", "AGO", "Average Total Cost to remit in corridor", TOTAL_COST, "Nepal", "NPL", "..", ".."),
            ("", "", "", "", "", "", "", ""),
            ("Data from database: Remittance Prices Worldwide (Corridors)", "", "", "", "", "", "", ""),
            ("Last Updated: 12/07/2020", "", "", "", "", "", "", ""),
        )}),
    )  # fmt: skip

    def recognises(self, probe: Probe) -> bool:
        """Most of the six columns that say who sends, who receives and what series it is, or all four of countries."""
        head = {plain(cell) for cell in probe.first_rows[0]} if probe.first_rows else set()
        known = head & {SENDER, RECEIVER, SERIES, *NAMES}
        return len(known) >= 4 and any("Countries" in name for name in known)

    def read(self, probe: Probe) -> Reading:
        """Corridor prices (share of the amount sent), and observations of remittance_cost_share."""
        aside = Aside(probe.name)
        frame = text_table.read(probe, aside)
        frame = frame.rename({name: plain(name) for name in frame.columns})
        vintage = updated(frame, aside)
        prices = good(unpivoted(frame, aside), aside).select(
            sender=SENDER, receiver=RECEIVER, year="year", quarter="quarter",
            amount_usd=pl.lit(AMOUNT_USD, pl.Int64), source=pl.lit(self.id), vintage=pl.lit(vintage or self.vintage),
            cost_share=(pl.col("percent") / 100).round_sig_figs(12),
        )  # fmt: skip
        if prices.height:
            aside.note(
                _("The file does not state the amount sent; it was taken as {amount}."),
                _("Nothing to do: compare the prices with the publisher's averages for that amount."),
                rule="amount_taken", severity=Severity.REMARK, amount=f"usd:{AMOUNT_USD}",
            )  # fmt: skip
        whole = vintage and not any(row["rule"] == "cut" for row in aside.rows)
        averages = self.averages(prices, probe.name) if whole else none_of(Observations)
        return Reading(aside, averages, corridor_prices=prices, vintage=vintage)

    def averages(self, prices: pl.DataFrame, file: str) -> pl.DataFrame:
        """Simple averages over the corridors to a country in the last quarter of each year that has prices."""
        last = pl.col("quarter") == pl.col("quarter").max().over("receiver", "year")
        [key] = self.catalogue_keys()
        return (
            prices.filter(last)
            .group_by(country="receiver", year="year", quarter="quarter")
            .agg(pl.col("cost_share").mean().round_sig_figs(12), corridors=pl.len())
            .sort("country", "year")
            .select(
                "country", indicator=pl.lit(key["indicator"]), year="year", breakdown=pl.lit(""),
                source=pl.lit(self.id), vintage=pl.lit(prices["vintage"].first() or ""), value="cost_share",
                status=pl.lit("observed").cast(dtypes(Observations)["status"]), file=pl.lit(file),
                locator=pl.format("{}Q{}, simple average of {} corridors", "year", "quarter", "corridors"),
            )
        )  # fmt: skip


def plain(name: str) -> str:
    """A column's name without the doubled spaces of the export."""
    return " ".join(name.split())


def updated(frame: pl.DataFrame, aside: Aside) -> str:
    """The day under the table, which the export writes month first; empty, with a problem, where there is none."""
    closing = frame.to_series(1).drop_nulls().tail(3) if frame.width > 1 else pl.Series([""])
    if found := next((found for text in closing if (found := UPDATED.match(text))), None):
        return f"{found[3]}-{found[1]}-{found[2]}"
    aside.note(
        _("The line with the day of the last update is missing, so the file may be cut; no averages were taken."),
        NEW_COPY, rule="no_closing_line",
    )  # fmt: skip
    return ""


def unpivoted(frame: pl.DataFrame, aside: Aside) -> pl.DataFrame:
    """One row a figure: row, sender, receiver, series, year, quarter, text; none where a column is missing."""
    needed = (SENDER, RECEIVER, SERIES)
    schema = {
        "row": pl.Int64,
        **dict.fromkeys(needed, pl.String),
        "year": pl.Int64,
        "quarter": pl.Int64,
        "text": pl.String,
    }
    others = [name for name in frame.columns if name not in ("row", *needed, *NAMES)]
    cells = frame.unpivot(
        others, variable_name="column", value_name="text", index=["row", *set(needed) & set(frame.columns)]
    )
    cells = cells.filter(~pl.col("text").fill_null("").is_in(["", ".."]))
    if missing := [name for name in needed if name not in frame.columns]:
        aside.note(
            _("The header does not name the column {value}."), _("Use the header of the publisher's download."),
            rule="wrong_header", row="0", figures=cells.height, value=f"text:{missing[0]}",
        )  # fmt: skip
        return pl.DataFrame(schema=schema)
    quarters: list[tuple[Any, ...]] = [
        (name, int(found[1]), int(found[2])) for name in others if (found := QUARTER.match(name))
    ]
    known = pl.DataFrame(quarters, schema={"column": pl.String, "year": pl.Int64, "quarter": pl.Int64}, orient="row")
    cells = aside.sift(
        cells, ~pl.col("column").is_in(known["column"].to_list()), _("The column {value} is no quarter."),
        _("Write the quarter as in the publisher's download."), rule="wrong_header", column="column",
    )  # fmt: skip
    return cells.join(known, on="column", maintain_order="left").select(
        pl.col(name).cast(kind) for name, kind in schema.items()
    )


def good(cells: pl.DataFrame, aside: Aside) -> pl.DataFrame:
    """Figures of the total cost between two countries, as `percent`; the others go aside by the rule they break."""
    cells = cells.with_columns(percent=pl.col("text").cast(pl.Float64, strict=False))
    cells = aside.sift(
        cells, pl.col(SERIES) != TOTAL_COST, _("No indicator of the catalogue has the code {value}."), LEFT,
        rule="unknown_indicator", column=SERIES, severity=Severity.REMARK,
    )  # fmt: skip
    for column in (SENDER, RECEIVER):
        cells = aside.sift(
            cells, pl.col(column).is_in(NO_ISO_CODE), _("The World Bank's code {value} is none of ISO 3166-1."), LEFT,
            rule="no_iso_code", column=column, severity=Severity.REMARK,
        )  # fmt: skip
        cells = aside.sift(
            cells, ~pl.col(column).is_in(list(places.iso3())), _("{value} is no ISO 3166-1 code of a country."),
            _("Correct the code."), rule="unknown_country", column=column,
        )  # fmt: skip
    cells = aside.sift(
        cells, ~pl.col("percent").abs().is_between(0, MOST), _("{value} is not a price in percent of the amount."),
        _("Correct the value, or leave the cell empty where there is none."), rule="not_a_number", column="text",
    )  # fmt: skip
    cells = aside.sift(
        cells, ~pl.struct(SENDER, RECEIVER, "year", "quarter").is_first_distinct(),
        _("The same corridor and quarter stand in the file twice; the first row was taken."),
        _("Keep one of the rows."), rule="duplicate_row", column="text",
    )  # fmt: skip
    note_negative(cells, aside)
    return cells


def note_negative(cells: pl.DataFrame, aside: Aside) -> None:
    """Prices below zero are the publisher's: an exchange rate better than the reference outweighs the fee."""
    below = cells.filter(pl.col("percent") < 0).sort("row")
    if below.height:
        aside.note(
            _("{number} prices are below zero, the first {value} percent; they were taken as published."),
            _("Nothing to do: an exchange rate better than the reference can outweigh the fee."),
            rule="below_zero", severity=Severity.REMARK, row=str(below["row"][0]), count=below.height,
            number=f"number:{below.height}", value=f"number:{below['percent'][0]:.4g}",
        )  # fmt: skip
