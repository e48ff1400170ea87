"""Page one: people first, the plan's own part, migration at a glance, and what others must answer for."""

from __future__ import annotations

import dataclasses

import polars as pl

from bothshores.report.age import dated, explained
from bothshores.report.blocks import Bullets, Column, Paragraph, Table
from bothshores.report.changes import changes
from bothshores.report.glance import glance
from bothshores.report.sections.objectives import Objectives
from bothshores.report.unserved import unserved
from bothshores.tables import build
from bothshores.tables.evidence import Figures


def told(story, **tables):
    return dataclasses.replace(story, tables={**story.tables, **tables})


def figure(indicator, year, value, **changed):
    row = {"country": "NPL", "indicator": indicator, "year": year, "value": value, "source": "factbook",
           "vintage": "2025", "status": "estimated"}  # fmt: skip
    return row | changed


def test_people_come_first_and_then_the_plans_own_part(story):
    people, _lead, parts = changes(story)[:3]
    assert isinstance(people, Paragraph)
    assert people.text.startswith("People reached over the plan. Vocational training tied to vacancies: 16,667;")
    assert isinstance(parts, Bullets)
    assert parts.items == ("Youth unemployment: −0.16 percentage points (−0.31 to −0.02)",)


def test_migration_at_a_glance_shows_what_exists(story):
    rows = [
        figure("remittances_received_usd", 2023, 1.2e10),
        figure("remittances_received_usd", 2030, 9e10, status="projected"),
        figure("net_migration_rate", 2019, -4.5, source="derived", vintage="factbook 2025 / un_desa_stock 2019"),
    ]  # fmt: skip
    _title, tiles, note = glance(told(story, figures=build(Figures, rows)))
    assert [label for _number, label in tiles.items] == [
        "Remittances received, 2023. World Factbook",
        "Net migration rate, 2019 †. Computed from: World Factbook; UN DESA",
        "Emigrant stock, 2019 †. Invented for tests",
    ]
    assert tiles.items[0][0] == "US$\u00a012\u00a0billion"
    assert note.text.startswith("† An old figure")


def test_nothing_is_shown_at_a_glance_where_nothing_is_known(story):
    assert glance(told(story, figures=build(Figures, []), stocks=story.table("stocks").clear())) == []


def test_great_needs_of_other_plans_are_named(story):
    needs = story.table("needs").with_columns(gap_sd=2.0, probability_behind=0.95)
    (said,) = unserved(told(story, needs=needs))
    assert said.text.startswith("Great needs that no measure here serves: ")
    assert "Life expectancy" in said.text
    assert "Youth unemployment" not in said.text
    small = needs.with_columns(pl.lit(0.5).alias("gap_sd"))
    assert unserved(told(story, needs=small)) == []
    first = small.with_columns(rank=pl.when(pl.col("indicator") == "life_expectancy").then(1).otherwise(9))
    (said,) = unserved(told(story, needs=first.cast({"rank": needs["rank"].dtype})))
    assert "Life expectancy" in said.text


def test_a_great_need_whose_figure_is_too_old_to_aim_at_is_named(story):
    needs = story.table("needs").with_columns(gap_sd=2.0, probability_behind=0.95)
    aged = needs.with_columns(
        year=pl.when(pl.col("indicator") == "youth_unemployment_rate").then(2015).otherwise("year")
    )
    others = story.table("objectives").filter(pl.col("indicator") != "youth_unemployment_rate")
    said = unserved(told(story, needs=aged.cast(needs.schema), objectives=others))[-1]
    assert said.text.startswith("Great needs whose last figure is too old to set a target on: Youth unemployment.")
    assert "too old" not in unserved(told(story, needs=needs, objectives=others))[-1].text


def test_objectives_that_are_no_need_are_said_to_be_none(story):
    ahead = story.table("needs").with_columns(gap=pl.when(pl.col("rank") == 1).then(-1.0).otherwise("gap"))
    first = story.table("needs").filter(pl.col("rank") == 1)["indicator"][0]
    aims = story.table("objectives").head(1).with_columns(indicator=pl.lit(first))
    note = Objectives.blocks(told(story, needs=ahead, objectives=aims))[-1]
    assert note.text.startswith("The country is not behind similar countries on: ")
    behind = story.table("needs").with_columns(gap=1.0)
    assert isinstance(Objectives.blocks(told(story, needs=behind, objectives=aims))[-1], Table)


def test_old_figures_are_marked_and_explained_once(story):
    assert (dated(story, 2021), dated(story, 2022), dated(story, None)) == ("2021 †", "2022", "")
    table = Table("caption", (Column("a"),), (("10 2021 †",),), "A note.")
    assert explained(story, table).note.startswith("A note. † An old figure: from more than 5 years")
    plain = dataclasses.replace(table, rows=(("10 2022",),))
    assert explained(story, plain) == plain
