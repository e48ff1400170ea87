"""What the plan adds, and whether chance hides it."""

from __future__ import annotations

import dataclasses

import polars as pl

from bothshores.report.outlook import Outlook, outlooks


def test_one_outlook_an_objective(story):
    found = outlooks(story)
    assert [each.indicator for each in found] == story.table("objectives").sort("id")["indicator"].to_list()
    assert {each.year for each in found} == {story.terms.last_year}


def test_a_small_part_hardly_shows():
    small = Outlook("unemployment_rate", 2031, 0.1, 0.0999, 0.08, 0.12, 0.04)
    assert small.hardly
    assert not dataclasses.replace(small, with_plan=0.08).hardly
    assert dataclasses.replace(small, width=0.0).visible == float("inf")


def test_an_indicator_with_one_path_is_left_out(story):
    paths = story.table("outcome_paths").filter(
        (pl.col("indicator") != "maternal_mortality") | (pl.col("scenario") == "with")
    )
    half = dataclasses.replace(story, tables={**story.tables, "outcome_paths": paths})
    assert "maternal_mortality" not in {each.indicator for each in outlooks(half)}
