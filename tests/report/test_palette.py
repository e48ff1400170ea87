"""Colours survive a grey print and colour blindness, and letters their ground.

Simulation: G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color
Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (6), 2009, matrices of severity 1.0, on
linear RGB. Difference: CIE 1976 in L*a*b*, under D65. Grey: the difference in L* alone.
"""

from __future__ import annotations

import itertools
import re
from importlib.resources import files

import numpy as np
import pytest

from bothshores.report import palette

SEEN = {
    "normal": np.eye(3),
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
LEAST = 12.0
"""About five times what an eye just tells apart when two colours touch (2.3)."""
READABLE = 4.5
"""WCAG 2.2, success criterion 1.4.3, for text of any size."""
TO_XYZ = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
D65 = [0.95047, 1.0, 1.08883]
PAIRS = [
    pytest.param(*pair, id=f"{chart} {pair[0]} {pair[1]}")
    for chart, colours in palette.SIDE_BY_SIDE.items()
    for pair in itertools.combinations(colours, 2)
]


def linear(colour: str) -> np.ndarray:
    parts = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(rgb: np.ndarray) -> np.ndarray:
    ratio = np.array(TO_XYZ) @ np.clip(rgb, 0, 1) / D65
    x, y, z = np.where(ratio > (6 / 29) ** 3, np.cbrt(ratio), ratio / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def test_the_simulation_is_the_published_one():
    """Grey stays grey for everybody, and red is dark to those without its cones."""
    for matrix in SEEN.values():
        assert np.allclose(np.array(matrix) @ [0.5, 0.5, 0.5], 0.5, atol=1e-5)
    red = linear("#ff0000")
    assert lab(np.array(SEEN["protan"]) @ red)[0] < lab(red)[0] - 5
    assert lab(linear("#ffffff")) == pytest.approx([100, 0, 0], abs=0.05)


@pytest.mark.parametrize(("one", "other"), PAIRS)
@pytest.mark.parametrize("eye", SEEN)
def test_colours_that_mean_something_are_told_apart(one, other, eye):
    seen = [lab(np.array(SEEN[eye]) @ linear(colour)) for colour in (one, other)]
    assert np.linalg.norm(seen[0] - seen[1]) >= LEAST


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_they_are_told_apart_in_grey(one, other):
    assert abs(lab(linear(one))[0] - lab(linear(other))[0]) >= LEAST


@pytest.mark.parametrize(("letters", "ground"), [(text, each) for text, on in palette.TEXT.items() for each in on])
def test_letters_are_read_on_their_ground(letters, ground):
    assert palette.contrast(letters, ground) >= READABLE


@pytest.mark.parametrize("ground", palette.CLASS_COLOURS.values())
def test_letters_inside_a_bar_are_read(ground):
    assert palette.contrast(palette.on(ground), ground) >= READABLE


def test_contrast_is_that_of_the_standard():
    assert palette.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert palette.contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_no_colour_stands_outside_the_palette():
    room = files("bothshores.report")
    places = [
        *room.iterdir(),
        *(each for name in ("charts", "sections", "templates") for each in (room / name).iterdir()),
    ]
    texts = {each.name: each.read_text(encoding="utf-8") for each in places if each.is_file()}
    found = {name: re.findall(r"#[0-9a-fA-F]{6}\b", text) for name, text in texts.items() if name != "palette.py"}
    assert {name: colours for name, colours in found.items() if colours} == {}
