"""Read a CSV file of the catalogue cell by cell; a column or cell that is missing, wrong or unknown is named."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Collection, Mapping
from math import isfinite

from bothshores.errors import CatalogueError

Wanted = Callable[[str], str]
"""Gives what a cell should be, or nothing where it is that."""


def filled(text: str) -> str:
    """Some words."""
    return "" if text.strip() else "a text"


def anything(_text: str) -> str:
    """Words or none."""
    return ""


def number(text: str) -> str:
    """A finite number or none."""
    try:
        return "" if not text.strip() or isfinite(float(text)) else "a finite number"
    except ValueError:
        return "a number, or empty"


def whole(text: str) -> str:
    """A whole number that is not negative, or none."""
    return "" if not text.strip() or text.strip().isdecimal() else "a whole number, or empty"


def one_of(*words: str) -> Wanted:
    """One of these words."""
    return lambda text: "" if text in words else f"one of {', '.join(word or 'nothing' for word in words)}"


def codes(known: Collection[str]) -> Wanted:
    """Codes of a list parted by semicolons, or none."""
    return lambda text: "" if all(code in known for code in text.split(";") if text) else "a list of known codes"


def read(text: str, where: str, columns: Mapping[str, Wanted], *, key: str) -> list[dict[str, str]]:
    """The rows, each with every column. Raises CatalogueError naming file, row (1 is the first) and column."""
    table = csv.DictReader(io.StringIO(text), restkey="", restval=None)
    names = table.fieldnames or []
    for name in columns:
        if name not in names:
            raise CatalogueError(f"The column {name} is missing.", where=where, remedy="Add it.")
    for name in names:
        if name not in columns or names.count(name) > 1:
            what = "stands there twice" if name in columns else "is known to nobody"
            raise CatalogueError(f"The column {name!r} {what}.", where=where, remedy="Correct or remove it.")
    rows, seen = [], set()
    for line, row in enumerate(table, start=1):
        place = f"{where}, row {line}"
        if "" in row or None in row.values():
            raise CatalogueError(
                f"The row has not {len(names)} cells.", where=place, remedy="Check its commas and quotes."
            )
        for name, wanted in columns.items():
            if wrong := wanted(row[name]):
                raise CatalogueError(f"{name} = {row[name]!r} is not {wrong}.", where=place, remedy="Mend the cell.")
        if row[key] in seen:
            raise CatalogueError(f"{key} = {row[key]!r} stands there twice.", where=place, remedy="Give another.")
        seen.add(row[key])
        rows.append(row)
    return rows
