"""Text on its way into the document: data, never markup, and never wider than its column."""

from __future__ import annotations

from bothshores.report import pdf
from bothshores.report.blocks import Figure, Table


def test_very_long_words_may_break_and_others_stay_whole():
    assert pdf.breakable("short words") == "short words"
    broken = pdf.breakable("a" * 60)
    assert broken.replace(pdf.ZERO_WIDTH_SPACE, "") == "a" * 60
    assert max(map(len, broken.split(pdf.ZERO_WIDTH_SPACE))) <= pdf.BREAK_AT


def test_a_block_states_its_kind_and_a_drawing_is_left_as_it_is():
    svg = "<svg>" + "a" * 60 + "</svg>"
    assert pdf.one(Figure("needs", "title", "caption", "alt", svg)) == {
        "kind": "figure", "chart": "needs", "title": "title", "caption": "caption", "alt": "alt", "width": 1.0,
        "drawing": {"svg": svg, "wide": 0.0, "high": 0.0, "lines": []},
    }  # fmt: skip
    assert pdf.one(Table("caption", (), (("cell",),)))["rows"] == [["cell"]]
