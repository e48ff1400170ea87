"""What people and programs do to files: each mutation gives the bytes of a worse file."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import Any

import fastexcel
import openpyxl

from bothshores.evidence import places
from bothshores.evidence.gather import Walk, quiet
from bothshores.evidence.probe import Probe

Cells = list[list[str]]
NOTES = (["Source: the publisher's yearbook."], ["(a) Provisional figures; see notes."], ["* Break in series"])
ENCODINGS = ("utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "cp1252", "latin-1")
SEPARATORS = {"semicolon": ";", "tab": "\t", "bar": "|"}
GROUPS = {3: "SSF", 2: "ZG"}
MOST = 90_000


@dataclass(frozen=True)
class Outcome:
    """What became of a file: figures taken and left, rules broken, and what was taken."""

    source: str
    taken: int
    left: int
    rules: frozenset[str]
    values: Any

    @property
    def figures(self) -> int:
        return self.taken + self.left


def outcome(path) -> Outcome:
    """Read one file as a walk does; whatever is wrong must be rows of findings, never an error."""
    walk = Walk(quiet)
    probe = Probe.of(path, path.name)
    if not walk.read(probe) and not walk.note_table(probe):
        walk.note_unknown(path, ".", 1)
    rules = frozenset(row["rule"] for aside in walk.others for row in aside.rows)
    assert all(aside.file == path.name for aside in walk.others)
    if not walk.files:
        assert rules, "a file that is not read is named"
        return Outcome("", 0, 0, rules, None)
    reading = walk.files[0].reading
    rules |= {row["rule"] for row in reading.aside.rows}
    values = reading.observations.drop("file", "locator", "vintage").sort("country", "indicator", "year", "breakdown")
    # A matrix also gives the sums of its cells: they are computed, no figures of the file.
    computed = reading.observations.height if reading.stocks.height else 0
    return Outcome(walk.files[0].source.id, reading.taken - computed, reading.left, rules, values)


def cells_of(data: bytes) -> Cells:
    """A text table, split by commas."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))


def text_of(cells: Cells, separator: str = ",") -> bytes:
    """A text table in UTF-8."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=separator, lineterminator="\n").writerows(cells)
    return stream.getvalue().encode()


def with_aggregates(cells: Cells) -> tuple[Cells, int]:
    """Three rows of countries again, now of a group of countries, at the end; and how many rows that are."""
    groups = []
    for row in cells[1:]:
        named = [place for place, cell in enumerate(row[:3]) if places.find(cell) or cell in places.iso3()]
        if named and sum(is_number(cell) for cell in row) and len(groups) < 3:
            groups.append([
                (GROUPS.get(len(cell), "Sub-Saharan Africa") if place in named else cell)
                for place, cell in enumerate(row)
            ])  # fmt: skip
    return [*cells, *groups], len(groups)


def with_marks(cells: Cells, thousands: str, decimal: str) -> Cells:
    """Every number of a thousand and more with marks, but for columns of years."""
    years = {
        place
        for place in range(len(cells[0]))
        if any(cell := column(cells, place)) and sum(is_year(each) for each in cell) > 0.9 * sum(map(bool, cell))
    }
    return [cells[0], *([marked(cell, thousands, decimal) if place not in years else cell
                         for place, cell in enumerate(row)] for row in cells[1:])]  # fmt: skip


def column(cells: Cells, place: int) -> list[str]:
    """Cells under a header."""
    return [row[place] for row in cells[1:] if len(row) > place]


def marked(cell: str, thousands: str, decimal: str) -> str:
    """A number with marks; other cells as they are."""
    if not is_number(cell) or "e" in cell.lower() or abs(float(cell)) < 1000:
        return cell if not is_number(cell) else cell.replace(".", decimal)
    whole, _, rest = cell.partition(".")
    grouped = f"{int(whole):,}".replace(",", thousands)
    return f"{grouped}{decimal}{rest}" if rest else grouped


def is_number(cell: str) -> bool:
    try:
        return float(cell) == float(cell)
    except ValueError:
        return False


def is_year(cell: str) -> bool:
    return cell.isdigit() and 1900 <= int(cell) <= 2100


def swapped(cells: Cells, *, header: bool) -> Cells:
    """The first two columns in each other's place, with their names or (then nothing fits) without."""
    body = [[*row[1::-1], *row[2:]] if len(row) > 1 else row for row in cells]
    return body if header else [cells[0], *body[1:]]


def texts(data: bytes) -> dict[str, bytes]:
    """Every mutation of a text table, by name."""
    cells = cells_of(data)
    plain = data.decode("utf-8-sig")
    groups, number = with_aggregates(cells)
    made = {
        "cut in half": data[: len(data) // 2],
        "renamed": data,
        "columns swapped": text_of(swapped(cells, header=True)),
        "names of columns swapped": text_of(swapped(cells, header=False)),
        "footnotes below": text_of([*cells, *NOTES]),
        "aggregates mixed in": text_of(groups) if number else data,
        "thousands with commas": text_of(with_marks(cells, ",", ".")),
        "thousands with spaces": text_of(with_marks(cells, "\u00a0", ".")),
        "decimal commas": text_of(with_marks(cells, ".", ","), ";"),
        "Windows line ends": plain.replace("\n", "\r\n").encode(),
    }
    made |= {f"parted by {name}": text_of(cells, mark) for name, mark in SEPARATORS.items()}
    for encoding in ENCODINGS:
        try:
            made[encoding] = plain.encode(encoding)
        except UnicodeEncodeError:
            continue
    return made


def workbooks(data: bytes) -> dict[str, bytes]:
    """Every mutation of a workbook, by name; other sheets than the first with figures stay out of small copies."""
    return {
        "cut in half": data[: len(data) // 2],
        "renamed": data,
        "footnotes below": rewritten(data, lambda sheet: [sheet.append(list(note)) for note in NOTES]),
        "thousands as text": rewritten(data, mark_cells),
        "first columns swapped": rewritten(data, swap_columns),
    }


def rewritten(data: bytes, change) -> bytes:
    """A workbook with one sheet changed: the first with many numbers."""
    book = fastexcel.read_excel(data)
    copy = openpyxl.Workbook()
    copy.remove(copy.active)
    done = False
    for name in book.sheet_names:
        rows = [[as_cell(cell) for cell in row] for row in rows_of(book, name)]
        sheet = copy.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if not done and sum(isinstance(cell, float) for row in rows for cell in row) > 100:
            change(sheet)
            done = True
        if sum(len(row) for row in rows) > MOST or done:
            break
    stream = io.BytesIO()
    copy.save(stream)
    return stream.getvalue()


def rows_of(book, name):
    """Cells of a sheet as text."""
    loaded = book.load_sheet(name, header_row=None, dtypes="string")
    return loaded.to_polars().iter_rows()


def as_cell(text):
    """A number where the text is one and no year, as publishers store them."""
    return float(text) if text and is_number(text) and not is_year(text) else text


def mark_cells(sheet) -> None:
    """Numbers as text with commas between thousands."""
    for row in sheet.iter_rows(min_col=6):
        for cell in row:
            if isinstance(cell.value, float) and abs(cell.value) >= 1000 and cell.value == int(cell.value):
                cell.value = f"{int(cell.value):,}"


def swap_columns(sheet) -> None:
    """The first two columns in each other's place."""
    for row in sheet.iter_rows(max_col=2):
        row[0].value, row[1].value = row[1].value, row[0].value
