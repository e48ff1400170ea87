"""Assumptions to correct."""

from __future__ import annotations

from typing import Any

from bothshores.catalogue import indicators
from bothshores.report.blocks import Block, Paragraph
from bothshores.report.kinds import Section
from bothshores.report.story import Story
from bothshores.report.tabulate import tabulate, under_measures
from bothshores.vocab import gettext_noop as _


class Assumptions(Section):
    """Values nobody has published for this country, wide on purpose."""

    id = "assumptions"
    label = _("Assumptions to correct")
    part = "rests"
    order = 20
    reads = ("assumptions",)
    empty = _("The plan rests on no assumed value.")

    @staticmethod
    def blocks(story: Story) -> list[Block]:
        """Each with its range and what it is taken from."""
        words = story.words
        heads = (
            (_("What is assumed"), 5, False), (_("Low"), 2, True), (_("Central"), 2, True),
            (_("High"), 2, True), (_("By analogy with, and why"), 10, False), (_("Corrected by"), 3, False),
        )  # fmt: skip
        found = story.table("assumptions").sort(["measure", "id"]).to_dicts()
        rows = under_measures(words, found, lambda row: assumption(story, row))
        return [Paragraph(words.text(INTRODUCTION)), tabulate(words, _("Assumed values"), heads, rows, NOTE)]


INTRODUCTION = _(
    "Nobody has published these values for this country. A local figure is better than any analogy: put it into "
    "assumptions.csv with its source, draft again, and the money moves with it."
)
NOTE = _("One value in twenty is expected below the low end and one in twenty above the high end.")


def assumption(story: Story, row: dict[str, Any]) -> tuple[str, ...]:
    """One assumed value."""
    words = story.words
    return (
        f"{parameter(story, row['parameter'])}\n{words.text(row['unit'])}",
        words.number(row["low"]),
        words.number(row["central"]),
        words.number(row["high"]),
        words.text(row["by_analogy_with"]),
        words.text(row["corrected_by"]) or words.text(_("nobody yet")),
    )


def parameter(story: Story, code: str) -> str:
    """What is assumed, in words; `take_up_unemployment_rate_e061` is the take-up behind one effect on one indicator."""
    words = story.words
    for name in ("take_up", "base_share", "persistence"):
        if code.startswith(f"{name}_"):
            indicator, _bar, effect = code.removeprefix(f"{name}_").rpartition("_")
            if indicator in indicators():
                return words.phrase(
                    _("{name} ({indicator}, {effect})"),
                    name=words.label(name),
                    indicator=words.indicator(indicator),
                    effect=effect.upper(),
                )
            return words.phrase(_("{name} ({kind})"), name=words.label(name), kind=words.label(effect))
    return words.label(code)
