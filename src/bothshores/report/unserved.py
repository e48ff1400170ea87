"""Great needs that no measure of the plan serves: they belong to other plans, and a reader must not miss them."""

from __future__ import annotations

from typing import Any

import polars as pl

from bothshores.catalogue import effects, templates
from bothshores.report.blocks import Block, Paragraph
from bothshores.report.story import Story
from bothshores.tables.plan import NEW_ENOUGH
from bothshores.vocab import gettext_noop as _

MOST = 4
FIRST, GREAT_SD, LIKELY = 3, 1.0, 0.9
"""A great need: among the first that pages name, or behind similar countries by a standard deviation or more; in both
cases behind in nine of ten comparisons."""


def unserved(story: Story) -> list[Block]:
    """A sentence with the highest-ranked of them, one with those that a measure could serve, or nothing."""
    aims = {row["indicator"] for row in story.rows("objectives")}
    helped = served(story)
    known = great(story)
    left = [row["indicator"] for row in known if row["indicator"] not in helped][:MOST]
    dated = [row["indicator"] for row in known if row["indicator"] in helped - aims and too_old(story, row)][:MOST]
    texts = (
        (left, _("Great needs that no measure here serves: {list}. Other plans answer for them.")),
        (
            dated,
            _("Great needs whose last figure is too old to set a target on: {list}. A new figure could change this."),
        ),
    )
    words = story.words
    return [
        Paragraph(words.phrase(text, list=words.listed(words.indicator(name) for name in names)))
        for names, text in texts
        if names
    ]


def great(story: Story) -> list[dict[str, Any]]:
    """The rows of great needs, the greatest first."""
    rank_or_gap = (pl.col("rank") <= FIRST) | (pl.col("gap_sd") >= GREAT_SD)
    return story.table("needs").filter(rank_or_gap, pl.col("probability_behind") >= LIKELY).sort("rank").to_dicts()


def too_old(story: Story, need: dict[str, Any]) -> bool:
    """Whether a need's figure is older than those that the draft takes as objectives."""
    newest: int = max(row["year"] for row in story.rows("needs"))
    return bool(need["year"] < newest - NEW_ENOUGH)


def helps(measure: dict[str, Any], objective: dict[str, Any]) -> bool:
    """Whether a measure names the objective as its first, or its template says that it serves the indicator."""
    template = templates().get(measure["template"])
    return measure["objective"] == objective["id"] or bool(template and objective["indicator"] in template.serves)


def served(story: Story) -> set[str]:
    """Indicators that some measure serves: by its template, by a usable effect, or by the objective it names."""
    goals = {row["id"]: row["indicator"] for row in story.rows("objectives")}
    known, library = templates(), effects()
    found = set()
    for row in story.rows("measures"):
        found.add(goals.get(row["objective"], ""))
        if row["template"] in known:
            template = known[row["template"]]
            found |= {*template.serves, *(each.indicator for each in template.effects if library[each.effect].usable)}
    return found
