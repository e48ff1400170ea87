"""Migration at a glance: what comes home, who leaves and who lives abroad, as far as anybody has a figure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import polars as pl

from bothshores.report.age import dated, explained
from bothshores.report.blocks import Block, Heading
from bothshores.report.diaspora import destinations
from bothshores.report.story import Story
from bothshores.report.tabulate import tabulate
from bothshores.vocab import gettext_noop as _

STOCK = "migrant_stock_abroad"
SHOWN = (("remittances_received_usd",), ("remittances_share_gdp",), ("net_migration", "net_migration_rate"), (STOCK,))
"""One row each: the first indicator that has a figure."""


def glance(story: Story) -> list[Block]:
    """A small table with year and source of each figure; nothing where there is none."""
    words, rows = story.words, list(glance_rows(story))
    heads = ((_("What is counted"), 5, False), (_("Figure"), 5, True), (_("Year"), 2, True), (_("Source"), 5, False))
    if not rows:
        return []
    title = _("Migration at a glance")
    return [Heading(words.text(title)), explained(story, tabulate(words, _("Latest figures"), heads, rows))]


def glance_rows(story: Story) -> Iterator[tuple[str, ...]]:
    """Latest figure of each, with its unit."""
    words = story.words
    for names in SHOWN:
        row = next(filter(None, (latest(story, name) for name in names)), None)
        row = row or (counted(story) if names == (STOCK,) else None)
        if row:
            code = row["indicator"]
            figure = words.value(code, row["value"])
            yield words.indicator(code), figure, dated(story, row["year"]), source(story, row)


def latest(story: Story, indicator: str) -> dict[str, Any] | None:
    """The newest figure that is no projection."""
    mine = (pl.col("country") == story.terms.country) & (pl.col("indicator") == indicator)
    found = story.table("figures").filter(mine, pl.col("status") != "projected").sort("year")
    return found.row(-1, named=True) if found.height else None


def counted(story: Story) -> dict[str, Any] | None:
    """People abroad summed over destinations, where no source states the total."""
    found = destinations(story)
    if found is None:
        return None
    return {"indicator": STOCK, "value": found.total, "year": found.year, "source": found.source, "vintage": ""}


def source(story: Story, row: dict[str, Any]) -> str:
    """Who publishes the figure, or what it was computed from."""
    if row["source"] != "derived":
        return story.publisher(row["source"])
    parts = dict.fromkeys(story.publisher(part.split(" ")[0]) for part in row["vintage"].split(" / "))
    return story.words.phrase(_("computed from: {sources}"), sources=story.words.series(parts))
