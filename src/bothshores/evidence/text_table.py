"""Read a text table whole, as text, with row numbers; what is cut or cannot be split goes aside."""

from __future__ import annotations

import csv
import io

import polars as pl

from bothshores.evidence.aside import Aside
from bothshores.evidence.probe import Probe
from bothshores.vocab import Severity
from bothshores.vocab import gettext_noop as _

NEW_COPY = _("Get the file again from its publisher, or add the line break that is missing at its end.")


def read(probe: Probe, aside: Aside, *, header: int = 0) -> pl.DataFrame:
    """All rows under line `header` (0 is the first that is not empty) as text, with their number `row` from 1.

    A last line that does not end is cut: it goes aside, since nobody can tell whether its last number is whole.
    """
    *lines, last = decoded(probe, aside).replace("\r\n", "\n").replace("\r", "\n").split("\n")
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
    return frame.with_columns(pl.all().str.strip_chars()).with_row_index("row", offset=1)


def decoded(probe: Probe, aside: Aside) -> str:
    """The whole text; one that is not in the encoding it says, or in UTF-8, is read as Windows-1252, with a remark."""
    try:
        return probe.content.decode(probe.encoding)
    except UnicodeDecodeError:
        aside.note(
            _("The text is not in UTF-8; it was read as Windows-1252."),
            _("Check letters with accents, or save the file again in UTF-8."), rule="not_utf8",
            severity=Severity.REMARK,
        )  # fmt: skip
        return probe.content.decode("cp1252", errors="replace").lstrip("\ufeff")


def columns(line: str, separator: str) -> list[str]:
    """The names in a header line, made unique and never empty."""
    names: list[str] = []
    for number, name in enumerate(next(csv.reader([line.strip("\r\n")], delimiter=separator))):
        plain = name.strip() or f"column {number + 1}"
        names.append(plain if plain not in names and plain != "row" else f"{plain} ({number + 1})")
    return names


def empty(names: list[str]) -> pl.DataFrame:
    """No rows, the columns named."""
    return pl.DataFrame(schema={"row": pl.UInt32} | dict.fromkeys(names, pl.String))
