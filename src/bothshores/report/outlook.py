"""What each objective's indicator is expected to be in the plan's last year, without and with the plan."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from bothshores.report.story import Story

HARDLY, PARTLY = 0.25, 1.0
"""The plan's part over the width of the 90% interval: below the first it hardly shows, below the second in part."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """One indicator in one year; `low` and `high` are the 5% and 95% quantiles with the plan."""

    indicator: str
    year: int
    without: float
    with_plan: float
    low: float
    high: float
    width: float

    @property
    def change(self) -> float:
        """What the plan adds, in the indicator's unit."""
        return self.with_plan - self.without

    @property
    def visible(self) -> float:
        """The plan's part over the width of the interval without it."""
        return abs(self.change) / self.width if self.width else float("inf")

    @property
    def hardly(self) -> bool:
        """True if the plan's part is lost in the uncertainty of the forecast."""
        return self.visible < HARDLY


def outlooks(story: Story) -> list[Outlook]:
    """The indicators of the objectives that were simulated, in the objectives' order of weight."""
    paths = story.table("outcome_paths")
    wanted = (
        story.table("objectives")
        .sort(["weight", "id"], descending=[True, False])["indicator"]
        .unique(maintain_order=True)
    )
    found = (last_year(paths.filter(pl.col("indicator") == name)) for name in wanted)
    return [each for each in found if each is not None]


def last_year(paths: pl.DataFrame) -> Outlook | None:
    """The last year of one indicator's two paths, or None where one of them is missing."""
    rows = {str(row["scenario"]): row for row in paths.sort("year").to_dicts()}
    if len(rows) < 2:
        return None
    ours, other = rows["with"], rows["without"]
    return Outlook(
        indicator=ours["indicator"],
        year=ours["year"],
        without=other["mean"],
        with_plan=ours["mean"],
        low=ours["low"],
        high=ours["high"],
        width=other["high"] - other["low"],
    )
