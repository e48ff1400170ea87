"""Where its people live."""

from __future__ import annotations

from bothshores.report.blocks import Block, Paragraph, Table
from bothshores.report.diaspora import Destinations, destinations
from bothshores.report.kinds import Section
from bothshores.report.story import Story
from bothshores.report.tabulate import tabulate
from bothshores.vocab import gettext_noop as _

SHOWN = 10


class Corridors(Section):
    """People born in the country, by country of residence."""

    id = "corridors"
    label = _("Where its people live")
    part = "so"
    order = 30
    reads = ("stocks",)
    empty = _("No figures by country of destination were loaded. The UN DESA workbook of migrant stocks holds them.")

    @staticmethod
    def blocks(story: Story) -> list[Block]:
        """Bars and figures of the largest destinations."""
        words, found = story.words, destinations(story)
        if found is None:
            return [Paragraph(words.text(Corridors.empty))]
        text = _("{people} people born in the country lived abroad in the middle of {year}, in {number} countries.")
        number = words.number(len(found.rows))
        said = words.phrase(text, people=words.whole(found.total), year=str(found.year), number=number)
        return [Paragraph(said), *story.figure("corridors"), table(story, found)]


def table(story: Story, found: Destinations) -> Table:
    """The largest destinations."""
    words = story.words
    rows = tuple(
        (
            words.country(row.destination),
            words.whole(row.persons),
            words.percent(row.persons / found.total),
            "" if row.women is None else words.percent(row.women),
        )
        for row in found.rows[:SHOWN]
    )
    heads = (
        (_("Country of residence"), 5, False),
        (_("People"), 3, True),
        (_("Share"), 2, True),
        (_("Women"), 2, True),
    )
    return tabulate(words, _("Largest destinations"), heads, rows, NOTE)


NOTE = _("Stocks of people by country of birth; those who moved for a season or without papers are often missing.")
