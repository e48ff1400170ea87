"""The results framework."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import polars as pl

from bothshores.report.age import dated, explained
from bothshores.report.blocks import Block, Paragraph, Table
from bothshores.report.kinds import Section
from bothshores.report.story import Story
from bothshores.report.tabulate import tabulate, under_measures
from bothshores.vocab import NATIONAL
from bothshores.vocab import gettext_noop as _


class Results(Section):
    """What is measured, from which baseline to which target, by whom, how often, broken down how."""

    id = "results"
    label = _("Results framework")
    part = "known"
    order = 10
    reads = ("monitoring", "targets", "outcome_paths")
    empty = _("Nothing is monitored yet.")

    @staticmethod
    def blocks(story: Story) -> list[Block]:
        """Targets of the country as a path, then every figure that is reported."""
        return [
            *(Paragraph(story.words.text(each)) for each in (INTRODUCTION, NO_TARGET)),
            *national(story),
            framework(story),
        ]


INTRODUCTION = _(
    "A target is the middle of what the simulation expects with the plan; the range beside it holds nine of ten draws. "
    "A result inside the range is no failure, and no success of the plan alone. A baseline that nobody has measured is "
    "empty: measuring it is the first task."
)
NO_TARGET = _(
    "Where a target is missing, nothing was forecast, or the plan does not make the figure better than it is today: "
    "people decide what to aim at."
)
INTERVAL_NOTE = _("Range: nine of ten draws in the last year of the plan.")
CELL_NOTE = _("No figure is published for a group of fewer people than the smallest cell.")


def national(story: Story) -> list[Block]:
    """The path of each national indicator, with its range in the last year."""
    words, years = story.words, story.terms.years
    targets: dict[str, dict[int, float]] = {}
    for row in story.table("targets").filter(pl.col("measure") == NATIONAL).sort(["indicator", "year"]).to_dicts():
        targets.setdefault(row["indicator"], {})[row["year"]] = row["target"]
    if not targets:
        return []
    heads = ((_("Indicator"), 5, False), *((words.year(year), 2, True) for year in years), (_("Range"), 4, True))
    rows = (
        (
            f"{words.indicator(code)}\n{words.unit(code)}",
            *("" if year not in path else words.figure(code, path[year]) for year in years),
            interval(story, code),
        )
        for code, path in targets.items()
    )
    return [tabulate(words, _("Targets of the country"), heads, rows, INTERVAL_NOTE)]


def interval(story: Story, indicator: str) -> str:
    """The simulated range with the plan in the last year, empty where nothing was simulated."""
    paths = story.table("outcome_paths").filter(pl.col("indicator") == indicator, pl.col("scenario") == "with")
    if not paths.height:
        return ""
    words, last = story.words, paths.sort("year").row(-1, named=True)
    low, high = words.figure(indicator, last["low"]), words.figure(indicator, last["high"])
    return words.phrase(_("{low} to {high}"), low=low, high=high)


def framework(story: Story) -> Table:
    """Every figure reported, those of the country first, then by measure."""
    heads = (
        (_("What is measured"), 5, False), (_("Baseline"), 3, True), (_("Target"), 3, True),
        (_("Source and frequency"), 5, False), (_("Who reports it"), 4, False), (_("Broken down by"), 5, False),
    )  # fmt: skip
    return explained(story, tabulate(story.words, _("Figures reported"), heads, framework_rows(story), CELL_NOTE))


def framework_rows(story: Story) -> Iterator[tuple[str, ...]]:
    """The framework's rows, each measure's under its title."""
    ends = last_targets(story)
    order = {code: place for place, code in enumerate([NATIONAL, *(row["id"] for row in story.ordered)])}
    rows = sorted(
        story.rows("monitoring"),
        key=lambda row: (order.get(row["measure"], len(order)), row["measure"], row["level"], row["indicator"]),
    )
    return under_measures(
        story.words, rows, lambda row: cells(story, row, ends.get((row["measure"], row["indicator"])))
    )


def last_targets(story: Story) -> dict[tuple[str, str], tuple[int, float]]:
    """Year and value of the last target of each measure and indicator."""
    rows = story.table("targets").sort("year").to_dicts()
    return {(row["measure"], row["indicator"]): (row["year"], row["target"]) for row in rows}


def cells(story: Story, row: dict[str, Any], target: tuple[int, float] | None) -> tuple[str, ...]:
    """One figure."""
    words, code = story.words, row["indicator"]
    breakdowns = [words.label(each) for each in row["breakdowns"].split()]
    smallest = words.phrase(_("smallest cell: {number}"), number=words.whole(row["smallest_cell"]))
    year = dated(story, row["baseline_year"])
    baseline = "" if row["baseline"] is None else f"{words.figure(code, row['baseline'])}\n{year}"
    return (
        f"{words.indicator(code)}\n{words.unit(code)}",
        baseline,
        "" if target is None else f"{words.figure(code, target[1])}\n{words.year(target[0])}",
        f"{story.publisher(row['data_source'])}\n{words.text(row['frequency'])}",
        words.text(row["owner"]),
        f"{words.listed(breakdowns) if breakdowns else words.text(_('not broken down'))}\n{smallest}",
    )
