"""Objectives and their weights."""

from __future__ import annotations

from typing import Any

import polars as pl

from bothshores.report.age import dated, explained
from bothshores.report.blocks import Block, Paragraph
from bothshores.report.kinds import Section
from bothshores.report.story import Story
from bothshores.report.tabulate import tabulate
from bothshores.report.unserved import helps
from bothshores.vocab import gettext_noop as _


class Objectives(Section):
    """What should change, and how much each counts."""

    id = "objectives"
    label = _("Objectives")
    part = "do"
    order = 10
    reads = ("objectives",)
    empty = _("No objective has been set.")

    @staticmethod
    def blocks(story: Story) -> list[Block]:
        """The weights are a decision, and said to be one."""
        heads = (
            (_("Objective"), 5, False), (_("Weight"), 2, True), (_("Latest figure"), 3, True),
            (_("Direction"), 3, False), (_("Measures that serve it"), 11, False),
        )  # fmt: skip
        ranked = story.table("objectives").sort(["weight", "id"], descending=[True, False]).to_dicts()
        return [
            Paragraph(story.words.text(INTRODUCTION)),
            explained(
                story, tabulate(story.words, _("Objectives, by weight"), heads, (cells(story, row) for row in ranked))
            ),
            *not_behind(story, ranked),
        ]


INTRODUCTION = _(
    "Weights say how much each objective counts when money is divided. They are a decision, not a finding: the draft "
    "derives them from the needs, and objectives.csv is where you change them. Only their proportions count."
)


def not_behind(story: Story, ranked: list[dict[str, Any]]) -> list[Block]:
    """Objectives that are no need: a reader who knows the country would ask what they do here."""
    words = story.words
    ahead = set(story.table("needs").filter(pl.col("gap") <= 0)["indicator"])
    names = [words.indicator(row["indicator"]) for row in ranked if row["indicator"] in ahead]
    return [Paragraph(words.phrase(NOT_BEHIND, list=words.listed(names)), "small")] if names else []


NOT_BEHIND = _(
    "The country is not behind similar countries on: {list}. The draft adds such objectives where few needs are left "
    "that a measure is known to move, or none on mobility."
)


def cells(story: Story, row: dict[str, Any]) -> tuple[str, ...]:
    """One objective."""
    words, code = story.words, row["indicator"]
    title, label = words.text(row["title"]), words.indicator(code)
    year = dated(story, row["baseline_year"])
    baseline = "" if row["baseline"] is None else f"{words.value(code, row['baseline'])}\n{year}"
    serving = words.series(words.measure(each["id"]) for each in story.ordered if helps(each, row))
    return (
        title if title == label else f"{title}\n{label}",
        words.share(row["weight"]),
        baseline,
        words.label(row["direction"]),
        serving or words.text(_("none yet")),
    )
