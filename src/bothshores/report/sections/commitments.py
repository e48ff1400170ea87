"""What is promised."""

from __future__ import annotations

from bothshores.report.blocks import Block
from bothshores.report.kinds import Section
from bothshores.report.story import Story
from bothshores.report.tabulate import tabulate
from bothshores.vocab import gettext_noop as _


class Commitments(Section):
    """Promises with their owners, days and legal basis."""

    id = "commitments"
    label = _("Promises")
    part = "known"
    order = 30
    reads = ("commitments",)
    empty = _("Nobody has promised anything yet.")

    @staticmethod
    def blocks(story: Story) -> list[Block]:
        """By day due."""
        words = story.words
        heads = (
            (_("Due"), 3, False), (_("Promise"), 8, False), (_("Measure"), 5, False),
            (_("Who answers for it"), 5, False), (_("Legal basis"), 3, False),
        )  # fmt: skip
        unnamed = words.text(_("not named yet"))
        cells = (
            (
                words.date(row["due"]), words.text(row["promise"]), words.measure(row["measure"]),
                words.text(row["owner"]), words.text(row["legal_basis"]) or unnamed,
            )
            for row in story.table("commitments").sort(["due", "id"]).to_dicts()
        )  # fmt: skip
        return [tabulate(words, _("Promises by day due"), heads, cells)]
