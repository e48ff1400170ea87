"""What is known of one country, in a table that fits a screen."""

from __future__ import annotations

import polars as pl

from bothshores.catalogue import indicators


def summarise(observations: pl.DataFrame, figures: pl.DataFrame, country: str) -> pl.DataFrame:
    """The latest figure of each indicator of a country, and on how much it rests.

    Columns: indicator, label, value (in `unit`), unit, year, source, years (figures in its series), sources (how many
    say something, whichever was chosen). Sorted by indicator.
    """
    labels = pl.DataFrame(
        [(each.id, each.label, each.unit) for each in indicators().values()],
        schema={"indicator": pl.String, "label": pl.String, "unit": pl.String}, orient="row",
    )  # fmt: skip
    said = (
        observations.filter(pl.col("country") == country, pl.col("breakdown") == "")
        .group_by("indicator")
        .agg(pl.col("source").n_unique().alias("sources"))
    )
    latest = (
        figures.filter(pl.col("country") == country)
        .sort("indicator", "year")
        .group_by("indicator", maintain_order=True)
        .agg(pl.col("value", "year", "source").last(), years=pl.len())
    )
    return (
        latest.join(labels, on="indicator", how="left", maintain_order="left")
        .join(said, on="indicator", how="left", maintain_order="left")
        .with_columns(pl.col("sources").fill_null(0).cast(pl.Int64), pl.col("years").cast(pl.Int64))
        .select("indicator", "label", "value", "unit", "year", "source", "years", "sources")
    )
