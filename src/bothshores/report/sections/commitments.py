"""What is promised."""

from __future__ import annotations

import polars as pl

from bothshores.report.blocks import Block
from bothshores.report.kinds import Section
from bothshores.report.story import Story
from bothshores.report.tabulate import tabulate
from bothshores.vocab import gettext_noop as _
from bothshores.vocab import ngettext_noop


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
            (_("Due"), 3, False), (_("Promise"), 7, False), (_("Measure"), 7, False),
            (_("Who answers for it"), 5, False), (_("Legal basis"), 3, False),
        )  # fmt: skip
        return [tabulate(words, _("Promises by day due"), heads, rows(story))]


FEW = 3


def rows(story: Story) -> list[tuple[str, ...]]:
    """One row for what is promised by one day, whatever the measures it serves."""
    words, same = story.words, ["due", "promise", "legal_basis"]
    sorted_ = story.table("commitments").sort([*same, "measure"])
    grouped = sorted_.group_by(same, maintain_order=True).agg(pl.col("measure"), pl.col("owner").unique().sort())
    return [
        (
            words.date(row["due"]),
            words.text(row["promise"]),
            concerned(story, row["measure"]),
            owners(story, row["owner"]),
            words.text(row["legal_basis"]) or words.text(_("not named yet")),
        )
        for row in grouped.to_dicts()
    ]


def concerned(story: Story, measures: list[str]) -> str:
    """The measures by title, or how many where they are many."""
    words = story.words
    if len(measures) > FEW:
        return words.count(ngettext_noop("one measure", "{n} measures"), len(measures))
    return words.series(words.measure(measure) for measure in measures)


def owners(story: Story, posts: list[str]) -> str:
    """The posts, or that it is each measure's own where they are many."""
    words = story.words
    if len(posts) > FEW:
        return words.text(_("the post that answers for each measure"))
    return words.series(words.text(post) for post in posts)
