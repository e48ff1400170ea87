"""The whole report: files, bytes, no address loaded, hostile text harmless, everything there for those who listen."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pypdfium2
import pypdfium2.raw
import pytest
from report.conftest import LANGUAGES
from report.sample import HOSTILE, TERMS

from bothshores.report import write
from bothshores.report.drawing import charts

pytestmark = pytest.mark.slow
VOID = {"meta", "link", "br", "col", "img", "hr"}

DRAWN = [chart for chart in charts() if chart.id != "places"]
"""Every chart but the map: no pack of ours has outlines (see `test_places`)."""


class Outline(HTMLParser):
    """Open tags must close in order; headings, ids and attributes are kept."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.levels: list[int] = []
        self.ids: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.tags.append((tag, found))
        self.ids += [found["id"]] if "id" in found else []
        self.levels += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


PAGES = [f"{name}.{language}" for name in ("plan", "brief") for language in LANGUAGES]


@pytest.fixture(params=PAGES)
def page(request, folder):
    return (folder / f"{request.param}.html").read_text(encoding="utf-8")


def outline(page: str) -> Outline:
    parser = Outline()
    parser.feed(page)
    return parser


def test_the_files(folder):
    names = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    wanted = {f"{name}.{end}" for name in PAGES for end in ("html", "pdf")}
    wanted |= {f"poster.{language}.pdf" for language in LANGUAGES}
    wanted |= {
        f"charts/{chart.id}.{language}.{end}"
        for chart in DRAWN
        for language in LANGUAGES
        for end in ("svg", "png", "json")
    }
    assert names == wanted


def test_the_same_tables_give_the_same_bytes(folder, tables, tmp_path):
    for file in write(tables, TERMS, tmp_path, ("en",)):
        assert file.read_bytes() == (folder / file.relative_to(tmp_path)).read_bytes()


def test_the_page_is_well_formed_and_its_headings_in_order(page):
    found = outline(page)
    assert found.open == []
    assert found.levels[0] == 1
    assert found.levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(found.levels, found.levels[1:], strict=False))
    assert len(found.ids) == len(set(found.ids))


def test_every_link_inside_the_page_leads_somewhere(page):
    found = outline(page)
    inside = [
        attributes["href"][1:] for tag, attributes in found.tags if (attributes.get("href") or "").startswith("#")
    ]
    assert inside
    assert set(inside) <= set(found.ids)


def test_the_page_loads_nothing_and_runs_nothing(page):
    found = outline(page)
    assert {tag for tag, _attributes in found.tags} & {"script", "iframe", "img", "link", "object", "image"} == set()
    assert not any("src" in attributes or "xlink:href" in attributes for _tag, attributes in found.tags)
    assert not any(name.startswith("on") for _tag, attributes in found.tags for name in attributes)
    assert "url(http" not in page
    assert "@import" not in page


def test_tables_have_heads_and_drawings_have_descriptions(page):
    found = outline(page)
    heads = [attributes.get("scope") for tag, attributes in found.tags if tag == "th"]
    assert heads
    assert set(heads) == {"col", "row"}
    drawings = [attributes for _tag, attributes in found.tags if attributes.get("role") == "img"]
    assert len(drawings) == (1 if 'class="sheet"' in page else len(DRAWN))
    assert all(len(each["aria-label"]) > 40 for each in drawings)


def test_hostile_text_is_only_text(page):
    assert "<script" not in page
    assert ("&lt;script&gt;" in page) == ('class="sheet"' not in page), "the brief names only the largest measures"


def test_no_gap_is_left_open(page):
    left = set(re.findall(r"\{\w+\}", re.sub(r"<style>.*?</style>", "", page, flags=re.S)))
    assert left <= set(re.findall(r"\{\w+\}", HOSTILE))


def test_the_language_and_its_direction_are_stated(folder):
    assert '<html lang="en" dir="ltr">' in (folder / "plan.en.html").read_text(encoding="utf-8")
    assert '<html lang="ar" dir="rtl">' in (folder / "plan.ar.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
class TestPdf:
    def test_it_is_tagged_and_has_bookmarks(self, folder, language):
        with pypdfium2.PdfDocument(folder / f"plan.{language}.pdf") as document:
            assert pypdfium2.raw.FPDFCatalog_IsTagged(document)
            levels = [mark.level for mark in document.get_toc()]
            assert levels.count(0) == 6
            assert levels.count(1) == 23
            assert document.get_metadata_dict()["Title"]

    def test_the_plan_on_one_page_is_one_page(self, folder, language):
        with pypdfium2.PdfDocument(folder / f"plan.{language}.pdf") as document:
            marks = [(mark.level, mark.get_dest().get_index()) for mark in document.get_toc()]
        parts = [page for level, page in marks if level == 0]
        assert parts[1] == parts[0] + 1

    def test_hostile_text_is_set_as_it_stands(self, folder, language):
        with pypdfium2.PdfDocument(folder / f"plan.{language}.pdf") as document:
            text = " ".join(page.get_textpage().get_text_bounded() for page in document)
        assert all(word in text for word in ("script", "strong", "typst", "braces"))


@pytest.mark.parametrize("name", ["plan.en", "brief.en", "poster.en", "poster.ar"])
def test_documents_keep_the_standard_of_accessible_ones(folder, name):
    """But for shaped Arabic inside a drawing, which has no way back to letters (see `pdf.standard`)."""
    assert b"pdfuaid:part" in (folder / f"{name}.pdf").read_bytes()


def test_a_chart_is_one_specification(folder):
    specification = json.loads((folder / "charts/needs.en.json").read_text(encoding="utf-8"))
    assert specification["$schema"].startswith("https://vega.github.io/schema/vega-lite/")
    assert (folder / "charts/needs.en.png").read_bytes()[:4] == b"\x89PNG"


def test_empty_tables_are_said_and_break_nothing(tmp_path):
    files = write({}, TERMS, tmp_path, LANGUAGES)
    names = ("plan.{}.html", "plan.{}.pdf", "brief.{}.html", "brief.{}.pdf", "poster.{}.pdf")
    assert [file.name for file in files] == [name.format(language) for language in LANGUAGES for name in names]
    assert "Nobody has changed the draft." in (tmp_path / "plan.en.html").read_text(encoding="utf-8")
