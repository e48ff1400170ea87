"""Read a text table whole, as text, with row numbers; what is cut or cannot be split goes aside."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import polars as pl

from bothshores.evidence import number_marks
from bothshores.evidence.aside import Aside
from bothshores.evidence.probe import Probe
from bothshores.vocab import Severity
from bothshores.vocab import gettext_noop as _

NEW_COPY = _("Get the file again from its publisher, or add the line break that is missing at its end.")


def read(probe: Probe, aside: Aside, *, header: int = 0) -> pl.DataFrame:
    """All rows under line `header` (0 is the first that is not empty) as text, with their number `row` from 1.

    A last line that does not end is cut: it goes aside, since nobody can tell whether its last number is whole.
    """
    note_encoding(probe, aside)
    *lines, last = probe.text.split("\n")
    lines = [line for line in lines if line.strip()]
    names = columns(lines[header], probe.separator) if len(lines) > header else []
    body = lines[header + 1 :]
    if last.strip():
        aside.note(
            _("The file ends in the middle of its last line, which was left aside."), NEW_COPY,
            rule="cut", row=str(len(body) + 1), figures=1,
        )  # fmt: skip
    if not names or not body:
        aside.note(_("The file holds no row of data."), NEW_COPY, rule="empty")
        return empty(names)
    try:
        # A plain header of our own: it says how many columns there are, even where the first row is short.
        plain = probe.separator.join(f"c{number}" for number, _name in enumerate(names))
        frame = pl.read_csv(
            io.StringIO("\n".join([plain, *body])), infer_schema=False, separator=probe.separator,
            truncate_ragged_lines=True, new_columns=names,
        )  # fmt: skip
    except pl.exceptions.PolarsError as error:
        aside.note(
            _("The file cannot be split into cells: {why}."), _("Save it again as comma-separated text in UTF-8."),
            rule="unreadable", why=f"text:{str(error).splitlines()[0][:120]}",
        )  # fmt: skip
        return empty(names)
    frame = plain_numbers(frame.with_columns(pl.all().str.strip_chars()), probe, aside)
    return frame.with_row_index("row", offset=1)


def of_sheet(probe: Probe, sheet: str | int, aside: Aside, *, header: int = 0) -> pl.DataFrame:
    """All rows of a workbook's sheet under row `header` (0 is the first), in the same form as `read`."""
    try:
        cells = probe.sheet(sheet)
    except ValueError as error:
        aside.note(
            _("The sheet cannot be read: {why}."), _("Check the name of the sheet, or get the workbook again."),
            rule="unreadable", column=str(sheet), why=f"text:{str(error)[:120]}",
        )  # fmt: skip
        return empty([])
    names = unique(cells[header]) if len(cells) > header else []
    body = cells[header + 1 :]
    if not body:
        aside.note(_("The file holds no row of data."), NEW_COPY, rule="empty")
        return empty(names)
    frame = pl.DataFrame(body, schema=dict.fromkeys(names, pl.String), orient="row")
    return plain_numbers(frame.with_columns(pl.all().str.strip_chars()), probe, aside).with_row_index("row", offset=1)


def plain_numbers(frame: pl.DataFrame, probe: Probe, aside: Aside) -> pl.DataFrame:
    """Numbers without marks, unless a mapping file says how they are written."""
    if probe.stated("decimal") or probe.stated("thousands"):
        return frame
    frame, changed = number_marks.plain(frame, probe.separator)
    if changed:
        note_marks(changed, aside)
    return frame


def note_marks(cells: int, aside: Aside) -> None:
    """Say that numbers were written with marks."""
    aside.note(
        _("{number} numbers are written with marks between thousands or a decimal comma; they were read so."),
        _("Nothing to do."), rule="number_marks", severity=Severity.REMARK, count=cells, number=f"number:{cells}",
    )  # fmt: skip


def note_encoding(probe: Probe, aside: Aside) -> None:
    """Say that a text is in no encoding it states, and not in UTF-8."""
    if probe.encoding == "cp1252" and not probe.stated("encoding"):
        aside.note(
            _("The text is not in UTF-8; it was read as Windows-1252."),
            _("Check letters with accents, or save the file again in UTF-8."), rule="not_utf8",
            severity=Severity.REMARK,
        )  # fmt: skip


def columns(line: str, separator: str) -> list[str]:
    """The names in a header line, made unique and never empty."""
    return unique(next(csv.reader([line.strip("\r\n")], delimiter=separator)))


def unique(cells: Sequence[str]) -> list[str]:
    """Cells as names of columns."""
    names: list[str] = []
    for number, name in enumerate(cells):
        plain = name.strip() or f"column {number + 1}"
        names.append(plain if plain not in names and plain != "row" else f"{plain} ({number + 1})")
    return names


def empty(names: list[str]) -> pl.DataFrame:
    """No rows, the columns named."""
    return pl.DataFrame(schema={"row": pl.UInt32} | dict.fromkeys(names, pl.String))
