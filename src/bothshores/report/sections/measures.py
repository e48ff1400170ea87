"""The measures, one by one."""

from __future__ import annotations

from typing import Any

from bothshores.report.blocks import Block, Entries, Facts, Heading, Paragraph
from bothshores.report.dossier import facts, references
from bothshores.report.kinds import Section
from bothshores.report.story import Story
from bothshores.vocab import gettext_noop as _


class Measures(Section):
    """Each measure: for whom, why, how it works, cost, effects, risks, owner, evaluation."""

    id = "measures"
    label = _("The measures")
    part = "do"
    order = 30
    reads = (
        "measures", "budget", "allocation", "assumptions", "effect_uses", "risks", "partners", "evaluations",
        "objectives", "candidates", "constraints",
    )  # fmt: skip
    empty = _("No measure was proposed: too few figures of this country are known, or none of the templates fits.")

    @staticmethod
    def blocks(story: Story) -> list[Block]:
        """Those with most money first."""
        return [block for number, row in enumerate(story.ordered, start=1) for block in one(story, number, row)]


def one(story: Story, number: int, row: dict[str, Any]) -> list[Block]:
    """One measure's page."""
    words, sources = story.words, references(story, row)
    title = words.phrase(_("{number}. {title}"), number=words.whole(number), title=words.measure(row["id"]))
    more: list[Block] = [Paragraph(words.text(_("Read further")), "small"), Entries(sources)] if sources else []
    return [Heading(title), Paragraph(tag(story, row), "tag"), Facts(tuple(facts(story, row))), *more]


def tag(story: Story, row: dict[str, Any]) -> str:
    """Money, what it rests on, and the first year, in one line."""
    words, amount = story.words, story.amounts.get(row["id"], 0)
    return words.phrase(
        _("{amount} · rests on: {name} · from {year}"),
        amount=words.usd(amount) if amount else words.text(_("No money yet")),
        name=words.label(row["money_class"]),
        year=words.year(row["start_year"]),
    )
