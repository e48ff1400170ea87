"""Set a document as PDF with Typst: tagged, bookmarked, the same bytes each time."""

from __future__ import annotations

import dataclasses
import importlib.resources
import json
import re
import textwrap
from collections.abc import Mapping
from typing import Any

import typst

from bothshores.report import fonts
from bothshores.report.blocks import Block, Document, Sheet
from bothshores.report.palette import PAGE

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
    """The PDF's bytes; PDF/UA-1 where the fonts' mapping allows it, else tagged all the same.

    Typst cannot map shaped Arabic inside a drawing back to letters, which PDF/UA asks for; the drawing's description
    says the same in words.
    """
    try:
        return compile_(template, data, pdf_standards=STANDARD)
    except typst.TypstError as error:
        if "PDF/UA" not in str(error):
            raise
        return compile_(template, data)


def compile_(template: str, data: Mapping[str, Any], **options: Any) -> bytes:
    """One run of Typst over a template, with text and drawings as data, never as markup."""
    folder = importlib.resources.files("bothshores.report").joinpath("templates")
    names = {"main": f"{template}.typ", "blocks.typ": "blocks.typ", "sheet.typ": "sheet.typ"}
    compiled: bytes = typst.compile(
        {name: folder.joinpath(file).read_bytes() for name, file in names.items()},
        format="pdf",
        sys_inputs={"document": json.dumps({"palette": PAGE, **data}, ensure_ascii=False)},
        font_paths=fonts.for_documents(),
        timestamp=0,
        **options,
    )
    return compiled


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
    """A block as plain data; only what is read may break, not a drawing."""
    plain = dataclasses.asdict(block) | {"kind": block.kind}
    return {name: value if name == "svg" else breakable(value) for name, value in plain.items()}


def breakable(value: Any) -> Any:
    """Texts whose very long words may break, so that none runs out of its column."""
    if isinstance(value, str):
        return LONG_WORD.sub(lambda word: ZERO_WIDTH_SPACE.join(textwrap.wrap(word[0], BREAK_AT)), value)
    return [breakable(each) for each in value] if isinstance(value, list | tuple) else value
