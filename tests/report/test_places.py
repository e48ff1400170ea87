"""A map is drawn where a pack has outlines, and nowhere else; it says that it endorses nothing."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import small_plan

from bothshores.catalogue.countries import pack
from bothshores.catalogue.country_boundaries import outlines
from bothshores.report import drawing
from bothshores.report.charts import places
from bothshores.report.story import Story
from bothshores.words import Words


def story(language: str = "en", country: str = "SLV") -> Story:
    terms = dataclasses.replace(small_plan.TERMS, country=country)
    return Story({"measures": small_plan.measures({"id": "m"})}, terms, Words(language))


def with_outlines(monkeypatch, text: str) -> None:
    bare = pack("SLV")
    drawn = outlines(text, "pack", {unit.code: unit for unit in bare.units})
    monkeypatch.setattr(
        places, "pack", lambda _c: dataclasses.replace(bare, outlines=drawn, outlines_source="factbook")
    )


def test_without_outlines_there_is_no_map():
    assert drawing.draw(places.Places, story()) is None
    assert drawing.draw(places.Places, story(country="GHA")) is None


def test_a_map_names_its_places_and_endorses_nothing(monkeypatch):
    square = [[-89, 13], [-88, 13], [-88, 14], [-89, 13]]
    feature = {
        "type": "Feature",
        "properties": {"code": "SV01"},
        "geometry": {"type": "Polygon", "coordinates": [square]},
    }
    with_outlines(monkeypatch, json.dumps({"type": "FeatureCollection", "features": [feature]}))
    figure = drawing.draw(places.Places, story()).figure
    assert "Ahuachapán" in figure.svg and "Ahuachapán" in figure.alt
    assert "World Factbook" in figure.caption and "endorse no claim" in figure.caption


def test_official_outlines_of_a_whole_country_are_drawn(data_folder: Path, monkeypatch):
    raw = json.loads((data_folder / "places/slv/natural_earth_admin1.geojson").read_text(encoding="utf-8"))
    codes = {unit.iso: unit.code for unit in pack("SLV").units if unit.iso}
    for feature in raw["features"]:
        feature["properties"]["code"] = codes[feature["properties"]["iso_3166_2"]]
    with_outlines(monkeypatch, json.dumps(raw))
    drawn = drawing.draw(places.Places, story("ar"))
    assert drawn.png()[:4] == b"\x89PNG"
    assert all(unit.name in drawn.figure.svg for unit in pack("SLV").units if unit.level == 1)
