"""What the plan is expected to change."""

from __future__ import annotations

from typing import Any

import polars as pl

from bothshores.report.blocks import Block, Bullets, Heading, Paragraph, Table
from bothshores.report.changes import unmoved
from bothshores.report.kinds import Section
from bothshores.report.outlook import HARDLY, PARTLY, Outlook, outlooks
from bothshores.report.story import Story
from bothshores.report.tabulate import tabulate
from bothshores.vocab import gettext_noop as _
from bothshores.words import Words


class Outcomes(Section):
    """Paths without and with the plan, and what each measure adds."""

    id = "outcomes"
    label = _("Expected outcomes")
    part = "change"
    order = 10
    reads = ("outcome_paths", "objectives", "contributions", "plan_changes", "forecasts")
    empty = _("No outcome could be simulated: no indicator has both a forecast and an effect of a measure.")

    @staticmethod
    def blocks(story: Story) -> list[Block]:
        """Picture, table, parts of each measure, and what has no forecast."""
        words = story.words
        return [
            Paragraph(words.text(INTRODUCTION)),
            *story.figure("outcomes"),
            last_year(story),
            *unmoved(story),
            *contributions(story),
            *silent(story),
        ]


INTRODUCTION = _(
    "A measure changes a national figure only as far as it reaches people: effect for a person, times people reached, "
    "divided by the population. The shaded range holds nine of ten draws; it counts the forecast, the effects, their "
    "transfer from another country, and the costs."
)


def last_year(story: Story) -> Table:
    """Each objective in the plan's last year."""
    heads = (
        (_("Indicator"), 5, False), (_("Year"), 2, True), (_("Without the plan"), 3, True),
        (_("With the plan"), 4, True), (_("The plan's part"), 4, True),
        (_("Will it show in the national figure?"), 4, False),
    )  # fmt: skip
    rows = (outlook_cells(story, each) for each in outlooks(story))
    return tabulate(story.words, _("Objectives at the end of the plan"), heads, rows, SHOW_NOTE)


SHOW_NOTE = _(
    "Hardly: the plan's part is less than a quarter of the width of the forecast's range, so that chance will hide it "
    "in the national figure; it can still be seen in the people reached."
)


def outlook_cells(story: Story, each: Outlook) -> tuple[str, ...]:
    """One objective."""
    words, code = story.words, each.indicator
    range_ = words.phrase(_("{low} to {high}"), low=words.figure(code, each.low), high=words.figure(code, each.high))
    return (
        f"{words.indicator(code)}\n{words.unit(code)}",
        words.year(each.year),
        words.figure(code, each.without),
        f"{words.figure(code, each.with_plan)}\n{range_}",
        plans_part(story, each),
        words.text(shows(each)),
    )


def plans_part(story: Story, each: Outlook) -> str:
    """What the plan adds, with the range of its effects alone, as page one has it; else as the two paths differ."""
    words, known = story.words, story.table("plan_changes").filter(pl.col("indicator") == each.indicator).to_dicts()
    if not known:
        return words.change(each.indicator, each.change)
    return f"{words.change(each.indicator, known[0]['mean'])}\n{ends(words, known[0])}"


def ends(words: Words, row: dict[str, Any]) -> str:
    """Two ends of the range of a change."""
    code = row["indicator"]
    return words.phrase(_("{low} to {high}"), low=words.step(code, row["low"]), high=words.step(code, row["high"]))


def shows(each: Outlook) -> str:
    """Whether the plan's part can be told from chance."""
    if each.visible < HARDLY:
        return _("hardly")
    return _("in part") if each.visible < PARTLY else _("yes")


def contributions(story: Story) -> list[Block]:
    """What each measure adds in the last year."""
    found = story.table("contributions").sort(["indicator", "measure"]).to_dicts()
    if not found:
        return [Paragraph(story.words.text(_("No measure has an effect that may be counted, so none adds a change.")))]
    heads = (
        (_("Measure"), 6, False), (_("Indicator"), 5, False), (_("People reached"), 3, True), (_("Change"), 5, True),
        (_("Probability that it improves"), 3, True),
    )  # fmt: skip
    rows = (contribution_cells(story, row) for row in found)
    caption = _("What each measure adds in the plan's last year")
    return [tabulate(story.words, caption, heads, rows, _("Second line of a change: nine of ten draws lie between."))]


def contribution_cells(story: Story, row: dict[str, Any]) -> tuple[str, ...]:
    """One measure on one indicator."""
    words, code = story.words, row["indicator"]
    return (
        words.measure(row["measure"]),
        words.indicator(code),
        words.whole(row["reached"]),
        f"{words.change(code, row['mean'])}\n{ends(words, row)}",
        words.share(row["probability_improves"]),
    )


def silent(story: Story) -> list[Block]:
    """Indicators without a forecast, and why."""
    words = story.words
    said = {
        row["indicator"]: words.say(row["message"], row["args"])
        for row in story.table("forecasts").sort(["indicator", "year"]).to_dicts()
        if row["model"] == "no_forecast"
    }
    if not said:
        return []
    lines = tuple(
        words.phrase(_("{name}: {text}"), name=words.indicator(code), text=text) for code, text in said.items()
    )
    return [Heading(words.text(_("No forecast"))), Bullets(lines)]
