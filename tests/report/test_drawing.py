"""Texts and sizes inside a chart."""

from __future__ import annotations

import polars as pl
from report.sample import TERMS

from bothshores.report import drawing
from bothshores.report.charts.money_years import MoneyYears
from bothshores.report.story import Story
from bothshores.words import Words


def test_a_long_name_takes_two_lines_and_says_that_it_goes_on():
    lines = drawing.wrapped("A very long name of a measure " * 5, Words("en"))
    assert len(lines) == drawing.LINES
    assert lines[-1].endswith("…")
    assert drawing.wrapped("", Words("en")) == [""]


def test_in_arabic_every_line_runs_from_the_right():
    lines = drawing.wrapped("Nepal 2027 (12%)", Words("ar"))
    assert lines == [f"{drawing.RIGHT_TO_LEFT_BASE}Nepal 2027 (12%){drawing.POP}"]


def test_rows_called_the_same_stay_two():
    assert drawing.row_name(1, "Same", Words("en")) != drawing.row_name(2, "Same", Words("en"))


def test_clip_paths_are_named_by_chart_whatever_was_drawn_before():
    first = drawing.tidy(
        '<svg a="1"><clipPath id="clip7"/><g clip-path="url(#clip7)"/><use href="#clip9"/></svg>', "needs"
    )
    later = drawing.tidy(
        '<svg a="1"><clipPath id="clip1"/><g clip-path="url(#clip1)"/><use href="#clip2"/></svg>', "needs"
    )
    assert first == later
    assert 'id="needs-clip0"' in first


def test_a_drawing_takes_its_own_part_of_the_column():
    assert drawing.width_of('<svg class="marks" width="320" height="10">') == 320 / drawing.WIDTH
    assert drawing.width_of('<svg width="9999">') == 1.0
    assert drawing.width_of("<svg>") == 1.0


def test_money_grows_to_the_first_year_of_the_most_and_a_dollar_more_is_rounding():
    rows = [{"measure": "law", "year": year, "amount_usd": amount}
            for year, amount in ((2027, 13_285_714), (2028, 19_928_571), (2029, 19_928_572))]  # fmt: skip
    said = MoneyYears.finding(Story({"budget": pl.DataFrame(rows)}, TERMS, Words("en")))
    assert said == "Money grows from US$\u00a013.3\u00a0million in 2027 to US$\u00a019.9\u00a0million in 2028"
