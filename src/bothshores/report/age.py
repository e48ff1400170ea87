"""Old figures are marked where they stand, and explained once below."""

from __future__ import annotations

import dataclasses

from bothshores.report.blocks import Table
from bothshores.report.story import Story
from bothshores.vocab import gettext_noop as _

YEARS = 5
"""A figure is old when it is from more than this many years before the plan begins."""
MARK = "†"
OLD = _("† An old figure: from more than {number} years before the plan begins.")


def old(story: Story, year: int) -> bool:
    """True if a figure of that year is old for this plan."""
    return story.terms.first_year - year > YEARS


def dated(story: Story, year: int | None) -> str:
    """The year of a figure, marked where it is old; empty where there is none."""
    if year is None:
        return ""
    said = story.words.year(year)
    return f"{said} {MARK}" if old(story, year) else said


def explained(story: Story, table: Table) -> Table:
    """The table with the mark explained in its note, where a cell bears it."""
    if not any(MARK in cell for row in table.rows for cell in row):
        return table
    return dataclasses.replace(table, note=f"{table.note} {explanation(story)}".strip())


def explanation(story: Story) -> str:
    """What the mark means."""
    return story.words.phrase(OLD, number=story.words.whole(YEARS))
