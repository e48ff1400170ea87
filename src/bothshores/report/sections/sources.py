"""Where the figures come from."""

from __future__ import annotations

from typing import Any

import polars as pl

from bothshores.report.blocks import Block, Entries, Heading, Paragraph
from bothshores.report.kinds import Section
from bothshores.report.source_words import edition
from bothshores.report.story import Story
from bothshores.report.tabulate import tabulate
from bothshores.vocab import gettext_noop as _


class Sources(Section):
    """Every publication read: publisher, editions, terms of use, and how to cite it."""

    id = "sources"
    label = _("Sources of the figures")
    part = "rests"
    order = 60
    reads = ("sources",)
    empty = _("No source was read.")

    @staticmethod
    def blocks(story: Story) -> list[Block]:
        """The publications, then citations; each file is in the open-data package."""
        words = story.words
        heads = (
            (_("Publisher"), 5, False), (_("What it is"), 6, False), (_("Editions"), 4, False), (_("Terms"), 4, False),
            (_("Files"), 3, True), (_("Figures taken"), 3, True), (_("Left aside"), 3, True),
        )  # fmt: skip
        read = story.table("sources")
        cells = (source(story, row) for row in by_publication(read).to_dicts())
        cited = read.filter(pl.col("citation") != "").select("citation", "url").unique().sort(["citation", "url"])
        return [
            Paragraph(words.text(INTRODUCTION)),
            tabulate(words, _("Publications read"), heads, cells),
            Heading(words.text(_("How to cite them"))),
            Entries(tuple(cited.iter_rows())),
        ]


INTRODUCTION = _(
    "Where several sources give the same figure all are kept, and official national and international statistics come "
    "before the Factbook. What was left aside is listed among the data issues."
)


def by_publication(sources: pl.DataFrame) -> pl.DataFrame:
    """One row for each publication, whatever the number of its files."""
    editions = pl.col("vintage").unique().sort()
    sums = pl.col("rows_taken", "rows_left").sum()
    return (
        sources.group_by(["publisher", "title", "licence"]).agg(editions, pl.len(), sums).sort(["publisher", "title"])
    )


def source(story: Story, row: dict[str, Any]) -> tuple[str, ...]:
    """One publication."""
    words = story.words
    return (
        words.text(row["publisher"]),
        words.text(row["title"]),
        words.series(edition(words, vintage) for vintage in row["vintage"]),
        words.text(row["licence"]),
        words.whole(row["len"]),
        words.number(row["rows_taken"]),
        words.number(row["rows_left"]),
    )
