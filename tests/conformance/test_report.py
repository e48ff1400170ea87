"""Every section and chart keeps the promise of its kind; a new file is tested without writing a test."""

from __future__ import annotations

import dataclasses
import json
from typing import ClassVar

import polars as pl
import pytest
from report import sample

from bothshores import tables
from bothshores.catalogue import effects
from bothshores.catalogue.countries import pack
from bothshores.catalogue.country_kinds import Outline
from bothshores.locale import languages
from bothshores.locale.extract import sentences
from bothshores.report import drawing, fonts, pdf, study_words
from bothshores.report.blocks import Figure, Table
from bothshores.report.charts import places
from bothshores.report.document import chapter, compose, sections
from bothshores.report.drawing import charts
from bothshores.report.kinds import PARTS
from bothshores.report.story import Story
from bothshores.words import Words

LANGUAGES = tuple(languages())
FULL = sample.sample()
TITLES = {row["id"]: row["title"] for row in FULL["measures"].to_dicts()}
EMPTY = {name: tables.build(schema, []) for name, schema in tables.every().items()}


def told(language: str, frames: dict[str, pl.DataFrame]) -> Story:
    return Story(
        frames, sample.TERMS, Words(language, {row["id"]: row["title"] for row in FULL["measures"].to_dicts()})
    )


@pytest.mark.parametrize("section", sections(), ids=lambda plugin: plugin.id)
class TestSection:
    def test_is_alone_in_a_file_of_its_own_name(self, section):
        assert section.__module__.rsplit(".", 1)[1] == section.id

    def test_stands_in_a_part_and_reads_tables_there_are(self, section):
        assert section.part in PARTS
        assert set(section.reads) <= set(tables.every())

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_tells_full_tables(self, section, language):
        blocks = chapter(section, told(language, FULL)).blocks
        assert blocks
        for table in (block for block in blocks if isinstance(block, Table)):
            assert table.rows
            assert {len(row) for row in table.rows} <= {1, len(table.columns)}
            assert len(table.rows[-1]) == len(table.columns)

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_says_what_is_missing(self, section, language):
        (said,) = chapter(section, told(language, EMPTY)).blocks
        assert said.text == told(language, EMPTY).words.text(section.empty)

    def test_needs_no_table_but_its_first(self, section):
        alone = EMPTY | {section.reads[0]: FULL[section.reads[0]]}
        assert chapter(section, told("en", alone)).blocks


@pytest.fixture(autouse=True)
def a_pack_with_outlines(monkeypatch):
    """No pack of ours has any, and the map is to be drawn like every chart."""
    bare = pack("NPL")
    square = ((84.0, 28.0), (85.0, 28.0), (85.0, 29.0), (84.0, 28.0))
    drawn = tuple(Outline(unit.code, ((square,),)) for unit in bare.units if unit.level == 1)
    whole = dataclasses.replace(bare, outlines=drawn, outlines_source=next(iter(bare.sources)))
    monkeypatch.setattr(places, "pack", lambda _country: whole)


@pytest.mark.parametrize("chart", charts(), ids=lambda plugin: plugin.id)
class TestChart:
    def test_is_alone_in_a_file_of_its_own_name(self, chart):
        assert chart.__module__.rsplit(".", 1)[1] == chart.id
        assert set(chart.reads) <= set(tables.every())

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_is_drawn_and_described(self, chart, language):
        drawn = drawing.draw(chart, told(language, FULL))
        assert drawn is not None
        assert drawn.figure.svg.startswith("<svg")
        assert "http" not in drawn.figure.svg.replace("http://www.w3.org/", "")
        label = told(language, FULL).words.text(chart.label)
        assert drawn.figure.title
        assert (drawn.figure.title != label) == ("finding" in vars(chart))
        assert drawn.figure.title[-1] not in ".!"
        assert drawn.figure.caption
        assert len(drawn.figure.alt) > 40
        assert json.loads(drawn.specification)["config"]["font"] == fonts.FAMILY

    def test_the_same_tables_give_the_same_drawing(self, chart):
        assert drawing.draw(chart, told("ar", FULL)) == drawing.draw(chart, told("ar", FULL))

    def test_nothing_to_draw_is_no_picture(self, chart):
        assert drawing.draw(chart, told("en", EMPTY)) is None

    def test_needs_no_table_but_its_own(self, chart):
        own = EMPTY | {name: FULL[name] for name in chart.reads}
        drawing.draw(chart, told("en", own))

    def test_stands_in_a_section_or_on_the_cover(self, chart):
        figure = Figure(chart.id, "title", "caption", "alt", "<svg></svg>")
        story = told("en", FULL)
        document = compose(Story(story.tables, story.terms, story.words, {chart.id: figure}))
        assert figure in pdf.all_blocks(document)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_character_is_in_the_fonts(language):
    """PDF/UA refuses a letter without a glyph, in charts too."""
    story = told(language, FULL)
    drawn = {chart.id: drawing.draw(chart, story) for chart in drawing.charts()}
    figures = {name: each.figure for name, each in drawn.items() if each}
    assert pdf.render(compose(Story(story.tables, story.terms, story.words, figures)))[:5] == b"%PDF-"


class Listening(Words):
    """Words that note what they have no translation of."""

    unknown: ClassVar[set[str]] = set()

    def knows(self, marked: str) -> bool:
        found = super().knows(marked)
        if not found:
            self.unknown.add(marked)
        return found


def test_arabic_leaves_nothing_of_ours_in_english():
    ours = {text for text, _place in sentences() if isinstance(text, str)}
    story = Story(FULL, sample.TERMS, Listening("ar", TITLES))
    for chart in charts():
        drawing.draw(chart, story)
    compose(story)
    assert sorted(Listening.unknown & ours) == []


def test_every_unit_and_design_of_the_effect_library_can_be_said():
    assert {effect.unit for effect in effects().values()} - {"sign"} <= set(study_words.UNITS)
    assert {effect.design for effect in effects().values()} <= set(study_words.DESIGNS)
