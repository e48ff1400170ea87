"""What calls a review."""

from __future__ import annotations

from typing import Any

from bothshores.report.blocks import Block, Paragraph
from bothshores.report.kinds import Section
from bothshores.report.story import Story
from bothshores.report.tabulate import tabulate
from bothshores.vocab import gettext_noop as _


class Triggers(Section):
    """Lines that, once crossed, bring a measure or target back to the table."""

    id = "triggers"
    label = _("What calls a review")
    part = "known"
    order = 50
    reads = ("triggers",)
    empty = _("No line has been drawn: nothing was simulated to draw it from.")

    @staticmethod
    def blocks(story: Story) -> list[Block]:
        """By year and indicator."""
        words = story.words
        heads = ((_("If"), 6, False), (_("Then"), 8, False), (_("Who calls the review"), 5, False))
        rows = story.table("triggers").sort(["year", "indicator", "id"]).to_dicts()
        cells = ((line(story, row), words.text(row["action"]), words.text(row["owner"])) for row in rows)
        introduction = _(
            "The lines are the ends of the simulated ranges: a figure beyond them would surprise the plan."
        )
        return [Paragraph(words.text(introduction)), tabulate(words, _("Lines and what follows"), heads, cells)]


def line(story: Story, row: dict[str, Any]) -> str:
    """The condition in words."""
    words = story.words
    text = _("{indicator} in {year} is above {value}")
    if row["crossed"] == "below":
        text = _("{indicator} in {year} is below {value}")
    value = words.value(row["indicator"], row["threshold"])
    return words.phrase(text, indicator=words.indicator(row["indicator"]), year=str(row["year"]), value=value)
