"""What people changed, and what the draft would have said."""

from __future__ import annotations

from typing import Any

from bothshores.report.blocks import Block, Paragraph
from bothshores.report.kinds import Section
from bothshores.report.story import Story
from bothshores.report.tabulate import tabulate
from bothshores.vocab import gettext_noop as _


class KeptEdits(Section):
    """Every cell of the plan that a person changed."""

    id = "kept_edits"
    label = _("What people changed")
    part = "rests"
    order = 40
    reads = ("kept_edits",)
    empty = _("Nobody has changed the draft.")

    @staticmethod
    def blocks(story: Story) -> list[Block]:
        """Both versions side by side."""
        words = story.words
        heads = ((_("Where"), 5, False), (_("In the plan"), 6, False), (_("The draft would say"), 6, False))
        rows = story.table("kept_edits").sort(["table", "key", "column"]).to_dicts()
        cells = (
            (f"{row['table']}.csv\n{row['key']}, {row['column']}", yours(story, row), drafted(story, row))
            for row in rows
        )
        introduction = _("What a person changed stays; a changed amount binds the division of the money.")
        return [Paragraph(words.text(introduction)), tabulate(words, _("Changes kept"), heads, cells)]


def yours(story: Story, row: dict[str, Any]) -> str:
    """What stands in the plan; a row added or removed is said in words."""
    words = story.words
    if row["column"] == "row":
        return words.text(_("row added") if row["yours"] else _("row removed"))
    return words.isolate(row["yours"]) or words.text(_("(empty)"))


def drafted(story: Story, row: dict[str, Any]) -> str:
    """What the draft would say."""
    words = story.words
    if row["column"] == "row":
        return words.text(_("no such row") if row["yours"] else _("the row"))
    return words.isolate(row["draft"]) or words.text(_("(empty)"))
