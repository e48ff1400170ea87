"""Rows of text from a CSV file that people edit: what a spreadsheet leaves does no harm, what would be lost is said."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

from bothshores.store.issues import Problems
from bothshores.vocab import gettext_noop as _

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""Signs that no text holds: a damaged file, or an order to a terminal."""
FIRST_ROW = 2
"""Row of the first cells under the header, as a spreadsheet numbers it."""
Rows = list[tuple[int, list[str]]]


def read_text(file: Path, remedy: str, issues: Problems) -> str | None:
    """A file as text, without the mark that some editors set in front; None, and an issue, where it is none."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        issues.add(file.name, _("This file is not UTF-8."), remedy, rule="not_utf8")
    except OSError as error:
        issues.add(
            file.name, _("This file cannot be read: {error}"),
            _("Make it a file you may read; the draft used its own values."),
            rule="cannot_read", error=f"text:{error.strerror}",
        )  # fmt: skip
    return None


def read_rows(file: Path, wanted: list[str], issues: Problems) -> list[list[Any]]:
    """Rows of text, numbered as in a spreadsheet; a wrong header, row length or a column of one's own is an issue."""
    header, body = split(file, issues)
    if header is None:
        return []
    if missing := [name for name in wanted if name not in header]:
        issues.add(
            file.name, _("Columns are missing: {columns}."), _("Keep the header as drafted, separated by commas."),
            rule="header", columns=f"text:{', '.join(missing)}",
        )  # fmt: skip
        return []
    filled = [
        (number, cells) for number, cells in enumerate(body, start=FIRST_ROW) if any(cell.strip() for cell in cells)
    ]
    whole = [row for row in filled if is_whole(file, header, row, issues)]
    places = [header.index(name) for name in wanted]
    check_columns(file, header, places, whole, issues)
    return [[number, *(cells[place].strip() or None for place in places)] for number, cells in whole]


def split(file: Path, issues: Problems) -> tuple[list[str] | None, list[list[str]]]:
    """Header and rows; None where the file is no CSV."""
    content = read_text(file, _("Save it as CSV UTF-8."), issues)
    if content is None:
        return None, []
    lines = csv.reader(io.StringIO(content, newline=""))
    try:
        header, *body = list(lines) or [[]]
    except csv.Error as error:
        issues.add(
            file.name, _("This file is no CSV: {error}"), _("Save it as CSV UTF-8; the draft used its own values."),
            rule="not_csv", row=lines.line_num, error=f"text:{error}",
        )  # fmt: skip
        return None, []
    return header, body


def is_whole(file: Path, header: list[str], row: tuple[int, list[str]], issues: Problems) -> bool:
    """True if a row has as many cells as the header, all of them text."""
    number, cells = row
    if len(cells) != len(header):
        issues.add(
            file.name, _("The row has {found} cells, the header {wanted}."), _("Add or remove cells."),
            rule="row_length", row=number, found=f"number:{len(cells)}", wanted=f"number:{len(header)}",
        )  # fmt: skip
        return False
    strange = [(name, cell) for name, cell in zip(header, cells, strict=True) if CONTROL.search(cell)]
    for name, cell in strange:
        issues.add(
            file.name, _("{text} is not allowed here."), _("Correct the cell; the rest of the file is used."),
            rule="no_text", row=number, column=name, text=f"text:{cell!r}",
        )  # fmt: skip
    return not strange


def check_columns(file: Path, header: list[str], places: list[int], rows: Rows, issues: Problems) -> None:
    """Columns that the table has not are no harm where they are empty; what is written there would be lost."""
    for place in sorted(set(range(len(header))) - set(places)):
        if any(cells[place].strip() for _number, cells in rows):
            issues.add(
                file.name, _("Nothing is called {text}."), _("Keep the header as drafted, separated by commas."),
                rule="unknown_column", column=header[place], text=f"text:{header[place]}",
            )  # fmt: skip
