"""Compose the whole document of one language from its sections."""

from __future__ import annotations

from bothshores import registry
from bothshores.locale import AREAS, awaits_review
from bothshores.report.blocks import Block, Chapter, Document, Notice, Paragraph, Part
from bothshores.report.cover import cover
from bothshores.report.kinds import PARTS, Section
from bothshores.report.story import Story
from bothshores.vocab import gettext_noop as _
from bothshores.words import Words

PAGE_WORDS = {
    "contents": _("Contents"),
    "draft": _("Draft for decision. Nobody has adopted it."),
    "skip": _("Go to the text"),
}
UNREVIEWED = _(
    "This translation has not been reviewed by a native speaker. Where the meaning matters, compare it with the "
    "English report; do not use it for complaints, consent or rights until it has been reviewed."
)


def sections() -> list[type[Section]]:
    """Every registered section, in the order of its part and its place there."""
    registry.load("bothshores.report.sections")
    parts = list(PARTS)
    return sorted(Section.members.values(), key=lambda each: (parts.index(each.part), each.order, each.id))


def compose(story: Story) -> Document:
    """The document in the story's language."""
    words, terms = story.words, story.terms
    chapters = [(section.part, chapter(section, story)) for section in sections()]
    return Document(
        language=words.language,
        right_to_left=words.right_to_left,
        country=words.country(terms.country),
        title=title_of_plan(story),
        subtitle=words.span(terms.first_year, terms.last_year),
        status=words.text(PAGE_WORDS["draft"]),
        warning=story.warning,
        cover=tuple(translation_notice(story) + cover(story)),
        parts=tuple(
            Part(part, words.text(title), tuple(each for name, each in chapters if name == part))
            for part, title in PARTS.items()
        ),
        labels=page_words(words),
    )


def page_words(words: Words) -> dict[str, str]:
    """The few words that a page itself needs, and the first of the digits its number is written with."""
    return {name: words.text(text) for name, text in PAGE_WORDS.items()} | {"first": words.year(1)}


def title_of_plan(story: Story) -> str:
    """What the plan is called."""
    words = story.words
    return words.phrase(_("{country}: migration and development plan"), country=words.country(story.terms.country))


def chapter(section: type[Section], story: Story) -> Chapter:
    """One section; where its main table is empty it says so, and why."""
    words = story.words
    told = story.table(section.reads[0]).height > 0
    blocks: list[Block] = section.blocks(story) if told else [Paragraph(words.text(section.empty))]
    return Chapter(section.id, words.text(section.label), tuple(blocks))


def translation_notice(story: Story) -> list[Block]:
    """Said at the front where no native speaker has signed the whole translation."""
    if not any(awaits_review(story.words.language, area) for area in AREAS):
        return []
    return [Notice(story.words.text(_("A translation")), story.words.text(UNREVIEWED))]
