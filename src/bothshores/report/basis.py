"""What the budget was derived from, and which source that figure came from."""

from __future__ import annotations

import json

import polars as pl

from bothshores.report.story import Story
from bothshores.vocab import gettext_noop as _

DECISION = "money.budget_usd"
UNOFFICIAL = {"factbook"}
"""Sources that stand in for official statistics where none is loaded."""


def budget_basis(story: Story) -> list[str]:
    """How the budget came about, and the source of the figure it is a part of, where it is one."""
    words, said = story.words, []
    for row in story.table("basis").filter(pl.col("decision") == DECISION).to_dicts():
        said.append(words.say(row["message"], row["args"]))
        source = source_of(story, json.loads(row["args"]))
        if source:
            text = OFFICIAL if source not in UNOFFICIAL else STANDS_IN
            said.append(words.phrase(text, source=story.publisher(source)))
    return said


OFFICIAL = _("That figure is from: {source}. Where an official source has it, it is preferred.")
STANDS_IN = _(
    "That figure is from: {source}. An official source would be preferred, and none that was loaded is up to "
    "date on it."
)


def source_of(story: Story, args: dict[str, str]) -> str:
    """The source of the figure that a basis names by indicator and year; empty where it names none."""
    named = {name: value.partition(":")[2] for name, value in args.items()}
    figures = story.table("figures").filter(
        pl.col("country") == story.terms.country,
        pl.col("indicator") == named.get("indicator", ""),
        pl.col("year").cast(pl.String) == named.get("year", ""),
    )
    return str(figures["source"][0]) if figures.height else ""
