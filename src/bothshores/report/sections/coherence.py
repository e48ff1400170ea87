"""What does not fit together."""

from __future__ import annotations

import polars as pl

from bothshores.report.blocks import Block, Bullets, Heading, Paragraph
from bothshores.report.kinds import Section
from bothshores.report.same_findings import said
from bothshores.report.story import Story
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
        words, found = story.words, story.table("findings")
        told: list[Block] = [Paragraph(words.text(INTRODUCTION))]
        for severity, title in KINDS.items():
            rows = found.filter(pl.col("severity") == severity).sort(["rule", "item", "other"]).to_dicts()
            told += [Heading(words.text(title)), Bullets(tuple(said(words, rows)))] if rows else []
        return told


INTRODUCTION = _(
    "A plan is coherent when someone has decided on each of these points, not when there are none. The rules look at "
    "every pair of measures, at objectives nobody serves, and at promises without money, owner, safeguard or "
    "evaluation."
)
KINDS = {
    "conflict": _("Conflicts: two things the plan cannot have at once"),
    "gap": _("Gaps: something that is missing"),
    "notice": _("Notices: something to know before deciding"),
}
