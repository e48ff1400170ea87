"""The front of the document: how much, how many, and what it rests on."""

from __future__ import annotations

from bothshores.report.blocks import Block, Numbers, Paragraph
from bothshores.report.story import Story
from bothshores.vocab import MoneyClass
from bothshores.vocab import gettext_noop as _
from bothshores.words import numerals


def cover(story: Story) -> list[Block]:
    """Large figures, the picture of what the money rests on, and the sentence that says it."""
    return [*large_figures(story), *story.figure("rests_on"), Paragraph(story.words.text(NOT_ADOPTED), "small")]


def large_figures(story: Story) -> list[Block]:
    """The money, the measures, and how much rests on evidence."""
    words = story.words
    if not story.amounts:
        return [Paragraph(words.text(_("No money has been divided yet.")))]
    seen = story.rests_on.get(MoneyClass.EVIDENCE, 0) / story.budget
    year = story.words.year(story.terms.price_year)
    numbers = (
        (words.usd(story.budget), words.phrase(_("to be divided, at prices of {year}"), year=year)),
        (numerals.whole(len(story.ordered), words.language), words.text(_("measures proposed"))),
        (words.share(seen), words.text(_("of the money rests on evidence"))),
    )
    return [Numbers(numbers)]


NOT_ADOPTED = _(
    "Computed from published figures and published evaluations, for people to correct, negotiate and adopt. What is "
    "assumed says so; what nobody has read at its source is marked as not verified; what is unknown is left empty."
)
