"""A table block from marked heads: what each section would otherwise repeat."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from bothshores.report.blocks import Column, Table
from bothshores.words import Words

Head = tuple[str, int, bool]
"""Marked head, width in parts, and whether the column holds numbers."""


def tabulate(
    words: Words, caption: str, heads: Sequence[Head], rows: Iterable[tuple[str, ...]], note: str = "", *,
    total: bool = False,
) -> Table:  # fmt: skip
    """A table whose caption, heads and note are marked texts; its rows are written already."""
    columns = tuple(Column(words.text(head), width, number) for head, width, number in heads)
    return Table(words.text(caption), columns, tuple(rows), words.text(note), total)


def under_measures(
    words: Words, rows: Iterable[dict[str, Any]], cells: Callable[[dict[str, Any]], tuple[str, ...]]
) -> Iterator[tuple[str, ...]]:
    """Rows in order, each measure's under its title."""
    for measure, same in groupby(rows, key=lambda row: str(row["measure"])):
        yield (words.measure(measure),)
        yield from map(cells, same)
