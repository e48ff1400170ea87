"""Numbers as people write them, brought to one form: 1,234,567.5 and 1.234.567,5 and 1 234 567,5 are 1234567.5.

A column decides as a whole, since `1,234` alone can be both. A comma is the decimal mark where some number of the
column shows it (`12,5`, `1.234,5`), and parts thousands where some number shows that (`1,234,567`, `1,234.5`); likewise
a point. Where nothing shows it, a comma before three digits parts thousands if the table's cells are parted by commas
(whoever wrote it had to quote the cell, as English spreadsheets do), else the cell stays as it is and is left aside by
whoever reads it as a number.
"""

from __future__ import annotations

from typing import Final

import polars as pl

SPACES: Final = "[ \u00a0\u2009\u202f'’]"
MINUS = "[\u2212\u2013]"
PLAIN = r"^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$"
SPACED = rf"^[+-]?\d{{1,3}}({SPACES}\d{{3}})+([.,]\d+)?$"
COMMA_THOUSANDS = r"^[+-]?\d{1,3}(,\d{3})+\.\d+$|^[+-]?\d{1,3}(,\d{3}){2,}$"
POINT_THOUSANDS = r"^[+-]?\d{1,3}(\.\d{3})+,\d+$|^[+-]?\d{1,3}(\.\d{3}){2,}$"
COMMA_DECIMAL = r"^[+-]?\d+,(\d{1,2}|\d{4,})$|^[+-]?\d{4,},\d+$|^[+-]?0,\d+$"
COMMAS, POINTS = r"^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$", r"^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$"
MARKED = rf"\d[.,]\d|\d{SPACES}\d|^{MINUS}\d"


def plain(frame: pl.DataFrame, separator: str) -> tuple[pl.DataFrame, int]:
    """The frame with the numbers of its text columns as Python writes them, and how many cells that changed."""
    texts = [name for name, kind in frame.schema.items() if kind == pl.String]
    changed = frame.with_columns(plain_column(frame[name], separator) for name in texts)
    cells = sum(int((frame[name] != changed[name]).sum()) for name in texts)
    return changed, cells


def plain_column(column: pl.Series, separator: str) -> pl.Series:
    """A column in one form; untouched where most of its cells are no numbers, or none is marked."""
    marked = column.filter(column.str.contains(MARKED))
    if marked.is_empty() or (marked.str.contains(PLAIN).all() and not seen(marked, POINT_THOUSANDS)):
        return column
    filled = column.filter(column.fill_null("").str.contains(r"\d"))
    numbers = filled.str.replace(MINUS, "-").str.contains(rf"{PLAIN}|{SPACED}|{COMMAS}|{POINTS}|{COMMA_DECIMAL}")
    if 2 * int(numbers.sum()) < len(filled):
        return column
    without_spaces = pl.when(pl.col("text").str.contains(SPACED)).then(pl.col("text").str.replace_all(SPACES, ""))
    frame = pl.DataFrame({"text": column.str.replace(rf"^{MINUS}", "-")})
    frame = frame.with_columns(text=without_spaces.otherwise(pl.col("text")))
    for pattern, parts, point in marks(frame["text"], separator):
        bare = pl.col("text").str.replace_all(parts, "", literal=True)
        bare = bare.str.replace(point, ".", literal=True)
        frame = frame.with_columns(text=pl.when(pl.col("text").str.contains(pattern)).then(bare).otherwise("text"))
    return frame["text"].alias(column.name)


def marks(texts: pl.Series, separator: str) -> list[tuple[str, str, str]]:
    """What to rewrite: pattern of the cells, the mark between thousands, the mark of decimals."""
    point_thousands, comma_decimal = seen(texts, POINT_THOUSANDS), seen(texts, COMMA_DECIMAL)
    comma_thousands = seen(texts, COMMA_THOUSANDS)
    if point_thousands and not comma_thousands:
        return [(POINTS, ".", ","), (r"^[+-]?\d+,\d+$", ".", ",")]
    if comma_decimal and not comma_thousands:
        return [(r"^[+-]?\d+,\d+$", ".", ",")]
    if comma_thousands or separator == ",":
        return [(COMMAS, ",", ".")] if not (comma_decimal or point_thousands) else []
    return []


def seen(texts: pl.Series, pattern: str) -> bool:
    """True if some cell shows the pattern."""
    return bool(texts.str.contains(pattern).any())
