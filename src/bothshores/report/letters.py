"""Take the letters out of a drawing, so that the document engine sets them itself.

The engines of drawings tear Devanagari syllables apart and cannot map joined Arabic back to letters; the engine of
documents does both right, and its letters can be searched and read aloud.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, Final
from xml.etree import ElementTree

from bothshores.report.palette import INK

SVG: Final = "http://www.w3.org/2000/svg"
MOVE: Final = re.compile(r"translate\(\s*([-\d.e]+)[\s,]+([-\d.e]+)\s*\)")
TURN: Final = re.compile(r"rotate\(\s*([-\d.e]+)\s*\)")
LENGTH: Final = re.compile(r"[\d.]+")
BOLD_FROM: Final = 600


@dataclass(frozen=True, slots=True)
class Line:
    """One line of letters: where its baseline begins, ends or has its middle (`anchor`), in the drawing's pixels."""

    text: str
    x: float
    y: float
    anchor: str
    size: float
    bold: bool
    fill: str
    turn: float


def taken(svg: str) -> dict[str, Any]:
    """A drawing without its letters, its width and height in pixels, and the letters line by line."""
    ElementTree.register_namespace("", SVG)
    root = ElementTree.fromstring(svg)
    lines = [asdict(line) for line in gathered(root, 0.0, 0.0)]
    for parent in list(root.iter()):
        for text in parent.findall(f"{{{SVG}}}text"):
            parent.remove(text)
    return {
        "svg": ElementTree.tostring(root, encoding="unicode"),
        "wide": float(root.get("width", "0")), "high": float(root.get("height", "0")), "lines": lines,
    }  # fmt: skip


def gathered(node: ElementTree.Element, x: float, y: float) -> Iterator[Line]:
    """Every line below a node that stands at x and y."""
    if node.get("display") == "none":
        return
    across, down = moved(node)
    for child in node:
        if child.tag == f"{{{SVG}}}text":
            yield from lines_of(child, x + across, y + down)
        else:
            yield from gathered(child, x + across, y + down)


def moved(node: ElementTree.Element) -> tuple[float, float]:
    """How far a node's transform moves it."""
    found = MOVE.search(node.get("transform", ""))
    return (float(found[1]), float(found[2])) if found else (0.0, 0.0)


def lines_of(node: ElementTree.Element, x: float, y: float) -> Iterator[Line]:
    """The lines of one text; each `tspan` begins a line that much lower."""
    if node.get("display") == "none" or float(node.get("opacity", "1")) == 0:
        return
    across, down = moved(node)
    turn = TURN.search(node.get("transform", ""))
    size, weight = float(LENGTH.findall(node.get("font-size", "11"))[0]), node.get("font-weight", "normal")
    bold = weight == "bold" or (weight.isdigit() and int(weight) >= BOLD_FROM)
    parts, below = [(node.text or "", 0.0)] if node.text else [], 0.0
    for span in node:
        below += float(span.get("dy", "0"))
        parts.append((span.text or "", below))
    for text, lower in parts:
        yield Line(
            text, x + across, y + down + lower, node.get("text-anchor", "start"), size, bold,
            node.get("fill", INK), float(turn[1]) if turn else 0.0,
        )  # fmt: skip
