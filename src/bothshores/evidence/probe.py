"""A file under question: what its first bytes, cells and sheets say, whatever it is called."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from pathlib import Path
from typing import Any

import fastexcel
import polars as pl

from bothshores.evidence.mapping import Mapping
from bothshores.vocab import FICTIONAL

HEAD = 65_536
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
SEPARATORS, LINES = ",;\t|", 12
MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
"""Byte order marks, with the encoding that drops them."""
Cells = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Probe:
    """One file: where it lies, how people know it, its first bytes, and the mapping file that describes it, if any."""

    path: Path
    name: str
    head: bytes
    mapping: Mapping | None = None

    @classmethod
    def of(cls, path: Path, name: str, mapping: Mapping | None = None) -> Probe:
        """Open a file and read its start. Raises OSError where it cannot be opened."""
        with path.open("rb") as stream:
            return cls(path, name, stream.read(HEAD), mapping)

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
            line = next(iter(decoded(self.head, encoding_of(self.head)).splitlines()), "").strip().strip('"')
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
        text = decoded(self.head, self.encoding)
        lines = text.splitlines()[: 1 if text.lstrip('"').startswith(FICTIONAL) else LINES]
        return split(lines, self.separator) if self.encoding else ()

    @cached_property
    def encoding(self) -> str:
        """How the first bytes stand for letters; empty where this is no text."""
        return "" if self.is_workbook else self.stated("encoding") or encoding_of(self.head)

    def stated(self, key: str) -> str:
        """What the mapping file says of the layout, empty where it says nothing."""
        return getattr(self.mapping, key) if self.mapping else ""

    @cached_property
    def text(self) -> str:
        """The whole file as text with plain line ends; a byte that stands for nothing becomes `\ufffd`."""
        encoding = self.stated("encoding") or encoding_of(self.content)
        return decoded(self.content, encoding).replace("\r\n", "\n").replace("\r", "\n")

    @cached_property
    def separator(self) -> str:
        """What parts the cells of a text table: the mark that cuts most lines into one number of cells."""
        if stated := self.stated("separator"):
            return stated
        lines = decoded(self.head, self.encoding).splitlines()[:LINES]
        return max(SEPARATORS, key=lambda mark: evenness(split(lines, mark)))


def encoding_of(content: bytes) -> str:
    """The encoding that a byte order mark, zeros or letters show: UTF-8, UTF-16 or Windows-1252; empty: no text."""
    if mark := next((mark for mark in MARKS if content.startswith(mark)), b""):
        return MARKS[mark]
    # Without a mark, every second byte of European text in UTF-16 is zero, and no other text holds zeros.
    odd, even = content[1::2].count(0), content[::2].count(0)
    if odd or even:
        return "" if max(odd, even) < 0.4 * len(content) else "utf-16-le" if odd > even else "utf-16-be"
    text = content.decode("utf-8", errors="ignore")
    whole = len(text.encode())
    # A slip is no other encoding: in those of one byte a letter, hardly any letter beyond ASCII passes for UTF-8.
    return "utf-8" if len(content) - whole <= whole - len(text) else "cp1252"


def evenness(rows: Cells) -> tuple[int, int]:
    """How many rows have the most common width, and that width; nothing where it is one cell."""
    widths = Counter(len(row) for row in rows if any(row))
    width, lines = max(widths.items(), key=itemgetter(1, 0), default=(0, 0))
    return (lines, width) if width > 1 else (0, 0)


def decoded(content: bytes, encoding: str) -> str:
    """Bytes as text without a byte order mark."""
    return content.decode(encoding or "utf-8", errors="replace").removeprefix("\ufeff")


def split(lines: list[str], separator: str) -> Cells:
    """Lines as cells; none where they cannot be split."""
    try:
        rows = csv.reader(io.StringIO("\n".join(lines)), delimiter=separator)
        return tuple(tuple(cell.strip() for cell in row) for row in rows)
    except csv.Error:
        return ()


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
    """Everything after the first line, in UTF-8."""
    text = decoded(content, encoding_of(content))
    first = text.splitlines(keepends=True)[:1]
    return text.removeprefix("".join(first)).encode()
