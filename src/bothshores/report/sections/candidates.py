"""What was left out, and why."""

from __future__ import annotations

import polars as pl

from bothshores.report.blocks import Block, Paragraph
from bothshores.report.kinds import Section
from bothshores.report.story import Story
from bothshores.report.tabulate import tabulate
from bothshores.vocab import gettext_noop as _


class Candidates(Section):
    """Templates of the catalogue that did not become a measure, with the reason."""

    id = "candidates"
    label = _("What was left out, and why")
    part = "rests"
    order = 30
    reads = ("candidates",)
    empty = _("No template of the catalogue was considered.")

    @staticmethod
    def blocks(story: Story) -> list[Block]:
        """Those with the greatest need first."""
        words = story.words
        left = story.table("candidates").filter(~pl.col("taken"))
        if not left.height:
            return [Paragraph(words.text(_("Every kind of measure in the catalogue was taken into the draft.")))]
        heads = ((_("Kind of measure"), 5, False), (_("Money would rest on"), 3, False), (_("Reason"), 9, False))
        rows = left.sort(["need_score", "template"], descending=[True, False]).to_dicts()
        cells = (
            (words.template(row["template"]), words.label(row["money_class"]), words.say(row["message"], row["args"]))
            for row in rows
        )
        introduction = _(
            "A row here is not rejected for good: another figure, or a decision of yours, can bring it in."
        )
        return [Paragraph(words.text(introduction)), tabulate(words, _("Kinds of measure left out"), heads, cells)]
