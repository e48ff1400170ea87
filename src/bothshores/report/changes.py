"""What the plan changes, on page one: people reached first, then the plan's own part in each indicator."""

from __future__ import annotations

from typing import Any

from bothshores.report.blocks import Block, Bullets, Paragraph
from bothshores.report.outlook import outlooks
from bothshores.report.story import Story
from bothshores.vocab import gettext_noop as _
from bothshores.vocab import ngettext_noop

MOST = 3
"""Indicators named on page one: it holds one page."""


def changes(story: Story) -> list[Block]:
    """People, the plan's part with its range, and how it compares with the forecast."""
    return [*people(story), *parts(story), *small_against_doubt(story)]


def small_against_doubt(story: Story) -> list[Block]:
    """Said where no national figure will show the plan."""
    found = outlooks(story)
    if not found or not all(each.hardly for each in found):
        return []
    return [Paragraph(story.words.text(SMALL), "strong")]


def unmoved(story: Story) -> list[Paragraph]:
    """Objectives that no counted effect moves."""
    moved = set(story.table("plan_changes")["indicator"])
    left = [story.words.text(row["title"]) for row in story.rows("objectives") if row["indicator"] not in moved]
    text = _("No counted effect moves: {list}.")
    return [Paragraph(story.words.phrase(text, list=story.words.listed(left)), "small")] if left else []


SMALL = _(
    "These changes are small against the uncertainty of the forecast: a plan of this size serves the people it "
    "reaches, and hardly moves a national figure."
)


def people(story: Story) -> list[Block]:
    """How many each measure with money reaches; nobody is summed, because some take part in two."""
    words = story.words
    said = [
        words.phrase(_("{measure}: {people}"), measure=words.measure(row["id"]), people=words.whole(count))
        for row in story.ordered
        if (count := story.reached.get(row["id"])) and story.amounts.get(row["id"], 0)
    ]
    if not said:
        return [Paragraph(words.text(_("Whom the measures reach cannot be counted yet.")))]
    text = _("People reached over the plan. {list}. Envelopes of judgement reach others, whom nobody can count yet.")
    return [Paragraph(words.phrase(text, list=words.series(said)))]


def parts(story: Story) -> list[Block]:
    """The plan's part in each indicator it moves, those of the weightiest objectives first."""
    weights = {row["indicator"]: row["weight"] for row in story.rows("objectives")}
    rows = sorted(story.rows("plan_changes"), key=lambda row: (-weights.get(row["indicator"], 0), row["indicator"]))
    if not rows:
        return [Paragraph(story.words.text(_("No outcome can be counted: the figures or the effects are missing.")))]
    text = _("The plan's own part in {year}, with the range of nine of ten draws:")
    lead = story.words.phrase(text, year=story.words.year(story.terms.last_year))
    said: list[Block] = [Paragraph(lead), Bullets(tuple(one(story, row) for row in rows[:MOST]))]
    if more := max(0, len(rows) - MOST):
        forms = ngettext_noop("One more indicator follows below.", "{n} more indicators follow below.")
        said.append(Paragraph(story.words.count(forms, more), "small"))
    return said


def one(story: Story, row: dict[str, Any]) -> str:
    """One indicator in a sentence."""
    words, code = story.words, row["indicator"]
    return words.phrase(
        _("{indicator}: {change} ({low} to {high})"),
        indicator=words.indicator(code),
        change=words.change(code, row["mean"]),
        low=words.step(code, row["low"]),
        high=words.step(code, row["high"]),
    )
