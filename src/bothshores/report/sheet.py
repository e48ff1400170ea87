"""What every sheet says at its head, whatever it tells."""

from __future__ import annotations

from bothshores.report.blocks import Block, Heading, Sheet
from bothshores.report.document import page_words
from bothshores.report.story import Story


def sheet(story: Story, head: str, title: str, subtitle: str, *pages: list[Block]) -> Sheet:
    """A sheet in the story's language, from texts in that language."""
    words, labels = story.words, page_words(story.words)
    return Sheet(
        language=words.language,
        right_to_left=words.right_to_left,
        head=head,
        title=title,
        subtitle=subtitle,
        status=labels["draft"],
        warning=story.warning,
        pages=tuple(tuple(page) for page in pages),
        labels=labels,
    )


def under(story: Story, title: str, told: list[Block]) -> list[Block]:
    """Blocks under a heading, or nothing."""
    return [Heading(story.words.text(title)), *told] if told else []
