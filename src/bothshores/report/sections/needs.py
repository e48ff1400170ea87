"""Where the country stands."""

from __future__ import annotations

from typing import Any

from bothshores.report.age import dated, explained
from bothshores.report.blocks import Block, Paragraph, Table
from bothshores.report.kinds import Section
from bothshores.report.story import Story
from bothshores.report.tabulate import tabulate
from bothshores.vocab import gettext_noop as _
from bothshores.words import Words, numerals


class Needs(Section):
    """Each indicator against similar countries: figure, source, gap with its interval, trend."""

    id = "needs"
    label = _("Where the country stands")
    part = "so"
    order = 10
    reads = ("needs", "sources")
    empty = _("No figure of this country could be compared: none was found, or too few similar countries have one.")

    @staticmethod
    def blocks(story: Story) -> list[Block]:
        """Picture first, then the figures."""
        return [
            Paragraph(story.words.text(INTRODUCTION)),
            *story.figure("needs"),
            table(story, story.table("needs").sort("rank").to_dicts()),
        ]


INTRODUCTION = _(
    "Each figure is compared with the middle of similar origin countries. A gap says how far the country is behind, "
    "not why; its interval shows how far chance in the choice of countries could move it."
)
NOTE = _(
    "Middle half: between the lower and the upper quartile of the similar countries. Behind: share of resampled "
    "comparisons in which the country is behind. Trend: yearly change, plus sign where it is for the better. An empty "
    "cell means that too few figures exist."
)


def table(story: Story, needs: list[dict[str, Any]]) -> Table:
    """Needs in their order: what the figure is, how far apart, and by whom."""
    heads = (
        (_("Indicator"), 5, False), (_("Latest figure"), 3, True), (_("Middle of similar countries"), 3, True),
        (_("Gap to that middle"), 4, True), (_("Behind"), 2, True), (_("Trend"), 4, True), (_("Source"), 3, False),
    )  # fmt: skip
    rows = (cells(story, row) for row in needs)
    return explained(story, tabulate(story.words, _("Needs, ranked"), heads, rows, NOTE))


def cells(story: Story, row: dict[str, Any]) -> tuple[str, ...]:
    """One need."""
    words, code = story.words, row["indicator"]
    return (
        f"{words.indicator(code)}\n{words.unit(code)}",
        f"{words.figure(code, row['value'])}\n{dated(story, row['year'])}",
        f"{words.figure(code, row['peer_median'])}\n{interval(words, code, row['peer_low'], row['peer_high'])}",
        f"{words.distance(code, row['gap'])}\n{apart(words, code, row['gap_low'], row['gap_high'])}",
        words.share(row["probability_behind"]),
        trend(words, row),
        story.publisher(row["source"]),
    )


def interval(words: Words, code: str, low: float, high: float) -> str:
    """Two ends of a range."""
    return words.phrase(_("{low} to {high}"), low=words.figure(code, low), high=words.figure(code, high))


def apart(words: Words, code: str, low: float, high: float) -> str:
    """Two ends of a range of gaps; the unit stands above."""
    ends = (words.isolate(words.plain(words.points(code) * end, numerals.SIGNIFICANT)) for end in (low, high))
    return words.phrase(_("{low} to {high}"), **dict(zip(("low", "high"), ends, strict=True)))


def trend(words: Words, row: dict[str, Any]) -> str:
    """The yearly change with its interval, or nothing where there is none."""
    if row["trend"] is None:
        return ""
    code, low, high = row["indicator"], row["trend_low"], row["trend_high"]
    middle = words.phrase(_("{change} a year"), change=words.distance(code, row["trend"], signed=True))
    if low is None or high is None:
        return middle
    ends = words.phrase(_("{low} to {high}"), low=words.step(code, low), high=words.step(code, high))
    return f"{middle}\n{ends}"
