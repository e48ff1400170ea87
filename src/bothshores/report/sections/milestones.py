"""Who does what by when."""

from __future__ import annotations

from typing import Any

from bothshores.report.blocks import Block, Paragraph
from bothshores.report.kinds import Section
from bothshores.report.story import Story
from bothshores.report.tabulate import tabulate, under_measures
from bothshores.vocab import gettext_noop as _


class Milestones(Section):
    """Quarterly milestones with the posts that answer for them."""

    id = "milestones"
    label = _("Milestones")
    part = "known"
    order = 20
    reads = ("delivery", "measures")
    empty = _("No milestone has been set: no measure has money.")

    @staticmethod
    def blocks(story: Story) -> list[Block]:
        """The timeline, then each milestone."""
        words = story.words
        heads = (
            (_("By the end of"), 3, False), (_("What is done"), 9, False), (_("Who answers for it"), 6, False),
            (_("People reached"), 3, True),
        )  # fmt: skip
        order = {row["id"]: place for place, row in enumerate(story.ordered)}
        found = story.table("delivery").sort(["measure", "quarter", "milestone"]).to_dicts()
        found.sort(key=lambda row: order.get(row["measure"], len(order)))
        rows = under_measures(words, found, lambda row: milestone(story, row))
        introduction = _("Owners are posts, not persons, until the country names them in delivery.csv.")
        return [
            Paragraph(words.text(introduction)),
            *story.figure("timeline"),
            tabulate(words, _("Milestones by measure"), heads, rows),
        ]


def milestone(story: Story, row: dict[str, Any]) -> tuple[str, ...]:
    """One milestone."""
    words = story.words
    return (
        words.quarter(row["quarter"]),
        words.text(row["title"]),
        words.text(row["owner"]),
        "" if row["reached"] is None else words.number(row["reached"]),
    )
