"""The country's units, where its pack has their outlines."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import altair as alt

from bothshores.catalogue.countries import pack
from bothshores.catalogue.country_kinds import Outline, Pack, Unit
from bothshores.report.drawing import WIDTH, sign
from bothshores.report.kinds import Chart
from bothshores.report.palette import DEEP, INK
from bothshores.report.story import Story
from bothshores.vocab import gettext_noop as _

HIGHEST = 620
NAMED = 40
"""More units than this are drawn without their names, which would hide each other."""


class Places(Chart):
    """Outlines with names: a map of the plan's own country alone, north above in every language."""

    id = "places"
    label = _("Where the places of this plan lie")
    reads = ("measures",)

    @staticmethod
    def draw(story: Story) -> Any | None:
        """Lines on a plane, degrees of longitude shortened as at the middle of the country."""
        found = drawn(story)
        if not found:
            return None
        shrink = math.cos(math.radians(middle([outline for _unit, outline in found])))
        lines = [point for unit, outline in found for point in points(unit, outline, shrink)]
        across, down = [point["x"] for point in lines], [point["y"] for point in lines]
        high = min(HIGHEST, WIDTH * (max(down) - min(down)) / (max(across) - min(across)))
        wide = high * (max(across) - min(across)) / (max(down) - min(down))
        x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[min(across), max(across)], nice=False))
        y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[min(down), max(down)], nice=False))
        shape = alt.Chart(alt.Data(values=lines)).mark_line(color=DEEP, strokeWidth=0.8, strokeJoin="round")
        shape = shape.encode(x=x, y=y, detail="ring:N", order="order:Q")
        names = [label(story, unit, outline, shrink) for unit, outline in found[:NAMED] if len(found) <= NAMED]
        text = alt.Chart(alt.Data(values=names)).mark_text(color=INK, fontSize=10).encode(x=x, y=y, text="name:N")
        return (shape + text).properties(width=wide, height=high)

    @staticmethod
    def caption(story: Story) -> str:
        """The source of the lines, and that they endorse nothing."""
        found = pack(story.terms.country)
        source = found.sources[found.outlines_source].reference.text if found and found.outlines else ""
        return story.words.phrase(ENDORSES_NOTHING, source=source)

    @staticmethod
    def alt(story: Story) -> str:
        """The names of the units."""
        words, found = story.words, drawn(story)
        names = words.joined(unit.name for unit, _outline in found)
        return words.phrase(_("Map of {number} places: {list}."), number=words.whole(len(found)), list=names)


ENDORSES_NOTHING = _(
    "Outlines: {source}. Lines and names on this map say nothing about whose a place is, and endorse no claim."
)


def drawn(story: Story) -> list[tuple[Unit, Outline]]:
    """The units of the highest level that has outlines."""
    found: Pack | None = pack(story.terms.country)
    if found is None or not found.outlines:
        return []
    units = {unit.code: unit for unit in found.units}
    level = min(units[outline.code].level for outline in found.outlines)
    return [(units[each.code], each) for each in found.outlines if units[each.code].level == level]


def middle(outlines: list[Outline]) -> float:
    """The latitude in the middle of all of them."""
    found = [point[1] for outline in outlines for polygon in outline.polygons for point in polygon[0]]
    return (min(found) + max(found)) / 2


def points(unit: Unit, outline: Outline, shrink: float) -> Iterator[dict[str, Any]]:
    """Every point of a unit's lines, by ring and in order."""
    for number, ring in enumerate(ring for polygon in outline.polygons for ring in polygon):
        for order, (across, down) in enumerate(ring):
            yield {"x": across * shrink, "y": down, "ring": f"{unit.code}-{number}", "order": order}


def label(story: Story, unit: Unit, outline: Outline, shrink: float) -> dict[str, Any]:
    """A unit's name at the centre of gravity of its largest part."""
    widest = max(outline.polygons, key=lambda polygon: abs(area(polygon[0])))[0]
    whole = 3 * area(widest) or 1.0
    x, y = (sum((a[side] + b[side]) * cross(a, b) for a, b in pairwise(widest)) / whole for side in (0, 1))
    return {"x": x * shrink, "y": y, "name": sign(unit.name, story.words)}


def area(ring: tuple[tuple[float, float], ...]) -> float:
    """Twice the area inside a ring, in square degrees, negative if it runs clockwise (the shoelace formula)."""
    return sum(cross(a, b) for a, b in pairwise(ring))


def cross(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The cross product of two points as vectors."""
    return a[0] * b[1] - b[0] * a[1]
