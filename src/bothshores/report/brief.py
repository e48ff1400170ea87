"""Two pages for a minister: what is so, what is proposed, its cost, its change, its doubts, and what to decide now."""

from __future__ import annotations

import dataclasses
from typing import Any

from bothshores.report.age import explained
from bothshores.report.blocks import Block, Bullets, Facts, Paragraph, Sheet
from bothshores.report.changes import parts, people, small_against_doubt, unmoved
from bothshores.report.cover import large_figures
from bothshores.report.decisions import decisions
from bothshores.report.document import title_of_plan, translation_notice
from bothshores.report.dossier import named_here
from bothshores.report.glance import glance
from bothshores.report.sections import needs
from bothshores.report.sections.summary import costs, known, pays, steering
from bothshores.report.sheet import sheet, under
from bothshores.report.story import Story
from bothshores.report.tabulate import tabulate
from bothshores.report.unserved import unserved
from bothshores.vocab import gettext_noop as _
from bothshores.vocab import ngettext_noop

NEEDS, MEASURES = 3, 5
"""Needs and measures named in the brief: it holds two pages."""
MORE_MEASURES = ngettext_noop("One more measure is in the plan.", "{n} more measures are in the plan.")
NEED_CELLS = (0, 1, 2, 3, 6)
"""Of a need's cells: indicator, figure, middle of similar countries, gap, source."""


def brief(story: Story) -> Sheet:
    """The brief in the story's language."""
    words, terms = story.words, story.terms
    years = words.years(terms.first_year, terms.last_year)
    head = words.text(_("Brief for the minister"))
    return sheet(story, head, title_of_plan(story), years, [*translation_notice(story), *first(story)], second(story))


def first(story: Story) -> list[Block]:
    """What is so and what is proposed."""
    return [
        *large_figures(story),
        *under(story, _("What is so"), [*greatest(story), *unserved(story), *glance(story)]),
        *under(story, _("What to do"), proposed(story)),
    ]


def second(story: Story) -> list[Block]:
    """Cost, payers, change, doubt, and the decisions asked for."""
    change = [*people(story), *brief_parts(story), *small_against_doubt(story)]
    return [
        *under(story, _("What it costs, and what that rests on"), [*money(story), *pays(story)]),
        *under(story, _("What should change, and by when"), change),
        *under(story, _("How it will be known"), known(story)),
        *under(story, _("What is uncertain or unknown"), [Bullets(tuple(doubts(story)))]),
        *under(story, _("What you are asked to decide now"), [Facts(tuple(decisions(story)))]),
    ]


def greatest(story: Story) -> list[Block]:
    """The greatest needs: figure, year, source, and the range of the gap."""
    rows = story.table("needs").sort("rank").head(NEEDS).to_dicts()
    if not rows:
        return [Paragraph(story.words.text(_("Too few figures to compare the country.")))]
    every = needs.table(story, rows)
    kept = tuple(tuple(row[at] for at in NEED_CELLS) for row in every.rows)
    columns = tuple(every.columns[at] for at in NEED_CELLS)
    note = story.words.text(NEEDS_NOTE)
    return [explained(story, dataclasses.replace(every, columns=columns, rows=kept, note=note))]


NEEDS_NOTE = _("Below each figure: its year, or the range it lies in.")


def proposed(story: Story) -> list[Block]:
    """The measures with most money, for whom, and what the money rests on."""
    words, shown = story.words, story.ordered[:MEASURES]
    if not shown:
        return [Paragraph(words.text(_("No measure was proposed, so there is no plan to sum up.")))]
    heads = (
        (_("Measure"), 6, False), (_("For whom"), 6, False), (_("Amount"), 4, True), (_("Rests on"), 3, False),
        (_("People reached"), 3, True),
    )  # fmt: skip
    rows = (measure(story, row) for row in shown)
    more = len(story.ordered) - len(shown)
    rest: list[Block] = [Paragraph(words.count(MORE_MEASURES, more), "small")] if more else []
    return [tabulate(words, _("Measures with most money"), heads, rows), *rest]


def measure(story: Story, row: dict[str, Any]) -> tuple[str, ...]:
    """One measure with who leads it."""
    words, amount = story.words, story.amounts.get(row["id"], 0)
    reached = story.reached.get(row["id"]) if amount else None
    lead = words.listed(named_here(story, row["lead"])) or words.text(row["lead"])
    return (
        f"{words.measure(row['id'])}\n{lead}",
        words.text(row["target_group"]),
        f"{words.usd(amount)}\n{words.share(amount / story.budget)}" if amount else words.text(_("No money yet")),
        words.label(row["money_class"]),
        words.whole(reached) if reached else words.text(_("not counted")),
    )


def money(story: Story) -> list[Block]:
    """The picture of what it rests on, and the sentence."""
    return [costs(story)[0], *story.figure("rests_on")]


def brief_parts(story: Story) -> list[Block]:
    """The plan's own part, without what is said of pages that the brief has not."""
    return [block for block in parts(story) if not (isinstance(block, Paragraph) and block.tone == "small")]


def doubts(story: Story) -> list[str]:
    """What is assumed, what no effect moves, and what nobody has measured."""
    words = story.words
    text = _("Values that are assumed: {assumed}. Figures of migration that nobody here has: {unknown}.")
    gaps = story.table("profile")
    unknown = sum(state == "gap" for state in gaps["state"])
    counted = words.phrase(text, assumed=words.whole(story.table("assumptions").height), unknown=words.whole(unknown))
    return [steering(story), *(block.text for block in unmoved(story)), counted]
