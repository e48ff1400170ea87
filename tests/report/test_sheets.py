"""What the brief and the poster say, read off the plan's own tables."""

from __future__ import annotations

import dataclasses

import polars as pl
import pytest
from report.sample import HOSTILE

from bothshores.catalogue.countries import pack
from bothshores.report import html, pdf
from bothshores.report.blocks import Blanks, Bullets, Facts, Heading, Table
from bothshores.report.brief import brief
from bothshores.report.decisions import decisions
from bothshores.report.poster import for_people, free_of_charge, poster
from bothshores.report.write import told_in
from bothshores.words import Words


@pytest.fixture
def asked(story):
    return dict(decisions(story))


def told(story, **tables):
    return dataclasses.replace(story, tables={**story.tables, **tables})


def texts(blocks, kind):
    return [block for block in blocks if isinstance(block, kind)]


def test_decisions_are_read_off_the_tables(asked, story):
    assert asked["The budget"].startswith("Adopt, change or reject US$\u00a060\u00a0million for the years 2027 to")
    left = sum(row["amount_usd"] for row in story.rows("financing") if row["status"] == "to_be_negotiated")
    assert story.words.usd(left) in asked["Who pays"]
    assert "Ministry responsible for" in asked["Who leads"]
    assert "Central bank" not in asked["Who leads"]
    assert asked["Conflicts"].startswith("Decide what goes first. ")


def test_what_is_settled_is_not_asked(story):
    pledged = story.table("financing").with_columns(pl.lit("pledged").cast(story.table("financing")["status"].dtype)
                                                    .alias("status"))  # fmt: skip
    found = story.table("findings")
    settled = told(story, financing=pledged, findings=found.clear(), commitments=story.table("commitments").clear())
    assert set(dict(decisions(settled))) & {"Who pays", "Conflicts", "Legal basis"} == set()


def test_the_brief_answers_in_the_order_in_which_a_minister_asks(story):
    first, second = brief(story).pages
    assert [block.text for block in texts(first, Heading)] == ["What is so", "What to do"]
    assert [block.text for block in texts(second, Heading)] == [
        "What it costs, and what that rests on", "What should change, and by when", "How it will be known",
        "What is uncertain or unknown", "What you are asked to decide now",
    ]  # fmt: skip
    needs, measures = texts(first, Table)
    assert [len(row) for row in needs.rows] == [5, 5, 5]
    assert all("\n" in row[1] for row in needs.rows), "each figure has its year"
    assert len(measures.rows) == 5
    assert isinstance(second[-1], Facts)


def test_the_poster_names_place_and_leader_or_leaves_room(story):
    ilam = next(unit for unit in pack("NPL").units if unit.name == "Ilam")
    named, open_ = poster(story, ilam), poster(story)
    assert named.title.startswith("Ilam: ")
    assert named.subtitle == "Who leads it: Ministry of Labour, Employment and Social Security"
    assert open_.title.startswith("Nepal: ")
    assert ("Place:",) in [block.items for block in texts(open_.pages[0], Blanks)]
    assert ("Place",) not in [block.items for block in texts(named.pages[0], Blanks)]


def test_the_poster_shows_measures_with_money_that_count_people(story):
    shown = [row["id"] for row in for_people(story)]
    assert shown
    assert all(story.amounts[name] > 0 for name in shown)
    (cards,) = texts(poster(story).pages[0], Facts)
    assert [title for title, _text in cards.items] == [story.words.measure(name) for name in shown]
    assert all("\nWho may come: " in text for _title, text in cards.items)


def test_whoever_puts_in_own_money_is_told_to_ask_first(story):
    shown = for_people(story)
    alone = story.table("financing").with_columns(pl.lit("budget_line").alias("instrument"))
    assert len(list(free_of_charge(told(story, financing=alone), shown))) == 1
    own = story.table("financing").with_columns(pl.lit("matched_savings").alias("instrument"))
    assert len(list(free_of_charge(told(story, financing=own), shown))) == 2


def test_hostile_text_is_only_text(story):
    first = story.ordered[0]["id"]
    hostile = dataclasses.replace(story, words=Words("en", {first: HOSTILE}))
    page = html.render_sheet(brief(hostile), "brief")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert pdf.render_sheet(poster(hostile), "poster")[:5] == b"%PDF-"


def test_a_plan_without_tables_is_told_all_the_same(story):
    empty = told_in("en", {}, story.terms)
    assert texts(brief(empty).pages[0], Table) == []
    assert texts(poster(empty).pages[0], Bullets)
