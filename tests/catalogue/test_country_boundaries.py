"""Outlines of a pack: read where they are whole, refused by feature where they are not, and listed where they lack."""

from __future__ import annotations

import json

import pytest
from catalogue.test_countries import texts

from bothshores.catalogue.countries import of_texts
from bothshores.catalogue.country_boundaries import FILE
from bothshores.catalogue.country_gaps import gaps
from bothshores.errors import CatalogueError

SQUARE = [[84, 28], [85, 28], [85, 29], [84, 28]]
HEAD = '\n[boundaries]\nsource = "drawn"\n\n[sources.drawn]\ntext = "Drawn"\nopened = true\ndate = "2026"\n'


def feature(code="NP01", kind="Polygon", coordinates=None):
    rings = [SQUARE] if coordinates is None else coordinates
    return {"type": "Feature", "properties": {"code": code}, "geometry": {"type": kind, "coordinates": rings}}


def given(*features, head=HEAD):
    whole = texts("NPL")
    drawn = json.dumps({"type": "FeatureCollection", "features": list(features)})
    return {**whole, "pack.toml": whole["pack.toml"] + head, FILE: drawn}


def test_outlines_are_read_by_unit_and_what_lacks_is_listed():
    found = of_texts(given(feature(), feature("NP02", "MultiPolygon", [[SQUARE], [SQUARE]])), "pack")
    assert [(each.code, len(each.polygons)) for each in found.outlines] == [("NP01", 1), ("NP02", 2)]
    lines = {(row["file"], row["field"]): row for row in gaps(found)}
    assert lines[FILE, "code"]["rows"] == 5
    assert ("pack.toml", "sources.drawn.licence") in lines


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (feature("NP99"), "NP99"),
        ({}, "code"),
        (7, "code"),
        (feature(kind="Point", coordinates=[84, 28]), "geometry.type"),
        (feature(coordinates=[]), "empty"),
        (feature(coordinates=[SQUARE[:2]]), "ring"),
        (feature(coordinates=[[[84, 28], [85, 28], [85, 29], [84, 99]]]), "the same as the first"),
        (feature(coordinates=[[[284, 28], [85, 28], [85, 29], [284, 28]]]), "284"),
        (feature(coordinates=[[["a", 1]]]), "coordinates"),
        (feature(coordinates=7), "coordinates"),
        (feature("NP02"), "twice"),
    ],
)
def test_a_wrong_feature_is_named_by_file_and_number(broken, said):
    with pytest.raises(CatalogueError, match=r"pack/boundaries\.geojson, feature 2") as caught:
        of_texts(given(feature("NP02"), broken), "pack")
    assert said in str(caught.value)


@pytest.mark.parametrize("text", ["", "[]", '{"type": "FeatureCollection"}', '{"type": "Feature", "features": []}'])
def test_a_file_that_is_no_collection_is_named(text):
    with pytest.raises(CatalogueError, match=r"boundaries\.geojson"):
        of_texts({**given(), FILE: text}, "pack")


def test_outlines_without_a_source_and_a_source_without_outlines_are_refused():
    for whole in (given(feature(), head=""), {name: text for name, text in given().items() if name != FILE}):
        with pytest.raises(CatalogueError, match=r"boundaries\.source"):
            of_texts(whole, "pack")
    with pytest.raises(CatalogueError, match="nowhere"):
        of_texts(given(feature(), head=HEAD.replace('"drawn"', '"nowhere"', 1)), "pack")
