"""What does not fit together."""

from __future__ import annotations

from typing import Any

from bothshores.report.blocks import Block, Paragraph
from bothshores.report.kinds import Section
from bothshores.report.story import Story
from bothshores.report.tabulate import tabulate
from bothshores.vocab import gettext_noop as _


class Coherence(Section):
    """Measures that pull apart, objectives nobody serves, promises without money, owner, safeguard or evaluation."""

    id = "coherence"
    label = _("What does not fit together")
    part = "change"
    order = 20
    reads = ("findings",)
    empty = _("The check found nothing that does not fit together.")

    @staticmethod
    def blocks(story: Story) -> list[Block]:
        """Each finding with its reason, conflicts first."""
        rows = story.table("findings").sort(["severity", "rule", "item", "other"]).to_dicts()
        heads = ((_("About"), 5, False), (_("Kind"), 2, False), (_("Finding and reason"), 9, False))
        introduction = _(
            "A plan is coherent when someone has decided on each of these points, not when there are none."
        )
        cells = ((about(story, row), story.words.label(row["severity"]), finding(story, row)) for row in rows)
        return [Paragraph(story.words.text(introduction)), tabulate(story.words, _("Findings"), heads, cells)]


def about(story: Story, row: dict[str, Any]) -> str:
    """The measures or objectives concerned."""
    return "; ".join(named(story, code) for code in (row["item"], row["other"]) if code)


def named(story: Story, code: str) -> str:
    """A measure, an objective, or an indicator in words."""
    objectives = {row["id"]: row["title"] for row in story.rows("objectives")}
    if code in objectives and code not in story.classes:
        return story.words.text(objectives[code])
    return story.words.measure(code)


def finding(story: Story, row: dict[str, Any]) -> str:
    """The finding in the reader's words."""
    return story.words.say(row["message"], row["args"])
