"""Outcome paths without and with the plan."""

from __future__ import annotations

from typing import Any

import altair as alt
import polars as pl

from bothshores.report.drawing import WIDTH, sign, wrapped
from bothshores.report.kinds import Chart
from bothshores.report.outlook import outlooks
from bothshores.report.palette import BAND, INK, MUTED, PLAN
from bothshores.report.story import Story
from bothshores.vocab import gettext_noop as _
from bothshores.words import unit_of
from bothshores.words.units import PERCENTAGES

PANELS = 6
COLUMNS = 2
YEARS_BACK = 12
PANEL_WIDTH, PANEL_HEIGHT = (WIDTH - 120) // COLUMNS, 120
MILLION = 1_000_000
EDGES = {"without": MUTED, "with": PLAN}
DASHES = {"without": [5, 3], "with": [1, 0]}
"""Colour and dash of a scenario's middle and of the ends of its range: the dash tells them apart without colour."""


class Outcomes(Chart):
    """Small pictures, one an objective: figures so far, then ranges and middles without and with the plan."""

    id = "outcomes"
    label = _("Objectives, without and with the plan")
    reads = ("outcome_paths", "objectives")

    @staticmethod
    def draw(story: Story) -> Any | None:
        """Panels side by side, each with its own scale."""
        names = [each.indicator for each in outlooks(story)][:PANELS]
        if not names:
            return None
        panels = in_rows([panel(story, name) for name in names], mirrored=story.words.right_to_left)
        return alt.concat(*panels, columns=COLUMNS, spacing={"row": 26, "column": 34})

    @staticmethod
    def finding(story: Story) -> str:
        """The objective in which the plan shows most, or that it hardly shows."""
        words, shown = story.words, outlooks(story)[:PANELS]
        most = max(shown, key=lambda each: each.visible)
        if most.hardly:
            return words.text(_("The plan hardly shows in any of these national figures"))
        return words.phrase(
            _("The plan shows most in {indicator}: {with} in {year}, and {without} without it"),
            **{
                "indicator": words.indicator(most.indicator), "year": words.year(most.year),
                "with": words.value(most.indicator, most.with_plan),
                "without": words.value(most.indicator, most.without),
            },
        )  # fmt: skip

    @staticmethod
    def caption(story: Story) -> str:
        """How to read it."""
        return story.words.text(CAPTION)

    @staticmethod
    def alt(story: Story) -> str:
        """Each objective's last year."""
        words = story.words
        said = [
            words.phrase(
                _("{indicator}, {year}: {without} without the plan, {with} with it"),
                **{
                    "indicator": words.indicator(each.indicator), "year": words.year(each.year),
                    "without": words.figure(each.indicator, each.without),
                    "with": words.figure(each.indicator, each.with_plan),
                },
            )
            for each in outlooks(story)[:PANELS]
        ]  # fmt: skip
        return words.phrase(_("Line charts of the objectives. {list}."), list="; ".join(said))


CAPTION = _(
    "Points: figures so far. Dashed line and grey range: without the plan. Full line and blue range: with the plan. "
    "Each range holds nine of ten draws. Where the lines lie together, the plan does not move the national figure."
)


def in_rows(panels: list[Any], *, mirrored: bool) -> list[Any]:
    """Panels row by row; mirrored, each row begins on the right, and what is missing in the last is left blank."""
    if not mirrored:
        return panels
    blank = alt.Chart(alt.Data(values=[{}])).mark_point(opacity=0).properties(width=PANEL_WIDTH, height=PANEL_HEIGHT)
    full = [*panels, *[blank] * (-len(panels) % COLUMNS)]
    return [each for at in range(0, len(full), COLUMNS) for each in reversed(full[at : at + COLUMNS])]


