"""One page in plain words for a district: what the plan would do, who may come, whom to ask, how to complain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import polars as pl

from bothshores.catalogue import indicators
from bothshores.catalogue.country_kinds import Unit
from bothshores.report.blocks import Blanks, Block, Bullets, Facts, Paragraph, Sheet
from bothshores.report.brief import MORE_MEASURES
from bothshores.report.document import translation_notice
from bothshores.report.dossier import named_here, template
from bothshores.report.sheet import sheet, under
from bothshores.report.story import Story
from bothshores.vocab import gettext_noop as _

CHANGES, MEASURES = 3, 4
"""Changes and measures named: people read it standing, so letters must be large."""
ANSWERS_FOR_IT = "Ministry responsible for migration"
"""The generic body that answers for the plan as a whole where people live."""
OWN_MONEY = ("matched_savings", "matched_contribution", "revolving_credit")
"""Instruments in which people who take part put in money of their own, or owe some."""


def poster(story: Story, place: Unit | None = None) -> Sheet:
    """The poster of a unit of the country's pack; without one, the place is left to be written in by hand."""
    words, terms = story.words, story.terms
    country = words.country(terms.country)
    above = country if place else words.years(terms.first_year, terms.last_year)
    here = place.name if place else country
    title = words.phrase(_("{place}: a plan for people who leave, come back or stay"), place=here)
    by_hand: list[Block] = [] if place else [to_fill(story, _("Place"))]
    nothing = Paragraph(words.text(_("It promises nothing yet.")), "strong")
    return sheet(story, above, title, leader(story), [nothing, *by_hand, *translation_notice(story), *blocks(story)])


def leader(story: Story) -> str:
    """The country's own body that leads, empty where nobody knows it."""
    words, bodies = story.words, named_here(story, ANSWERS_FOR_IT)
    return words.phrase(_("Who leads it: {bodies}"), bodies=words.listed(bodies)) if bodies else ""


def blocks(story: Story) -> list[Block]:
    """What a reader asks, in the order in which it is asked."""
    shown = for_people(story)
    return [
        *under(story, _("What it wants to change"), changes(story, shown)),
        *under(story, _("What it would do"), measures(story, shown)),
        *under(story, _("What it must not cost you"), [Bullets(tuple(free_of_charge(story, shown)))]),
        *under(story, _("Whom to ask"), asked(story)),
        *under(story, _("If something is wrong"), wrong(story)),
    ]


def changes(story: Story, shown: list[dict[str, Any]]) -> list[Block]:
    """Where the measures shown are to lead in the end."""
    said = tuple(story.words.text(known.impact) for row in shown[:CHANGES] if (known := template(row)))
    return [Bullets(said)] if said else []


def for_people(story: Story) -> list[dict[str, Any]]:
    """Measures with money that count people in what they do, most money first: no works of offices alone."""
    return [row for row in story.ordered if story.amounts.get(row["id"]) and counts_people(row)][:MEASURES]


def counts_people(row: dict[str, Any]) -> bool:
    """True if an output of the measure is a number of persons."""
    known, units = template(row), indicators()
    return known is not None and any(units[name].unit == "persons" for name in known.output_indicators)


def measures(story: Story, shown: list[dict[str, Any]]) -> list[Block]:
    """Each measure in a sentence, and who may come."""
    words = story.words
    if not shown:
        return [Paragraph(words.text(_("Nothing yet: no measure has money.")))]
    cards = tuple((words.measure(row["id"]), "\n".join(card(story, row))) for row in shown)
    begins = words.text(_("Where each begins is not decided yet."))
    more = len(story.ordered) - len(shown)
    rest = f" {words.count(MORE_MEASURES, more)}" if more else ""
    return [Facts(cards), Paragraph(begins + rest)]


def card(story: Story, row: dict[str, Any]) -> Iterator[str]:
    """What is done, and for whom."""
    words, known = story.words, template(row)
    if known:
        yield words.text(known.plain)
    yield words.phrase(_("Who may come: {group}."), group=words.text(row["target_group"]))


def free_of_charge(story: Story, shown: list[dict[str, Any]]) -> Iterator[str]:
    """No fee is part of the plan; where people put in or owe money of their own, that they ask first."""
    words = story.words
    yield words.text(_("No fee is part of this plan. Pay nobody for a form, for advice or for a place on a list."))
    ids = [row["id"] for row in shown]
    used = story.table("financing").filter(pl.col("measure").is_in(ids), pl.col("instrument").is_in(OWN_MONEY))
    if used.height:
        yield words.text(_("Some measures match or lend money: ask what you must pay in or pay back before you sign."))


def asked(story: Story) -> list[Block]:
    """The body that leads, where it is known, and room for the office nearby."""
    words = story.words
    bodies = named_here(story, ANSWERS_FOR_IT)
    known: list[Block] = [Paragraph(words.listed(bodies), "strong")] if bodies else []
    return [*known, to_fill(story, _("Office near you"), _("Telephone"))]


def wrong(story: Story) -> list[Block]:
    """The plan's own promise of a channel, and room for its address."""
    words = story.words
    promise = words.text(_("A place to complain must be open before anybody is paid or served. Use it if you are "
                           "asked for money, turned away or treated badly."))  # fmt: skip
    return [Paragraph(promise), to_fill(story, _("Where to complain"), _("Telephone"))]


def to_fill(story: Story, *names: str) -> Blanks:
    """Room to write in by hand behind each name, with the language's own colon."""
    words = story.words
    return Blanks(tuple(words.phrase(_("{name}:"), name=words.text(name)) for name in names))
