"""How each measure will be evaluated."""

from __future__ import annotations

import math
from typing import Any

from bothshores.report.blocks import Block, Paragraph
from bothshores.report.kinds import Section
from bothshores.report.story import Story
from bothshores.report.tabulate import tabulate
from bothshores.vocab import RESERVE
from bothshores.vocab import gettext_noop as _


class Evaluations(Section):
    """Design, smallest detectable effect and windows of each measure, or why it cannot be evaluated."""

    id = "evaluations"
    label = _("Evaluation: did it work, and did it last?")
    part = "known"
    order = 40
    reads = ("evaluations", "measures", "budget")
    empty = _("No evaluation has been designed.")

    @staticmethod
    def blocks(story: Story) -> list[Block]:
        """One row a measure."""
        heads = (
            (_("Measure and owner"), 6, False), (_("Design"), 10, False), (_("Sample"), 2, True),
            (_("Smallest effect found"), 3, True), (_("Effect expected"), 3, True), (_("Looks after"), 3, False),
        )  # fmt: skip
        order = {row["id"]: place for place, row in enumerate(story.ordered)}
        rows = sorted(
            story.rows("evaluations"), key=lambda row: (order.get(row["measure"], len(order)), row["measure"])
        )
        cells = (evaluation(story, row) for row in rows)
        words = story.words
        designs = tabulate(words, _("Evaluation designs"), heads, cells, NOTE)
        return [Paragraph(words.text(INTRODUCTION)), designs, *kept(story)]


INTRODUCTION = _(
    "Each design looks twice: soon after the measure, and years later, because many effects fade and some emerge late. "
    "Where the effect expected is smaller than the smallest effect the design would find, no result will mean little."
)
NOTE = _(
    "Effects in standard deviations of the outcome. Smallest effect found: in eight of ten such studies, at the 5% "
    "level, two-sided."
)


def kept(story: Story) -> list[Block]:
    """The part of the reserve that waits for looks after the plan's last year, if every look costs the same."""
    words, starts = story.words, {row["id"]: row["start_year"] for row in story.rows("measures")}
    looks = [
        starts.get(row["measure"], story.terms.first_year) + row[name]
        for row in story.rows("evaluations")
        for name in ("short_window_years", "long_window_years")
        if row[name] is not None
    ]
    late = [math.ceil(year) for year in looks if year > story.terms.last_year]
    if not late or not story.amounts.get(RESERVE):
        return []
    text = _(
        "{number} of {all} looks come after {last}, the latest in {until}: {amount} of the evaluation reserve is kept "
        "for them, if every look costs the same."
    )
    amount = words.usd(round(story.amounts[RESERVE] * len(late) / len(looks)))
    return [
        Paragraph(
            words.phrase(
                text, number=words.whole(len(late)), all=words.whole(len(looks)), 
                last=words.year(story.terms.last_year), until=words.year(max(late)), amount=amount,
            )
        )
    ]  # fmt: skip


def evaluation(story: Story, row: dict[str, Any]) -> tuple[str, ...]:
    """One measure's design."""
    words = story.words
    reason = words.say(row["message"], row["args"])
    return (
        f"{words.measure(row['measure'])}\n{words.text(row['owner'])}",
        "\n".join(text for text in (words.label(row["design"]), reason) if text),
        "" if row["sample_size"] is None else words.number(row["sample_size"]),
        "" if row["smallest_detectable"] is None else words.number(row["smallest_detectable"]),
        "" if row["expected"] is None else words.number(row["expected"]),
        windows(story, row),
    )


def windows(story: Story, row: dict[str, Any]) -> str:
    """The two looks, in years; the first often comes after months."""
    years = (row[name] for name in ("short_window_years", "long_window_years"))
    return story.words.listed(story.words.lasting(each) for each in years if each is not None)