def panel(story: Story, indicator: str) -> Any:
    """One objective."""
    words = story.words
    mirrored = words.right_to_left
    factor, unit = scale_of(story, indicator)
    before, paths = so_far(story, indicator, factor), simulated(story, indicator, factor)
    years = [row["year"] for row in [*before, *paths]]
    axis = alt.Axis(format="d", grid=False, tickCount=5, labelAngle=0, values=ticks(min(years), max(years)))
    x = alt.X(
        "year:Q", title=None, axis=axis, scale=alt.Scale(reverse=mirrored, domain=[min(years), max(years)], nice=False)
    )
    y_axis = alt.Axis(
        orient="right" if mirrored else "left", tickCount=4, format=",.6~f", minExtent=46, maxExtent=46, labelBound=True
    )
    y = alt.Y("mean:Q", title=None, axis=y_axis, scale=alt.Scale(zero=False, nice=False, padding=6))
    layers = [range_of(paths, "without", BAND, 1.0, x), range_of(paths, "with", PLAN, 0.28, x)]
    layers += [line_of(paths, scenario, x, y) for scenario in EDGES]
    points = alt.Chart(alt.Data(values=before)).mark_point(filled=True, size=26, color=INK, opacity=1).encode(x=x, y=y)
    title = alt.TitleParams(
        wrapped(words.indicator(indicator), words), subtitle=sign(unit, words), anchor="end"
        if mirrored else "start", offset=8,
    )  # fmt: skip
    return alt.layer(*layers, points).properties(width=PANEL_WIDTH, height=PANEL_HEIGHT, title=title)


def so_far(story: Story, indicator: str, factor: float) -> list[dict[str, float]]:
    """The country's own figures of the last years before the plan."""
    mine = story.table("figures").filter(
        pl.col("country") == story.terms.country,
        pl.col("indicator") == indicator,
        pl.col("status") != "projected",
        pl.col("year") >= story.terms.first_year - YEARS_BACK,
    )
    return [
        {"year": year, "mean": factor * value} for year, value in mine.sort("year").select("year", "value").iter_rows()
    ]


def simulated(story: Story, indicator: str, factor: float) -> list[dict[str, Any]]:
    """Both paths."""
    mine = story.table("outcome_paths").filter(pl.col("indicator") == indicator).sort(["scenario", "year"])
    return [
        {"year": row["year"], "scenario": str(row["scenario"])}
        | {name: factor * row[name] for name in ("mean", "low", "high")}
        for row in mine.to_dicts()
    ]


def ticks(first: int, last: int) -> list[int]:
    """Years that are written under the axis: every fifth, and the last."""
    return [*(year for year in range(first, last - 1) if year % 5 == 0), last]


def scale_of(story: Story, indicator: str) -> tuple[float, str]:
    """What figures are multiplied by on the axis, and its unit: percent for shares, millions for what is large."""
    words = story.words
    if unit_of(indicator) in PERCENTAGES:
        return 100.0, words.unit(indicator)
    largest = story.table("outcome_paths").filter(pl.col("indicator") == indicator)["high"].abs().max()
    if isinstance(largest, float) and largest >= MILLION:
        return 1 / MILLION, words.phrase(_("millions of {unit}"), unit=words.unit(indicator))
    return 1.0, words.unit(indicator)


def range_of(paths: list[dict[str, Any]], scenario: str, colour: str, opacity: float, x: Any) -> Any:
    """The 90% range of one scenario."""
    rows = alt.Data(values=[row for row in paths if row["scenario"] == scenario])
    low, high = alt.Y("low:Q", title=None), alt.Y("high:Q", title=None)
    base = alt.Chart(rows).encode(x=x)
    edge = base.mark_line(color=EDGES[scenario], strokeWidth=0.8, strokeDash=DASHES[scenario])
    area = base.mark_area(color=colour, opacity=opacity).encode(y=low, y2="high:Q")
    return area + edge.encode(y=low) + edge.encode(y=high)


def line_of(paths: list[dict[str, Any]], scenario: str, x: Any, y: Any) -> Any:
    """The middle of one scenario."""
    rows = alt.Data(values=[row for row in paths if row["scenario"] == scenario])
    return alt.Chart(rows).mark_line(color=EDGES[scenario], strokeDash=DASHES[scenario], strokeWidth=2).encode(x=x, y=y)
