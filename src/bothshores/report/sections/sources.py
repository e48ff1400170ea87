"""Where the figures come from."""

from __future__ import annotations

from typing import Any

from bothshores.report.blocks import Block, Entries, Heading, Paragraph
from bothshores.report.kinds import Section
from bothshores.report.story import Story
from bothshores.report.tabulate import tabulate
from bothshores.vocab import gettext_noop as _


class Sources(Section):
    """Every file read: publisher, edition, terms of use, and how to cite it."""

    id = "sources"
    label = _("Sources of the figures")
    part = "rests"
    order = 60
    reads = ("sources",)
    empty = _("No source was read.")

    @staticmethod
    def blocks(story: Story) -> list[Block]:
        """The files, then citations."""
        words = story.words
        heads = (
            (_("Publisher"), 5, False), (_("What it is"), 7, False), (_("Edition"), 3, False), (_("Terms"), 4, False),
            (_("Figures taken"), 2, True), (_("Left aside"), 2, True),
        )  # fmt: skip
        rows = story.table("sources").sort(["publisher", "file"]).to_dicts()
        cited = sorted({(row["citation"], row["url"]) for row in rows if row["citation"]})
        return [
            Paragraph(words.text(INTRODUCTION)),
            tabulate(words, _("Files read"), heads, (source(story, row) for row in rows)),
            Heading(words.text(_("How to cite them"))),
            Entries(tuple(cited)),
        ]


INTRODUCTION = _(
    "Where several sources give the same figure all are kept, and official national and international statistics come "
    "before the Factbook. What was left aside is listed among the data issues."
)


def source(story: Story, row: dict[str, Any]) -> tuple[str, ...]:
    """One file."""
    words = story.words
    return (
        words.text(row["publisher"]),
        f"{words.text(row['title'])}\n{words.isolate(row['file'])}",
        words.text(row["vintage"]),
        words.text(row["licence"]),
        words.whole(row["rows_taken"]),
        words.whole(row["rows_left"]),
    )
