"""Draw a chart: the house's look on an Altair chart, and its one specification as SVG and PNG."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import altair as alt
import vl_convert

from bothshores import registry
from bothshores.report import fonts, letters
from bothshores.report.blocks import Figure
from bothshores.report.kinds import Chart
from bothshores.report.palette import GRID, INK, LINE, MUTED, OTHER
from bothshores.report.story import Story
from bothshores.report.typeset import typeset
from bothshores.words import Words, numerals

WIDTH = 640
LINES = 2
NAME_LETTERS, NAME_WIDTH = 42, 250
"""Letters in a line of a measure's name beside a chart, so that two lines hold it in every language; its pixels."""
PIXELS_PER_INCH = 144
RIGHT_TO_LEFT_BASE, POP = "\u2067", "\u2069"
SVG_WIDTH = re.compile(r'<svg [^>]*?width="([\d.]+)"')
CLIP = re.compile(r"\bclip(\d+)\b")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart in one language: its figure for the document, and the specification it was drawn from."""

    figure: Figure
    specification: str
    language: str

    def png(self) -> bytes:
        """The same picture as an image, by the engine that sets the document: it knows weights and joined letters."""
        chart = {"language": self.language, "drawing": letters.taken(self.figure.svg)}
        return typeset("chart", chart, format="png", ppi=PIXELS_PER_INCH)


def key(entries: Mapping[str, str], words: Words, width: int = WIDTH, columns: int = 2) -> Any:
    """A key of colours by label, in the language's direction (Vega's own legends know only one)."""
    rows = -(-len(entries) // columns)
    values = [
        {"label": sign(label, words), "colour": colour, "x": number % columns / columns, "y": number // columns}
        for number, (label, colour) in enumerate(entries.items())
    ]
    mirrored = words.right_to_left
    base = alt.Chart(alt.Data(values=values)).encode(
        x=alt.X("x:Q", axis=None, scale=alt.Scale(domain=[-0.012, 1], reverse=mirrored, nice=False)),
        y=alt.Y("y:O", axis=None),
    )
    squares = base.mark_square(size=110, stroke=INK, strokeWidth=0.6, opacity=1)
    text = base.mark_text(align="right" if mirrored else "left", dx=-12 if mirrored else 12).encode(text="label:N")
    return (squares.encode(fill=alt.Fill("colour:N", scale=None)) + text).properties(width=width, height=18 * rows)


def charts() -> list[type[Chart]]:
    """Every registered chart, by id."""
    registry.load("bothshores.report.charts")
    return [Chart.members[name] for name in sorted(Chart.members)]


def draw(chart: type[Chart], story: Story) -> Drawn | None:
    """One chart in the story's language, or None where there is nothing to draw."""
    built = chart.draw(story) if any(story.table(name).height for name in chart.reads) else None
    if built is None:
        return None
    fonts.register_for_charts()
    words = story.words
    specification = styled(built, words).to_dict()
    if story.warning:
        specification["title"] = {"text": sign(story.warning, words), "anchor": "middle", "color": OTHER, "offset": 14}
    svg = vl_convert.vegalite_to_svg(specification, allowed_base_urls=[])
    title = chart.finding(story) or words.text(chart.label)
    figure = Figure(chart.id, title, chart.caption(story), chart.alt(story), tidy(svg, chart.id), width_of(svg))
    return Drawn(figure, json.dumps(specification, ensure_ascii=False, indent=1, sort_keys=True) + "\n", words.language)


def width_of(svg: str) -> float:
    """Part of the column that a drawing takes at the size it was drawn."""
    found = SVG_WIDTH.search(svg)
    return min(1.0, float(found[1]) / WIDTH) if found else 1.0


def tidy(svg: str, chart: str) -> str:
    """Clip paths named by chart and order instead of by how many were drawn before; text anchored as drawn."""
    order: dict[str, str] = {}
    named = CLIP.sub(lambda found: order.setdefault(found[0], f"{chart}-clip{len(order)}"), svg)
    return named.replace("<svg ", '<svg direction="ltr" ', 1)


def styled(built: Any, words: Words) -> Any:
    """The house's look: one font, few lines, no frame; number signs of the language."""
    axis = {
        "labelColor": MUTED, "titleColor": MUTED, "titleFontWeight": "normal", "gridColor": GRID,
        "domainColor": LINE, "tickColor": LINE, "labelFontSize": 11, "titleFontSize": 11, "labelLimit": 260,
        "titlePadding": 8,
    }  # fmt: skip
    legend = {"labelColor": INK, "labelFontSize": 11, "titleFontSize": 11, "titleColor": MUTED, "symbolSize": 90}
    return built.configure(
        font=fonts.FAMILY,
        aria=False,
        background="transparent",
        locale=numerals.d3_locale(words.language),
        view={"stroke": None},
        axis=axis,
        legend=legend | {"titleFontWeight": "normal", "labelLimit": 320},
        text={"fontSize": 11, "color": INK},
        title={"fontSize": 12, "fontWeight": 600, "color": INK, "subtitleColor": MUTED, "subtitleFontSize": 11},
    )


def sign(text: str, words: Words) -> str:
    """A text inside a chart, in the direction of its language whatever stands around it."""
    return f"{RIGHT_TO_LEFT_BASE}{text}{POP}" if words.right_to_left and text else text


def wrapped(text: str, words: Words, width: int = 36) -> list[str]:
    """A long text on two lines at most, each in its own direction."""
    lines = textwrap.wrap(text, width, max_lines=LINES, placeholder="…")
    return [sign(line, words) for line in lines or [""]]


def row_name(number: int, text: str, words: Words, width: int = 36) -> str:
    """A row's name for `names_axis`: numbered, so that two rows called the same stay two."""
    return f"{number}|" + "\n".join(wrapped(text, words, width))


def names_axis(words: Words) -> alt.Axis:
    """The axis of names beside a chart's rows, on the side where the language begins; two lines are centred."""
    two = alt.condition("indexof(datum.value, '\\n') >= 0", alt.value(-6), alt.value(0))
    return alt.Axis(
        orient="right" if words.right_to_left else "left",
        labelExpr="split(slice(datum.label, indexof(datum.label, '|') + 1), '\\n')",
        labelOffset=two,
        labelLineHeight=12,
        labelColor=INK,
        labelPadding=8,
        domain=False,
        ticks=False,
        grid=False,
    )
