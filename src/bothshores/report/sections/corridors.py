"""Where its people live."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from bothshores.report.blocks import Block, Paragraph, Table
from bothshores.report.diaspora import Destinations, destinations
from bothshores.report.kinds import Section
from bothshores.report.money_home import prices, sent_home
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
    reads = ("stocks", "corridor_remittances", "corridor_prices")
    empty = _("No figures by country of destination were loaded. The UN DESA workbook of migrant stocks holds them.")

    @staticmethod
    def blocks(story: Story) -> list[Block]:
        """Bars and figures of the largest destinations."""
        words, found = story.words, destinations(story)
        if found is None:
            return [Paragraph(words.text(Corridors.empty))]
        text = _("{people} people born in the country lived abroad in the middle of {year}, in {number} countries.")
        number = words.number(len(found.rows))
        said = words.phrase(text, people=words.whole(found.total), year=words.year(found.year), number=number)
        return [Paragraph(said), *disputed(story, found), *story.figure("corridors"), table(story, found)]


def disputed(story: Story, found: Destinations) -> list[Block]:
    """Says it where the publisher's own total is another than the sum of its destinations."""
    said = (json.loads(row["args"]) | row for row in story.rows("issues") if row["rule"] == "totals_differ")
    mine = [row for row in said if row.get("sum") == f"number:{found.total}"]
    return [Paragraph(story.words.say(row["message"], row["args"]), "small") for row in mine[:1]]


def table(story: Story, found: Destinations) -> Table:
    """The largest destinations, with the money sent home from there and its price where they are known."""
    words, money, price = story.words, sent_home(story), prices(story)
    heads, notes = list(HEADS), [words.text(NOTE)]
    if money:
        heads.append((_("Sent home, modelled"), 4, True))
        year, source = words.year(money.year), story.publisher(money.source)
        notes.append(words.phrase(MODELLED, year=year, source=source))
    if price:
        heads.append((_("Cost of sending"), 2, True))
        quarter, source = words.quarter(price.quarter), story.publisher(price.source)
        notes.append(words.phrase(ASKED, quarter=quarter, amount=words.usd(price.amount_usd), source=source))
    rows = tuple(
        (
            words.country(row.destination),
            words.whole(row.persons),
            words.percent(row.persons / found.total),
            "" if row.women is None else words.percent(row.women),
            *cells(row.destination, money.usd if money else None, words.usd),
            *cells(row.destination, price.shares if price else None, words.percent),
        )
        for row in found.rows[:SHOWN]
    )
    return tabulate(words, _("Largest destinations"), heads, rows, " ".join(notes))


def cells(place: str, known: Mapping[str, float] | None, say: Callable[[float], str]) -> tuple[str, ...]:
    """No cell where nothing is known of any place, else one, empty where nothing is known of this place."""
    if known is None:
        return ()
    return (say(known[place]) if place in known else "",)


HEADS = (
    (_("Country of residence"), 5, False),
    (_("People"), 3, True),
    (_("Share"), 2, True),
    (_("Women"), 2, True),
)
NOTE = _("Stocks of people by country of birth; those who moved for a season or without papers are often missing.")
MODELLED = _(
    "Money sent home by corridor is modelled for {year} from migrant stocks and incomes, not observed ({source})."
)
ASKED = _(
    "The cost is the average fee and exchange margin, asked of providers in {quarter}, on an amount that the file does "
    "not state, taken as {amount} ({source})."
)
