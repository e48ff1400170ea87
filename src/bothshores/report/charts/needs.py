"""Where the country stands against similar ones, in one picture."""

from __future__ import annotations

from typing import Any

import altair as alt

from bothshores.catalogue import indicators
from bothshores.report.drawing import WIDTH, names_axis, row_name, sign
from bothshores.report.kinds import Chart
from bothshores.report.palette import BAND, MUTED, OTHER, PLAN, WHITE
from bothshores.report.story import Story
from bothshores.vocab import gettext_noop as _
from bothshores.words import Words

SHOWN = 12
SURE = 0.9


class Needs(Chart):
    """Gap of the country with its interval over the middle half of its peers, in standard deviations, ranked."""

    id = "needs"
    label = _("How far the country is behind similar countries")
    reads = ("needs",)

    @staticmethod
    def draw(story: Story) -> Any | None:
        """Band: middle half of the peers. Point and line: the country, with the interval of its gap."""
        words = story.words
        data = alt.Data(values=[shape(words, number, row) for number, row in enumerate(ranked(story))])
        mirrored = words.right_to_left
        y = alt.Y("name:N", sort=None, title=None, axis=names_axis(words))
        title = sign(words.text(_("standard deviations behind the middle of similar countries")), words)
        x = alt.X("gap:Q", title=title, scale=alt.Scale(reverse=mirrored, nice=True, padding=12))
        base = alt.Chart(data).encode(y=y)
        zero = alt.Chart(alt.Data(values=[{"zero": 0}])).mark_rule(color=MUTED).encode(x="zero:Q")
        band = base.mark_bar(color=BAND, height=13).encode(x=alt.X("low:Q", title=title), x2="high:Q")
        line = base.mark_rule(strokeWidth=2, color=PLAN).encode(x="gap_low:Q", x2="gap_high:Q")
        colour = alt.condition(alt.datum.sure, alt.value(OTHER), alt.value(WHITE))
        dot = base.mark_point(size=95, filled=True, strokeWidth=2, stroke=OTHER, opacity=1).encode(x=x, fill=colour)
        return (band + zero + line + dot).properties(width=WIDTH - 240, height=alt.Step(34))

    @staticmethod
    def finding(story: Story) -> str:
        """The greatest gap, with its figures."""
        words, first = story.words, ranked(story)[0]
        if first["gap"] <= 0:
            return words.text(_("The country is nowhere behind the middle of similar countries"))
        return words.phrase(
            _("The greatest gap is {indicator}: {value}, and {median} in the middle of similar countries"),
            indicator=words.indicator(first["indicator"]),
            value=words.value(first["indicator"], first["value"]),
            median=words.value(first["indicator"], first["peer_median"]),
        )

    @staticmethod
    def caption(story: Story) -> str:
        """How to read it."""
        return story.words.text(CAPTION)

    @staticmethod
    def alt(story: Story) -> str:
        """The indicators in order, with their figures."""
        words = story.words
        said = [
            words.phrase(
                _("{indicator}: {value}, similar countries {median}"),
                indicator=words.indicator(row["indicator"]),
                value=words.value(row["indicator"], row["value"]),
                median=words.figure(row["indicator"], row["peer_median"]),
            )
            for row in ranked(story)
        ]
        return words.phrase(_("Chart of gaps, the greatest need first. {list}."), list="; ".join(said))


CAPTION = _(
    "Grey band: the middle half of similar countries. Point: this country; filled where it is behind in nine of ten "
    "comparisons or more. Line: range of the gap. The further from zero on the side of the positive numbers, the "
    "further behind."
)


def ranked(story: Story) -> list[dict[str, Any]]:
    """The needs that fit into a picture."""
    return story.table("needs").sort("rank").head(SHOWN).to_dicts()


def shape(words: Words, number: int, row: dict[str, Any]) -> dict[str, Any]:
    """One need in standard deviations behind; without a scale only its point is drawn."""
    known = indicators().get(row["indicator"])
    behind = -1 if known and known.direction.sign > 0 else 1
    scale = row["gap"] / row["gap_sd"] if row["gap_sd"] else 0.0
    drawn = {"name": row_name(number, words.indicator(row["indicator"]), words, 38), "gap": row["gap_sd"]}
    drawn["sure"] = row["probability_behind"] >= SURE
    if not scale:
        return drawn
    ends = sorted(behind * (row[name] - row["peer_median"]) / scale for name in ("peer_low", "peer_high"))
    drawn |= {"low": ends[0], "high": ends[1], "gap_low": row["gap_low"] / scale, "gap_high": row["gap_high"] / scale}
    return drawn
