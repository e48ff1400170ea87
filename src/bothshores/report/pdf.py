"""Set a document as PDF with Typst: tagged, bookmarked, the same bytes each time."""

from __future__ import annotations

import dataclasses
import importlib.resources
import json
from typing import Any

import typst

from bothshores.report.blocks import Block, Document, Figure
from bothshores.report.drawing import font_folders

STANDARD = "ua-1"
"""PDF/UA-1 (ISO 14289-1), the standard of accessible documents."""


def render(document: Document) -> bytes:
    """The PDF's bytes; PDF/UA-1 where the fonts' mapping allows it, else tagged all the same.

    Typst cannot map shaped Arabic inside a drawing back to letters, which PDF/UA asks for; the drawing's description
    says the same in words.
    """
    try:
        return compile_(document, pdf_standards=STANDARD)
    except typst.TypstError as error:
        if "PDF/UA" not in str(error):
            raise
        return compile_(document)


def compile_(document: Document, **options: Any) -> bytes:
    """One run of Typst over the template, the text as data (never as markup), and the drawings."""
    template = importlib.resources.files("bothshores.report").joinpath("templates", "plan.typ").read_bytes()
    files = {"main": template, "document.json": json.dumps(described(document), ensure_ascii=False).encode()}
    files |= {f"{figure.chart}.svg": figure.svg.encode() for figure in figures(document)}
    compiled: bytes = typst.compile(
        files, format="pdf", ignore_system_fonts=True, font_paths=font_folders(), timestamp=0, **options
    )
    return compiled


def all_blocks(document: Document) -> list[Block]:
    """Every block, in reading order."""
    chapters = [chapter for part in document.parts for chapter in part.chapters]
    return [*document.cover, *(block for chapter in chapters for block in chapter.blocks)]


def figures(document: Document) -> list[Figure]:
    """Every figure, in reading order."""
    return [block for block in all_blocks(document) if isinstance(block, Figure)]


def described(document: Document) -> dict[str, Any]:
    """The document as plain data; a block states its kind."""
    whole = dataclasses.asdict(document)
    whole["cover"] = [one(block) for block in document.cover]
    for part, told in zip(whole["parts"], document.parts, strict=True):
        for chapter, each in zip(part["chapters"], told.chapters, strict=True):
            chapter["blocks"] = [one(block) for block in each.blocks]
    return whole


def one(block: Block) -> dict[str, Any]:
    """A block as plain data; a drawing is a file of its own."""
    plain = dataclasses.asdict(block) | {"kind": block.kind}
    plain.pop("svg", None)
    return plain
