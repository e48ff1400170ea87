"""What stocks by corridor say of a country's emigrants as a whole: women among them, concentration of destinations."""

from __future__ import annotations

import polars as pl

from bothshores.tables import dtypes
from bothshores.tables.evidence import Observations

INDICATORS = ("emigrant_women_share", "corridor_concentration")
KEYS = ["origin", "year", "source", "vintage"]


def from_stocks(stocks: pl.DataFrame) -> pl.DataFrame:
    """Observations of emigrant_women_share and corridor_concentration, by origin, year and edition of the stock."""
    people = stocks.filter(pl.col("persons") > 0)
    total = people.filter(pl.col("sex") == "all").group_by(KEYS).agg(total=pl.col("persons").sum())
    women = people.filter(pl.col("sex") == "female").group_by(KEYS).agg(women=pl.col("persons").sum())
    share = total.join(women, on=KEYS).with_columns(value=pl.col("women") / pl.col("total"))
    parts = people.filter(pl.col("sex") == "all").join(total, on=KEYS)
    squared = parts.group_by(KEYS).agg(value=((pl.col("persons") / pl.col("total")) ** 2).sum())
    return pl.concat([
        observed(share.filter(pl.col("value") <= 1), "emigrant_women_share", "women over all, sums of destinations"),
        observed(squared, "corridor_concentration", "sum of squared shares of destinations"),
    ])  # fmt: skip


def observed(values: pl.DataFrame, indicator: str, locator: str) -> pl.DataFrame:
    """Rows of observations; stocks are estimates of their publisher."""
    return values.select(
        country="origin", indicator=pl.lit(indicator), year="year", breakdown=pl.lit(""), source="source",
        vintage="vintage", value=pl.col("value").round_sig_figs(12),
        status=pl.lit("estimated").cast(dtypes(Observations)["status"]), file=pl.lit("stocks"), locator=pl.lit(locator),
    ).select(Observations.columns().keys())  # fmt: skip
