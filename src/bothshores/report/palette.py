"""Every colour of pages, documents and charts: told apart in a grey print and by colour-blind readers.

Colours that carry meaning side by side differ in lightness as well as in hue, and none carries it alone: beside it
stand words, a dash, a shape or a filling. `tests/report/test_palette.py` measures all of it.
"""

from __future__ import annotations

from bothshores.vocab import RESERVE, UNALLOCATED, MoneyClass

WHITE = "#ffffff"
INK = "#1d2733"
MUTED = "#55606c"
DEEP = "#0f4c75"
AMBER = "#8a5a12"
OTHER = "#b3541e"
SAND = "#f6f3ec"
EDGE = "#c08a3e"
LINE = "#d5dae0"
GRID = "#e8ebef"
BAND = "#d9dee4"
PLAN = DEEP

CLASS_COLOURS = {
    MoneyClass.EVIDENCE.value: "#0b3c5d",
    MoneyClass.ASSUMPTION.value: "#5299be",
    MoneyClass.JUDGEMENT.value: "#93c1d8",
    MoneyClass.UNCOSTED.value: WHITE,
    RESERVE: "#8a5420",
    UNALLOCATED: "#e3dccb",
}
SIDE_BY_SIDE = {
    "money": tuple(CLASS_COLOURS.values()),
    "needs": (BAND, PLAN, OTHER),
    "outcomes": (BAND, PLAN),
}
"""Colours that a reader must tell apart, by the chart that sets them side by side."""

TEXT = {INK: (WHITE, SAND), MUTED: (WHITE,), DEEP: (WHITE, SAND), AMBER: (WHITE, SAND), OTHER: (WHITE,)}
"""Colours of letters, and what they stand on."""

PAGE = {
    "ink": INK, "muted": MUTED, "deep": DEEP, "amber": AMBER, "sand": SAND, "edge": EDGE, "line": LINE,
}  # fmt: skip
"""The colours that the templates of pages and documents use, by name."""


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def on(ground: str) -> str:
    """The colour of letters that are read best on a ground."""
    return max((INK, WHITE), key=lambda colour: contrast(colour, ground))
