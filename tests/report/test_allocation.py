"""The allocation in words: what a reader can divide again, and only what the next million buys."""

from __future__ import annotations

import dataclasses

import polars as pl

from bothshores.report import allocation
from bothshores.report.basis import budget_basis
from bothshores.tables import build
from bothshores.tables.basis import Basis, NextMillion
from bothshores.vocab import UNALLOCATED, Message


def told(story, **tables):
    return dataclasses.replace(story, tables={**story.tables, **tables})


def test_money_over_people_is_the_average(story):
    rows = list(allocation.people_rows(story))
    assert rows
    assert {row[3] for row in rows} == {"US$\u00a0900"}


def test_the_next_million_leaves_out_what_gets_nothing_or_less(story):
    rows = [("vocational_training", 1_050_000, 610.0), ("matched_savings", -60_000, -9.0), (UNALLOCATED, 10_000, None)]
    frame = build(NextMillion, [dict(zip(("measure", "amount_usd", "reached"), row, strict=True)) for row in rows])
    text = allocation.next_million(told(story, next_million=frame))
    assert "people reached: 610" in text
    assert "Matched savings" not in text
    assert text.endswith("nobody, within the limits (US$\u00a010,000).")
    assert allocation.next_million(told(story, next_million=build(NextMillion, []))) == ""


def test_mean_and_bad_tail_of_the_score_are_stated(story):
    assert "gain 0.019 standard deviations on average, and 0.00633 in the worst 10%" in allocation.gains(story)


def test_draws_that_did_not_flatter_the_allocation_are_not_said_to_have(story):
    better = story.table("gains").with_columns(score=pl.when(pl.col("draws") == "fresh").then(9.0).otherwise("score"))
    assert "did not flatter" in allocation.gains(told(story, gains=better))
    assert "looks better than it is" in allocation.gains(story)


def test_the_basis_of_the_budget_names_its_source(story):
    message = Message.of("A part of {indicator} in {year}.", indicator="indicator:maternal_mortality", year="year:2023")
    row = {"decision": "money.budget_usd", "message": message.text, "args": message.args}
    said = budget_basis(told(story, basis=build(Basis, [row])))
    assert said[0] == "A part of Maternal mortality in 2023."
    assert said[1].startswith("That figure is from: Invented for tests.")
    assert len(budget_basis(story)) == 1
