"""Outlines of a pack's units, for maps only: `boundaries.geojson`, which a pack may have and none needs.

A feature's `code` is its unit's in `units.csv`; longitude before latitude, in degrees (GeoJSON, RFC 7946).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from bothshores.catalogue.country_kinds import Outline, Unit
from bothshores.errors import CatalogueError

FILE: Final = "boundaries.geojson"
MOST_BYTES: Final = 1_000_000
"""A pack is data that everybody downloads: coarser lines will do for a map on paper."""
DEPTH: Final = {"Polygon": 1, "MultiPolygon": 2}


def outlines(text: str, where: str, units: Mapping[str, Unit]) -> tuple[Outline, ...]:
    """The outlines of a file's text. Raises CatalogueError naming the feature (1 is the first) and what is wrong."""
    if len(text.encode()) > MOST_BYTES:
        raise wrong(where, f"The file is larger than {MOST_BYTES:,} bytes.", "Simplify the lines.")
    try:
        raw = json.loads(text)
    except ValueError as error:
        raise wrong(where, f"This is no valid JSON: {error}.", "Mend the line named.") from error
    features = raw.get("features") if isinstance(raw, dict) and raw.get("type") == "FeatureCollection" else None
    if not isinstance(features, list):
        raise wrong(where, "This is no FeatureCollection with features.", "Export it as GeoJSON.")
    found: dict[str, Outline] = {}
    for number, feature in enumerate(features, start=1):
        outline = one(feature, f"{where}, feature {number}", units)
        if outline.code in found:
            raise wrong(f"{where}, feature {number}", f"code = {outline.code!r} stands there twice.", "Join the two.")
        found[outline.code] = outline
    return tuple(found.values())


def one(feature: Any, where: str, units: Mapping[str, Unit]) -> Outline:
    """One feature. Raises CatalogueError."""
    feature = feature if isinstance(feature, dict) else {}
    code, shape = str((feature.get("properties") or {}).get("code", "")), feature.get("geometry") or {}
    if code not in units:
        raise wrong(where, f"code = {code!r} is no unit of units.csv.", "Correct it, or add the unit.")
    depth = DEPTH.get(str(shape.get("type")))
    if depth is None:
        raise wrong(where, f"geometry.type = {shape.get('type')!r} is no Polygon or MultiPolygon.", "Export outlines.")
    try:
        polygons = shape["coordinates"] if depth == 2 else [shape["coordinates"]]
        rings = tuple(tuple(ring(each) for each in polygon) for polygon in polygons)
    except (KeyError, TypeError, ValueError) as error:
        said = f"geometry.coordinates are wrong: {error}."
        raise wrong(where, said, "Give closed rings of longitude and latitude.") from error
    if not rings or not all(rings):
        raise wrong(where, "geometry.coordinates are empty.", "Draw it, or leave the feature out.")
    return Outline(code, rings)


def ring(raw: Any) -> tuple[tuple[float, float], ...]:
    """A closed line. Raises ValueError where it is none, or lies outside the globe."""
    points = tuple((float(point[0]), float(point[1])) for point in raw)
    if len(points) < 4 or points[0] != points[-1]:
        raise ValueError("a ring needs four points or more, the last the same as the first")
    if outside := [point for point in points if not (-180 <= point[0] <= 180 and -90 <= point[1] <= 90)]:
        raise ValueError(f"{outside[0]} is no longitude and latitude")
    return points


def unlined(units: Mapping[str, Unit], drawn: tuple[Outline, ...]) -> Iterator[str]:
    """Codes of units without an outline, at the levels of which any has one."""
    have = {outline.code for outline in drawn}
    levels = {units[code].level for code in have}
    yield from (code for code, unit in units.items() if unit.level in levels and code not in have)


def wrong(where: str, what: str, remedy: str) -> CatalogueError:
    """An error that says what, where and what to do."""
    return CatalogueError(what, where=where, remedy=remedy)
