"""Which column of a table names a row of another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl

from bothshores.tables import every

NAMES = {
    "measure": ("measures", "id"),
    "objective": ("objectives", "id"),
}
"""Column → table and column it names; `national`, the reserve and the like name no row, and then there is no key."""


def foreign_keys(table: str, frames: Mapping[str, pl.DataFrame]) -> list[dict[str, Any]]:
    """Keys of a table that hold for every row it has, as Table Schema writes them."""
    found = []
    for column, (other, key) in NAMES.items():
        if column in every()[table].columns() and other in frames and holds(frames[table][column], frames[other][key]):
            reference = {"resource": other.replace("_", "-"), "fields": [key]}
            found.append({"fields": [column], "reference": reference})
    return found


def holds(column: pl.Series, keys: pl.Series) -> bool:
    """True if every value is among the keys."""
    return bool(column.is_in(keys.to_list()).all())
