"""Draw a chart: the house's look on an Altair chart, and its one specification as SVG and PNG.

Colours differ in lightness as well as in hue, so that they survive a grey print and colour blindness.
"""

from __future__ import annotations

import importlib.resources
import json
import re
import textwrap
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import vl_convert

from bothshores import registry
from bothshores.report import numerals
from bothshores.report.blocks import Figure
from bothshores.report.kinds import Chart
from bothshores.report.story import Story
from bothshores.report.words import Words
from bothshores.vocab import RESERVE, UNALLOCATED

FONTS = ("fontpkg_noto_sans", "fontpkg_noto_sans_arabic", "fontpkg_noto_sans_devanagari")
FAMILY = "Noto Sans, Noto Sans Arabic, Noto Sans Devanagari, sans-serif"
INK, MUTED, LINE, BAND, PLAN, OTHER = "#1d2733", "#5b6673", "#c9d0d8", "#d9dee4", "#0f4c75", "#b3541e"
CLASS_COLOURS = {
    "evidence": "#0f4c75",
    "assumption": "#4f94b8",
    "judgement": "#a9cfe0",
    "uncosted": "#ffffff",
    RESERVE: "#c08a3e",
    UNALLOCATED: "#e7e3da",
}
WIDTH = 520
PNG_SCALE = 2.0
RIGHT_TO_LEFT_BASE, POP = "\u2067", "\u2069"
CLIP = re.compile(r"\bclip(\d+)\b")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart in one language: its figure for the document, and the specification it was drawn from."""

    figure: Figure
    specification: str

    def png(self) -> bytes:
        """The same picture as an image."""
        return bytes(vl_convert.svg_to_png(self.figure.svg, scale=PNG_SCALE))


def font_folders() -> list[str]:
    """Where the fonts of charts and documents lie."""
    return [str(Path(str(importlib.resources.files(package).joinpath("files")))) for package in FONTS]


@cache
def register_fonts() -> None:
    """Make the fonts known to the converter, once."""
    for folder in font_folders():
        vl_convert.register_font_directory(folder)


def charts() -> list[type[Chart]]:
    """Every registered chart, by id."""
    registry.load("bothshores.report.charts")
    return [Chart.members[name] for name in sorted(Chart.members)]


def draw(chart: type[Chart], story: Story) -> Drawn | None:
    """One chart in the story's language, or None where there is nothing to draw."""
    built = chart.draw(story) if any(story.table(name).height for name in chart.reads) else None
    if built is None:
        return None
    register_fonts()
    words = story.words
    specification = styled(built, words).to_dict()
    svg = vl_convert.vegalite_to_svg(specification, allowed_base_urls=[])
    figure = Figure(chart.id, words.text(chart.label), chart.caption(story), chart.alt(story), tidy(svg, chart.id))
    return Drawn(figure, json.dumps(specification, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


def tidy(svg: str, chart: str) -> str:
    """Clip paths named by chart and order instead of by how many were drawn before; text anchored as drawn."""
    order: dict[str, str] = {}
    named = CLIP.sub(lambda found: order.setdefault(found[0], f"{chart}-clip{len(order)}"), svg)
    return named.replace("<svg ", '<svg direction="ltr" ', 1)


def styled(built: Any, words: Words) -> Any:
    """The house's look: one font, few lines, no frame; number signs of the language."""
    axis = {
        "labelColor": MUTED, "titleColor": MUTED, "titleFontWeight": "normal", "gridColor": "#e8ebef",
        "domainColor": LINE, "tickColor": LINE, "labelFontSize": 11, "titleFontSize": 11, "labelLimit": 260,
        "titlePadding": 8,
    }  # fmt: skip
    legend = {"labelColor": INK, "labelFontSize": 11, "titleFontSize": 11, "titleColor": MUTED, "symbolSize": 90}
    return built.configure(
        font=FAMILY,
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


def wrapped(text: str, words: Words, width: int = 34) -> str:
    """A long label on several lines, each in its own direction; axes split it at the line ends."""
    return "\n".join(sign(line, words) for line in textwrap.wrap(text, width) or [""])


SPLIT = "split(datum.label, '\\n')"
"""How an axis shows a wrapped label."""


def sides(words: Words) -> tuple[str, str, bool]:
    """Where a line starts and ends, and whether the horizontal axis is mirrored."""
    return ("right", "left", True) if words.right_to_left else ("left", "right", False)
