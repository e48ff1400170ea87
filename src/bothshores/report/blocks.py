"""What a document is made of: plain text in blocks, said once in a language and set as HTML and as PDF.

A cell of a table may hold a second line after a newline: it is set small, as a unit or a source is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

Tone = Literal["", "small", "strong", "tag"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str
    tone: Tone = ""
    kind: ClassVar[str] = "paragraph"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section."""

    text: str
    kind: ClassVar[str] = "heading"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of equal points."""

    items: tuple[str, ...]
    kind: ClassVar[str] = "bullets"


@dataclass(frozen=True, slots=True)
class Notice:
    """What the reader must know before trusting what follows."""

    title: str
    text: str
    kind: ClassVar[str] = "notice"


@dataclass(frozen=True, slots=True)
class Numbers:
    """A few large figures with what they count."""

    items: tuple[tuple[str, str], ...]
    kind: ClassVar[str] = "numbers"


@dataclass(frozen=True, slots=True)
class Facts:
    """Terms and what is said of each."""

    items: tuple[tuple[str, str], ...]
    kind: ClassVar[str] = "facts"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its part of the width, and whether it holds numbers (set to the far side)."""

    head: str
    width: int = 1
    number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads; the first cell of a row names it, and a row of one cell heads those after it.

    `total` sets the last row apart.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    total: bool = False
    kind: ClassVar[str] = "table"


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with its title, what to see in it, its source, and a description for those who do not see it.

    `width` is its part of the column, so that letters are of one size in all charts.
    """

    chart: str
    title: str
    caption: str
    alt: str
    svg: str
    width: float = 1.0
    kind: ClassVar[str] = "figure"


@dataclass(frozen=True, slots=True)
class Entries:
    """References: text and address."""

    items: tuple[tuple[str, str], ...]
    kind: ClassVar[str] = "entries"


@dataclass(frozen=True, slots=True)
class Blanks:
    """Names of what is left to be written in by hand, a line beside each."""

    items: tuple[str, ...]
    kind: ClassVar[str] = "blanks"


Block: TypeAlias = Paragraph | Heading | Bullets | Notice | Numbers | Facts | Table | Figure | Entries | Blanks


@dataclass(frozen=True, slots=True)
class Chapter:
    """One section of the document, composed."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Chapters that answer one question."""

    id: str
    title: str
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """The whole text in one language; `labels` are the few words the page itself needs.

    `warning` stands on every page, or is empty.
    """

    language: str
    right_to_left: bool
    country: str
    title: str
    subtitle: str
    status: str
    warning: str
    cover: tuple[Block, ...]
    parts: tuple[Part, ...]
    labels: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A text that must fill a given number of pages, one group of blocks each; its letters are set as large as fits.

    `head` says above the title what the sheet is or whom it is for.
    """

    language: str
    right_to_left: bool
    head: str
    title: str
    subtitle: str
    status: str
    warning: str
    pages: tuple[tuple[Block, ...], ...]
    labels: dict[str, str]
