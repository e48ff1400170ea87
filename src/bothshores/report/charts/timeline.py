"""Milestones on a line of time."""

from __future__ import annotations

import math
from typing import Any

import altair as alt

from bothshores.report.drawing import NAME_LETTERS, NAME_WIDTH, WIDTH, names_axis, row_name
from bothshores.report.kinds import Chart
from bothshores.report.palette import LINE, PLAN
from bothshores.report.story import Story
from bothshores.vocab import gettext_noop as _


class Timeline(Chart):
    """A row for each measure, a point for each milestone."""

    id = "timeline"
    label = _("When milestones are due")
    reads = ("delivery",)

    @staticmethod
    def draw(story: Story) -> Any | None:
        """Points where a milestone is due, on a line from the first to the last."""
        words = story.words
        places: dict[str, int] = {}
        values = [
            {
                "name": row_name(
                    places.setdefault(row["measure"], len(places)),
                    words.measure(row["measure"]),
                    words,
                    NAME_LETTERS,
                ),
                "time": when(row["quarter"]),
            }
            for row in milestones(story)
        ]
        times = [when(row["quarter"]) for row in milestones(story)]
        years = list(range(min(story.terms.first_year, math.floor(min(times))), math.ceil(max(times)) + 1))
        scale = alt.Scale(domain=[years[0], years[-1]], nice=False, reverse=words.right_to_left)
        axis = alt.Axis(values=years, format="d", orient="top", domain=False, labelFlush=False)
        x = alt.X("time:Q", title=None, scale=scale, axis=axis)
        base = alt.Chart(alt.Data(values=values)).encode(
            y=alt.Y("name:N", sort=None, title=None, axis=names_axis(words))
        )
        line = base.mark_rule(color=LINE, strokeWidth=3).encode(
            x=alt.X("min(time):Q", title=None, scale=scale), x2="max(time):Q"
        )
        dots = base.mark_point(shape="diamond", size=85, filled=True, color=PLAN, opacity=1).encode(x=x)
        return (line + dots).properties(width=WIDTH - NAME_WIDTH, height=alt.Step(26))

    @staticmethod
    def finding(story: Story) -> str:
        """The first milestone, and the fullest quarter."""
        words, quarters = story.words, [row["quarter"] for row in milestones(story)]
        fullest = max(sorted(set(quarters)), key=quarters.count)
        return words.phrase(
            _("The first milestone is due in {first}; the fullest quarter is {quarter}, with {number} of {whole}"),
            first=words.quarter(min(quarters)),
            quarter=words.quarter(fullest),
            number=words.whole(quarters.count(fullest)),
            whole=words.whole(len(quarters)),
        )

    @staticmethod
    def caption(story: Story) -> str:
        """How to read it."""
        return story.words.text(_("Each point is a milestone, at the end of its quarter; the table below names them."))

    @staticmethod
    def alt(story: Story) -> str:
        """First and last milestone of each measure."""
        words = story.words
        spans: dict[str, list[str]] = {}
        for row in milestones(story):
            spans.setdefault(row["measure"], []).append(row["quarter"])
        said = [
            words.phrase(
                _("{measure}: {first} to {last}"),
                measure=words.measure(code),
                first=words.quarter(min(quarters)),
                last=words.quarter(max(quarters)),
            )
            for code, quarters in spans.items()
        ]
        return words.phrase(_("Timeline of milestones by measure. {list}."), list="; ".join(said))


def milestones(story: Story) -> list[dict[str, Any]]:
    """Milestones, measures with most money first."""
    order = {row["id"]: place for place, row in enumerate(story.ordered)}
    rows = story.table("delivery").sort(["measure", "quarter", "milestone"]).to_dicts()
    return sorted(rows, key=lambda row: order.get(row["measure"], len(order)))


def when(quarter: str) -> float:
    """The end of a quarter as a point in years, `2027-Q2` as 2027.5."""
    year, number = quarter.split("-Q")
    return int(year) + int(number) / 4
