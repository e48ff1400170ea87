"""Page one: people first, the plan's own part, migration at a glance, and what others must answer for."""

from __future__ import annotations

import dataclasses

import polars as pl

from bothshores.report.age import dated, explained
from bothshores.report.blocks import Bullets, Column, Paragraph, Table
from bothshores.report.changes import changes
from bothshores.report.glance import glance
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
    assert tiles.items[0][0] == "US$ 12\u00a0billion"
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


def test_old_figures_are_marked_and_explained_once(story):
    assert (dated(story, 2021), dated(story, 2022), dated(story, None)) == ("2021 †", "2022", "")
    table = Table("caption", (Column("a"),), (("10 2021 †",),), "A note.")
    assert explained(story, table).note.startswith("A note. † An old figure: from more than 5 years")
    plain = dataclasses.replace(table, rows=(("10 2022",),))
    assert explained(story, plain) == plain
