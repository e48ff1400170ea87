"""Compared with whom."""

from __future__ import annotations

from bothshores.report.blocks import Block, Paragraph
from bothshores.report.kinds import Section
from bothshores.report.story import Story
from bothshores.report.tabulate import tabulate
from bothshores.vocab import gettext_noop as _
from bothshores.words import numerals


class Peers(Section):
    """The similar countries, and why each is similar."""

    id = "peers"
    label = _("Compared with whom")
    part = "so"
    order = 20
    reads = ("peers",)
    empty = _("No similar country was found: this country has too few of the figures that are compared.")

    @staticmethod
    def blocks(story: Story) -> list[Block]:
        """A picture of distances, and the reasons."""
        words = story.words
        rows = tuple(
            (
                words.country(row["peer"]),
                words.isolate(numerals.decimal(row["distance"], words.language, significant=2)),
                words.say(row["message"], row["args"]),
            )
            for row in story.table("peers").sort("rank").to_dicts()
        )
        heads = ((_("Country"), 3, False), (_("Distance"), 2, True), (_("Why it is similar"), 8, False))
        return [
            Paragraph(words.text(INTRODUCTION)),
            *story.figure("peers"),
            tabulate(words, _("Similar countries"), heads, rows, NOTE),
        ]


INTRODUCTION = _(
    "Similar means: alike in population, income, remittances, emigration, towns, age and births, among countries that "
    "people leave. It is a comparison of figures, not a judgement on any country."
)
NOTE = _("Distance: in standard deviations over the features that both countries have.")
