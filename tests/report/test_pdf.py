"""Text on its way into the document: data, never markup, and never wider than its column."""

from __future__ import annotations

import pypdfium2

from bothshores.report import pdf
from bothshores.report.blocks import Block, Chapter, Column, Document, Entries, Figure, Paragraph, Part, Table
from bothshores.words import numerals


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


def document(blocks: tuple[Block, ...], language: str = "en") -> bytes:
    """A document with the blocks in its last chapter."""
    part = Part(
        "known",
        "Part",
        (Chapter("results", "Before", (Paragraph("It comes first."),)), Chapter("milestones", "Chapter", blocks)),
    )
    parts = (Part("plain", "First", ()), part)
    labels = {"contents": "Contents", "first": numerals.digits("1", language)}
    return pdf.render(Document(language, language == "ar", "Nepal", "Title", "Years", "Draft", "", (), parts, labels))


def pages(*blocks: Block) -> list[str]:
    """The words of each page behind cover and contents."""
    made = document(blocks)
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made)][2:]


def test_a_drawing_higher_than_a_page_is_made_smaller_and_stays_with_what_leads_to_it():
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="1400" viewBox="0 0 640 1400">'
        '<rect width="640" height="1400" fill="#123456"/></svg>'
    )
    told = pages(Paragraph("It leads."), Figure("timeline", "Finding", "How to read it", "What it shows", svg))
    assert len(told) == 2
    assert all(words in told[1] for words in ("Chapter", "It leads.", "Finding", "How to read it"))


def test_a_head_is_not_left_behind_by_its_last_rows():
    columns = (Column("Name"), Column("Number", number=True))
    for before in range(30, 40):
        rows = (*((f"row {row}", "1") for row in range(before)), ("Last head",), ("first of it", "1"), ("end", "2"))
        told = pages(Table("Caption", columns, (("First head",), *rows)))
        assert all("first of it" in page or "end" in page for page in told if "Last head" in page)


def test_a_title_and_an_address_in_arabic_keep_their_ends():
    """The last sign of a title stands right of its letters, and so does the last sign of the address behind it."""
    made = document((Entries((("Zero Q!", "https://kxj~"),)),), "ar")
    *_before, page = pypdfium2.PdfDocument(made)
    text = page.get_textpage()
    left = {text.get_text_range(at, 1): text.get_charbox(at)[0] for at in range(text.count_chars())}
    assert left["Z"] < left["Q"] < left["!"] < left["k"] < left["j"] < left["~"]


def test_pages_are_numbered_in_the_digits_of_the_language():
    made = pypdfium2.PdfDocument(document((Paragraph("It ends."),), "ne"))
    told = [page.get_textpage().get_text_range() for page in made]
    assert "\u0969" in told[1]
    assert "\u0969" in told[2]
    assert "3" not in told[1] + told[2]
