"""What calls a review."""

from __future__ import annotations

from typing import Any

import polars as pl

from bothshores.report.blocks import Block, Bullets, Paragraph
from bothshores.report.kinds import Section
from bothshores.report.story import Story
from bothshores.report.tabulate import tabulate
from bothshores.vocab import NATIONAL
from bothshores.vocab import gettext_noop as _
from bothshores.words import Words, unit_of


class Triggers(Section):
    """Lines that, once crossed, bring a measure or target back to the table."""

    id = "triggers"
    label = _("What calls a review")
    part = "known"
    order = 50
    reads = ("triggers",)
    empty = _("No line has been drawn: nothing was simulated to draw it from.")

    @staticmethod
    def blocks(story: Story) -> list[Block]:
        """Lines by indicator and year, then what follows when one is crossed."""
        words, every = story.words, story.table("triggers").sort(["year", "indicator", "id"])
        found = every.filter(pl.col("measure") == NATIONAL)
        heads = ((_("Indicator"), 8, False), (_("Year"), 2, True), (_("If below"), 3, True), (_("If above"), 3, True))
        follows = dict.fromkeys((row["action"], row["owner"]) for row in found.to_dicts())
        return [
            Paragraph(words.text(INTRODUCTION)),
            tabulate(words, _("Lines that call a review"), heads, lines(story, found.to_dicts())),
            Paragraph(words.text(_("What follows when a line is crossed:"))),
            Bullets(
                tuple(
                    words.phrase(_("{action} Called by: {owner}."), action=words.text(action), owner=words.text(owner))
                    for action, owner in follows
                )
            ),
            *of_measures(story, every.filter(pl.col("measure") != NATIONAL)),
        ]


INTRODUCTION = _("The lines are the ends of the simulated ranges: a figure beyond them would surprise the plan.")


def of_measures(story: Story, found: pl.DataFrame) -> list[Block]:
    """The next check of each measure's own numbers, as drawn for its first year with money."""
    words = story.words
    first = found.filter(pl.col("year") == pl.col("year").min().over("measure")).sort("measure", "check_on", "id")
    if first.is_empty():
        return []
    heads = ((_("Measure and owner"), 5, False), (_("Check on"), 3, False), (_("If"), 4, False), (_("Then"), 6, False))
    sides = {"below": _("{indicator} below {line}"), "above": _("{indicator} above {line}")}
    rows = (
        (
            f"{words.measure(row['measure'])}\n{words.text(row['owner'])}",
            words.date(row["check_on"]),
            words.phrase(
                sides[row["crossed"]],
                indicator=words.indicator(row["indicator"]),
                line=line(words, row),
            ),
            words.text(row["action"]),
        )
        for row in first.iter_rows(named=True)
    )
    return [tabulate(words, _("Lines of each measure in its first year"), heads, rows, LATER)]


def line(words: Words, row: dict[str, Any]) -> str:
    """Where the line is, in its unit; that people are counted in persons is said by the indicator's name."""
    code, threshold = row["indicator"], row["threshold"]
    writers = {"persons": words.number, "usd": words.usd}
    written = writers.get(unit_of(code))
    return written(threshold) if written else words.value(code, threshold)


LATER = _("The lines of later years are in triggers.csv.")


def lines(story: Story, rows: list[dict[str, Any]]) -> list[tuple[str, ...]]:
    """One row an indicator and year, with the line below and the line above."""
    words = story.words
    found: dict[tuple[str, int], dict[str, str]] = {}
    for row in rows:
        line = words.figure(row["indicator"], row["threshold"])
        found.setdefault((row["indicator"], row["year"]), {})[row["crossed"]] = line
    return [
        (
            f"{words.indicator(code)}\n{words.unit(code)}",
            words.year(year),
            ends.get("below", "–"),
            ends.get("above", "–"),
        )
        for (code, year), ends in found.items()
    ]
