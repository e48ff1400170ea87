"""What calls a review."""

from __future__ import annotations

from typing import Any

from bothshores.report.blocks import Block, Bullets, Paragraph
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
        """Lines by indicator and year, then what follows when one is crossed."""
        words, found = story.words, story.table("triggers").sort(["year", "indicator", "id"])
        heads = ((_("Indicator"), 8, False), (_("Year"), 2, True), (_("If below"), 3, True), (_("If above"), 3, True))
        follows = dict.fromkeys((row["action"], row["owner"]) for row in found.to_dicts())
        return [
            Paragraph(words.text(INTRODUCTION)),
            tabulate(words, _("Lines that call a review"), heads, lines(story, found.to_dicts())),
            Paragraph(words.text(_("What follows when a line is crossed:"))),
            Bullets(
                tuple(
                    words.phrase(_("{action} Called by: {owner}."), action=words.text(action), owner=words.text(owner))
                    for action, owner in follows
                )
            ),
        ]


INTRODUCTION = _("The lines are the ends of the simulated ranges: a figure beyond them would surprise the plan.")


def lines(story: Story, rows: list[dict[str, Any]]) -> list[tuple[str, ...]]:
    """One row an indicator and year, with the line below and the line above."""
    words = story.words
    found: dict[tuple[str, int], dict[str, str]] = {}
    for row in rows:
        line = words.figure(row["indicator"], row["threshold"])
        found.setdefault((row["indicator"], row["year"]), {})[row["crossed"]] = line
    return [
        (f"{words.indicator(code)}\n{words.unit(code)}", str(year), ends.get("below", "–"), ends.get("above", "–"))
        for (code, year), ends in found.items()
    ]
