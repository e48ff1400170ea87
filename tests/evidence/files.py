"""Write small files in the publishers' shapes, under names that say nothing."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl

from bothshores.evidence.assemble import Evidence, assemble
from bothshores.evidence.gather import Walk, quiet
from bothshores.evidence.kinds import Sample


def content(sample: Sample) -> bytes:
    """A sample as bytes: a text table where it has one unnamed sheet, else a workbook."""
    if list(sample.sheets) == [""]:
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows(sample.sheets[""])
        return text.getvalue().encode()
    return workbook(sample.sheets)


def workbook(sheets) -> bytes:
    """A workbook with these cells; numbers become numbers, as the publishers store them."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([as_cell(cell) for cell in row])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_cell(text: str):
    """A number where the text is one."""
    try:
        return float(text) if text else None
    except ValueError:
        return text


def put(folder: Path, name: str, data: bytes | str) -> Path:
    """Write a file and give its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def evidence_of(path: Path) -> Evidence:
    """What a folder or file holds, without the embedded data: they cost a second."""
    walk = Walk(quiet)
    walk.through(path)
    return assemble(walk.files, walk.others)
