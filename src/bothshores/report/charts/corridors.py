"""Where the country's people live."""

from __future__ import annotations

from typing import Any

import altair as alt

from bothshores.report.diaspora import Destination, destinations
from bothshores.report.drawing import WIDTH, names_axis, row_name, sign
from bothshores.report.kinds import Chart
from bothshores.report.palette import PLAN
from bothshores.report.story import Story
from bothshores.vocab import gettext_noop as _

SHOWN = 12


class Corridors(Chart):
    """Bars of people by country of residence; no map, so no border is drawn."""

    id = "corridors"
    label = _("People born in the country who live abroad, by country of residence")
    reads = ("stocks",)

    @staticmethod
    def draw(story: Story) -> Any | None:
        """The largest destinations as bars."""
        words, rows = story.words, largest(story)
        if not rows:
            return None
        mirrored = words.right_to_left
        values = [
            {
                "name": row_name(number, words.country(row.destination), words, width=60), "persons": row.persons,
                "label": sign(words.whole(row.persons), words),
            }
            for number, row in enumerate(rows)
        ]  # fmt: skip
        axis = names_axis(words)
        most = max(row.persons for row in rows)
        base = alt.Chart(alt.Data(values=values)).encode(
            y=alt.Y("name:N", sort=None, title=None, axis=axis),
            x=alt.X("persons:Q", axis=None, scale=alt.Scale(reverse=mirrored, domain=[0, most * 1.22], nice=False)),
        )
        text = base.mark_text(align="right" if mirrored else "left", dx=-5 if mirrored else 5).encode(text="label:N")
        return (base.mark_bar(color=PLAN, height=14) + text).properties(width=WIDTH - 180, height=alt.Step(19))

    @staticmethod
    def finding(story: Story) -> str:
        """The largest destination, and its part of all."""
        words, found = story.words, destinations(story)
        if found is None:
            return ""
        first, text = found.rows[0], _("{share} of those who live abroad live in one country: {country}")
        return words.phrase(
            text, share=words.share(first.persons / found.total), country=words.country(first.destination)
        )

    @staticmethod
    def caption(story: Story) -> str:
        """Year and source."""
        words, found = story.words, destinations(story)
        if found is None:
            return ""
        text = _("People by country of birth, middle of {year}. Source: {source}.")
        return words.phrase(text, year=story.words.year(found.year), source=story.publisher(found.source))

    @staticmethod
    def alt(story: Story) -> str:
        """The destinations with their figures."""
        words = story.words
        said = (
            words.phrase(_("{name} {number}"), name=words.country(row.destination), number=words.whole(row.persons))
            for row in largest(story)
        )
        return words.phrase(_("Bar chart of people by country of residence: {list}."), list=words.listed(said))


def largest(story: Story) -> tuple[Destination, ...]:
    """The destinations that fit into a picture."""
    found = destinations(story)
    return found.rows[:SHOWN] if found else ()
