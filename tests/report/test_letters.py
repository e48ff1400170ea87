"""A drawing's letters are taken out with their places, and nothing else changes."""

from __future__ import annotations

import re

from bothshores.report import letters

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><g transform="translate(10,20)">'
    '<rect width="5" height="5"/><g transform="translate(1.5,-2)">'
    '<text text-anchor="end" transform="translate(3,4)" font-size="11px" font-weight="600" fill="#123456">'
    '<tspan>महिलाको</tspan><tspan x="0" dy="12">रोजगार</tspan></text>'
    '<text transform="translate(0,0) rotate(-90)" font-size="9px">y &amp; z</text>'
    '<text opacity="0">unseen</text></g></g></svg>'
)


def test_lines_stand_where_they_were_drawn():
    found = letters.taken(SVG)["lines"]
    assert [(line["text"], line["x"], line["y"]) for line in found] == [
        ("महिलाको", 14.5, 22.0), ("रोजगार", 14.5, 34.0), ("y & z", 11.5, 18.0),
    ]  # fmt: skip
    first, _second, turned = found
    assert (first["anchor"], first["size"], first["bold"], first["fill"]) == ("end", 11.0, True, "#123456")
    assert (turned["turn"], turned["bold"], turned["anchor"]) == (-90.0, False, "start")


def test_what_is_left_has_no_letters_and_the_same_shapes():
    found = letters.taken(SVG)
    assert "<text" not in found["svg"]
    assert re.search(r'<rect width="5" height="5" ?/>', found["svg"])
    assert (found["wide"], found["high"]) == (200.0, 100.0)
