"""Set a document as PDF with Typst: tagged, bookmarked, the same bytes each time."""

from __future__ import annotations

import dataclasses
import re
import textwrap
from collections.abc import Mapping
from typing import Any

from bothshores.report import letters
from bothshores.report.blocks import Block, Document, Figure, Sheet
from bothshores.report.palette import PAGE
from bothshores.report.typeset import typeset

LONG_WORD = re.compile(r"[^\s/]{25,}")
BREAK_AT = 18
ZERO_WIDTH_SPACE = "\u200b"
STANDARD = "ua-1"
"""PDF/UA-1 (ISO 14289-1), the standard of accessible documents."""


def render(document: Document) -> bytes:
    """The bytes of the whole plan."""
    return standard("plan", described(document))


def render_sheet(sheet: Sheet, template: str) -> bytes:
    """The bytes of a sheet: `brief` for A4 pages, `poster` for one of A3."""
    pages = [[one(block) for block in page] for page in sheet.pages]
    return standard(template, dataclasses.asdict(sheet) | {"pages": pages})


def standard(template: str, data: Mapping[str, Any]) -> bytes:
    """The PDF's bytes, PDF/UA-1 in every language, without a clock."""
    return typeset(template, {"palette": PAGE, **data}, format="pdf", timestamp=0, pdf_standards=STANDARD)


def all_blocks(document: Document) -> list[Block]:
    """Every block, in reading order."""
    chapters = [chapter for part in document.parts for chapter in part.chapters]
    return [*document.cover, *(block for chapter in chapters for block in chapter.blocks)]


def described(document: Document) -> dict[str, Any]:
    """The document as plain data; a block states its kind."""
    whole = dataclasses.asdict(document)
    whole["cover"] = [one(block) for block in document.cover]
    for part, told in zip(whole["parts"], document.parts, strict=True):
        for chapter, each in zip(part["chapters"], told.chapters, strict=True):
            chapter["blocks"] = [one(block) for block in each.blocks]
    return whole


def one(block: Block) -> dict[str, Any]:
    """A block as plain data; only what is read may break, and a drawing goes without its letters (see `letters`)."""
    plain = dataclasses.asdict(block) | {"kind": block.kind}
    drawing = {"drawing": letters.taken(plain.pop("svg"))} if isinstance(block, Figure) else {}
    return {name: breakable(value) for name, value in plain.items()} | drawing


def breakable(value: Any) -> Any:
    """Texts whose very long words may break, so that none runs out of its column."""
    if isinstance(value, str):
        return LONG_WORD.sub(lambda word: ZERO_WIDTH_SPACE.join(textwrap.wrap(word[0], BREAK_AT)), value)
    return [breakable(each) for each in value] if isinstance(value, list | tuple) else value
