"""A file under question: what its first bytes, cells and sheets say, whatever it is called."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import fastexcel
import polars as pl

from bothshores.vocab import FICTIONAL

HEAD = 65_536
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
Cells = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Probe:
    """One file: where it lies, how people know it, and its first bytes."""

    path: Path
    name: str
    head: bytes

    @classmethod
    def of(cls, path: Path, name: str) -> Probe:
        """Open a file and read its start. Raises OSError where it cannot be opened."""
        with path.open("rb") as stream:
            return cls(path, name, stream.read(HEAD))

    @cached_property
    def content(self) -> bytes:
        """The whole file."""
        return self.path.read_bytes()

    @cached_property
    def fictional(self) -> str:
        """The line with which the file says that it is fictional, empty where it says no such thing.

        Such a file shows its label and nothing else until a source that knows it takes the label off (`Labelled`).
        """
        if self.is_workbook:
            line = next(iter(self.first_rows[0]), "") if self.first_rows else ""
        else:
            line = self.head[:2000].decode("utf-8-sig", errors="replace").split("\n", 1)[0].strip().strip('"')
        return line if line.startswith(FICTIONAL) else ""

    @property
    def is_workbook(self) -> bool:
        """True if the bytes are those of an Excel workbook, whole or not."""
        return self.head.startswith(OLE) or (self.head.startswith(ZIP) and b"xl/" in self.head + self.tail)

    @cached_property
    def tail(self) -> bytes:
        """The last bytes, where a zip file lists what it holds."""
        with self.path.open("rb") as stream:
            stream.seek(max(0, self.path.stat().st_size - HEAD))
            return stream.read()

    @cached_property
    def workbook(self) -> Any:
        """The workbook opened, or None where it is none or is damaged."""
        if not self.is_workbook:
            return None
        try:
            return fastexcel.read_excel(self.path)
        except (fastexcel.FastExcelError, OSError, ValueError):
            return None

    @property
    def damaged(self) -> bool:
        """True if this is a workbook that cannot be opened."""
        return self.is_workbook and self.workbook is None

    @property
    def sheets(self) -> tuple[str, ...]:
        """Names of the sheets, none where this is no readable workbook."""
        return tuple(self.workbook.sheet_names) if self.workbook else ()

    def sheet(self, name: str | int, rows: int | None = None) -> Cells:
        """Cells of a sheet as text, empty text where a cell is empty. Raises ValueError where it cannot be read."""
        try:
            loaded = self.workbook.load_sheet(name, header_row=None, dtypes="string", n_rows=rows)
        except fastexcel.FastExcelError as error:
            raise ValueError(str(error)) from error
        return tuple(tuple(cell or "" for cell in row) for row in pl.DataFrame(loaded).iter_rows())

    @cached_property
    def first_rows(self) -> Cells:
        """The first rows of a text table, and of a workbook's first sheet."""
        if self.workbook:
            try:
                return self.sheet(0, rows=12)
            except ValueError:
                return ()
        if b"\x00" in self.head:
            return ()
        text = self.head.decode("utf-8-sig", errors="replace")
        lines = text.splitlines()[: 1 if text.lstrip('"').startswith(FICTIONAL) else 12]
        try:
            rows = csv.reader(io.StringIO("\n".join(lines)), delimiter=self.separator)
            return tuple(tuple(cell.strip() for cell in row) for row in rows)
        except csv.Error:
            return ()

    @property
    def separator(self) -> str:
        """What parts the cells of a text table: comma, semicolon or tab, whichever the start holds most of."""
        start = self.head[:2000].decode("utf-8", errors="replace")
        return max(",;\t", key=start.count)


class Labelled(Probe):
    """A file without the label that says it is fictional: what stands under the first line, or behind the first sheet.

    Rows are numbered from the header, so that a finding names the same row with and without the label.
    """

    @classmethod
    def under(cls, probe: Probe) -> Labelled:
        """What a fictional file holds."""
        if probe.is_workbook:
            return cls(probe.path, probe.name, probe.head)
        return cls(probe.path, probe.name, below(probe.head))

    @cached_property
    def content(self) -> bytes:
        """The file under its label."""
        return below(self.path.read_bytes())

    @cached_property
    def fictional(self) -> str:
        """Nothing: the label is off."""
        return ""

    @property
    def sheets(self) -> tuple[str, ...]:
        """Names of the sheets behind the label's."""
        return tuple(self.workbook.sheet_names[1:]) if self.workbook else ()

    def sheet(self, name: str | int, rows: int | None = None) -> Cells:
        """Cells of a sheet; a number counts from the first behind the label."""
        return super().sheet(name + 1 if isinstance(name, int) else name, rows)


def below(content: bytes) -> bytes:
    """Everything after the first line."""
    return content.partition(b"\n")[2]
