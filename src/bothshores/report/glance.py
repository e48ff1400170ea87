"""Migration at a glance: what comes home, who leaves and who lives abroad, as far as anybody has a figure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import polars as pl

from bothshores.report.age import dated, explanation, old
from bothshores.report.blocks import Block, Numbers, Paragraph
from bothshores.report.diaspora import destinations
from bothshores.report.story import Story
from bothshores.vocab import gettext_noop as _

STOCK = "migrant_stock_abroad"
SHOWN = (("remittances_received_usd",), ("remittances_share_gdp",), ("net_migration", "net_migration_rate"), (STOCK,))
"""One tile each: the first indicator that has a figure."""


def glance(story: Story) -> list[Block]:
    """Tiles with year and source of each figure; nothing where there is none."""
    words, found = story.words, list(known(story))
    if not found:
        return []
    marked = any(old(story, row["year"]) for row in found)
    title = Paragraph(words.text(_("Migration at a glance")), "strong")
    note: list[Block] = [Paragraph(explanation(story), "small")] if marked else []
    return [title, Numbers(tuple(tile(story, row) for row in found)), *note]


def known(story: Story) -> Iterator[dict[str, Any]]:
    """The latest figure of each."""
    for names in SHOWN:
        row = next(filter(None, (latest(story, name) for name in names)), None)
        row = row or (counted(story) if names == (STOCK,) else None)
        if row:
            yield row


def tile(story: Story, row: dict[str, Any]) -> tuple[str, str]:
    """The figure, and what it counts, of when, by whom."""
    words, code = story.words, row["indicator"]
    year, by = dated(story, row["year"]), source(story, row)
    said = words.phrase(_("{indicator}, {year}. {source}"), indicator=words.indicator(code), year=year, source=by)
    return words.value(code, row["value"]), said


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
    return story.words.phrase(_("Computed from: {sources}"), sources=story.words.series(parts))
