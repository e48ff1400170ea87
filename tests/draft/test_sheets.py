"""The brief fills two pages and the poster one, whatever the country, the language and the length of its sentences."""

from __future__ import annotations

import dataclasses
from functools import cached_property

import pypdfium2
import pytest

from bothshores import loop
from bothshores.catalogue.countries import pack
from bothshores.report import drawing, pdf
from bothshores.report.brief import brief
from bothshores.report.charts.rests_on import RestsOn
from bothshores.report.poster import poster
from bothshores.report.story import Story
from bothshores.store import Workspace
from bothshores.tables.terms import PlanTerms
from bothshores.words import Words

pytestmark = pytest.mark.slow
POOR = "VAT"
"""A country of which next to nothing is known."""
A3, A4 = (842, 1191), (595, 842)
"""Width and height in points."""


class Long:
    """A language that takes a third more letters than English."""

    @staticmethod
    def gettext(text: str) -> str:
        return text + " lengthy" * round(0.35 * len(text) / 8)

    def ngettext(self, one: str, many: str, n: int) -> str:
        return self.gettext(one if n == 1 else many)


class LongWords(Words):
    """Words of that language."""

    @cached_property
    def translator(self):
        return Long()

    def knows(self, marked: str) -> bool:
        return True


@pytest.fixture(scope="module")
def poor(world, tmp_path_factory) -> loop.Drafted:
    return loop.draft(loop.Request(POOR, report=False), Workspace(tmp_path_factory.mktemp("plan") / POOR), world)


@pytest.fixture(params=["NPL", "PHL", POOR])
def country(request, drafted, poor) -> loop.Drafted:
    return poor if request.param == POOR else drafted[request.param]


@pytest.fixture(params=["en", "ar", "long"])
def story(request, country) -> Story:
    words = LongWords("en") if request.param == "long" else Words(request.param)
    titles = {row["id"]: row["title"] for row in country.tables["measures"].to_dicts()}
    told = Story(country.tables, country.terms, dataclasses.replace(words, titles=titles))
    return dataclasses.replace(told, figures={"rests_on": drawing.draw(RestsOn, told).figure})


def sizes(content: bytes) -> list[tuple[int, int]]:
    with pypdfium2.PdfDocument(content) as document:
        return [tuple(map(round, page.get_size())) for page in document]


def test_the_brief_fills_two_pages(story):
    assert sizes(pdf.render_sheet(brief(story), "brief")) == [A4, A4]


def test_the_poster_fills_one(story):
    place = max(pack(story.terms.country).units, key=lambda unit: len(unit.name)) if pack(story.terms.country) else None
    assert sizes(pdf.render_sheet(poster(story, place), "poster")) == [A3]


def test_a_plan_without_anything_fills_them_too():
    terms = PlanTerms("NPL", 2027, 2031, 1_000_000, 2025)
    story = Story({}, terms, Words("en"))
    assert sizes(pdf.render_sheet(brief(story), "brief")) == [A4, A4]
    assert sizes(pdf.render_sheet(poster(story), "poster")) == [A3]
