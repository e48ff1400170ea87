"""How near the similar countries are."""

from __future__ import annotations

from typing import Any

import altair as alt

from bothshores.report.drawing import WIDTH, names_axis, row_name, sign
from bothshores.report.kinds import Chart
from bothshores.report.palette import LINE, PLAN
from bothshores.report.story import Story
from bothshores.vocab import gettext_noop as _
from bothshores.words import numerals


class Peers(Chart):
    """Distance of each similar country: the shorter, the more alike."""

    id = "peers"
    label = _("The most similar countries")
    reads = ("peers",)

    @staticmethod
    def draw(story: Story) -> Any | None:
        """A line from zero to a point for each country."""
        words = story.words
        mirrored = words.right_to_left
        values = [
            {
                "name": row_name(row["rank"], words.country(row["peer"]), words, width=60), "distance": row["distance"],
                "label": sign(numerals.decimal(row["distance"], words.language, significant=2), words),
            }
            for row in ranked(story)
        ]  # fmt: skip
        axis = names_axis(words)
        title = sign(words.text(_("distance, in standard deviations of the features compared")), words)
        scale = alt.Scale(reverse=mirrored, domainMin=0)
        base = alt.Chart(alt.Data(values=values)).encode(
            y=alt.Y("name:N", sort=None, title=None, axis=axis),
            x=alt.X("distance:Q", title=title, scale=scale, axis=alt.Axis(grid=False, tickCount=5)),
        )
        stem = base.mark_rule(color=LINE, strokeWidth=2).encode(x2=alt.datum(0))
        dot = base.mark_point(size=80, filled=True, color=PLAN, opacity=1)
        text = base.mark_text(align="right" if mirrored else "left", dx=-9 if mirrored else 9).encode(text="label:N")
        return (stem + dot + text).properties(width=WIDTH - 180, height=alt.Step(19))

    @staticmethod
    def finding(story: Story) -> str:
        """The country most alike."""
        words, first = story.words, ranked(story)[0]
        text = _("The most similar country is {country}")
        return words.phrase(text, country=words.country(first["peer"]))

    @staticmethod
    def caption(story: Story) -> str:
        """How to read it."""
        return story.words.text(_("The shorter the line, the more alike the countries are in the features compared."))

    @staticmethod
    def alt(story: Story) -> str:
        """The countries in order."""
        words = story.words
        names = words.listed(words.country(row["peer"]) for row in ranked(story))
        return words.phrase(_("Chart of similar countries, the most similar first: {list}."), list=names)


def ranked(story: Story) -> list[dict[str, Any]]:
    """The similar countries in order."""
    return story.table("peers").sort("rank").to_dicts()
