"""Money on its way to the country: what is modelled to be sent from each country, and what sending it costs."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from bothshores.report.story import Story


@dataclass(frozen=True, slots=True)
class SentHome:
    """Money by country it is sent from, in current US dollars, of one year and source."""

    year: int
    source: str
    usd: dict[str, float]


@dataclass(frozen=True, slots=True)
class Prices:
    """Price by country the money is sent from, as part of the amount, of one quarter (`2020-Q3`) and source."""

    quarter: str
    source: str
    amount_usd: int
    shares: dict[str, float]


def sent_home(story: Story) -> SentHome | None:
    """The newest corridor remittances to the country, or None where there are none."""
    received = story.table("corridor_remittances").filter(pl.col("receiver") == story.terms.country, pl.col("usd") > 0)
    newest = latest(received, "year", "vintage", "source")
    if newest.is_empty():
        return None
    return SentHome(newest["year"][0], newest["source"][0], dict(newest.select("sender", "usd").iter_rows()))


def prices(story: Story) -> Prices | None:
    """The newest corridor prices to the country, of the smallest amount; None where there are none."""
    asked = story.table("corridor_prices").filter(pl.col("receiver") == story.terms.country)
    newest = latest(asked, "year", "quarter", "vintage", "source").filter(
        pl.col("amount_usd") == pl.col("amount_usd").min()
    )
    if newest.is_empty():
        return None
    first = newest.row(0, named=True)
    shares = dict(newest.select("sender", "cost_share").iter_rows())
    return Prices(f"{first['year']}-Q{first['quarter']}", first["source"], first["amount_usd"], shares)


def latest(frame: pl.DataFrame, *when: str) -> pl.DataFrame:
    """Rows that have the greatest values of these columns, the first column deciding first."""
    for name in when:
        frame = frame.filter(pl.col(name) == pl.col(name).max())
    return frame
