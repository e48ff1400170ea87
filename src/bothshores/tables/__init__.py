"""Every table that crosses a room's wall: column, type, unit, meaning, key. Rooms meet only here."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable
from functools import cache
from typing import Any

import dataframely as dy
import polars as pl

ROOMS = ("evidence", "effects", "plan", "basis", "fund", "deliver", "monitor", "evaluate", "adapt")


def name_of(schema: type[dy.Schema]) -> str:
    """`EffectUses` is the table `effect_uses`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", schema.__name__).lower()


@cache
def every() -> dict[str, type[dy.Schema]]:
    """All tables by name, in the order of the rooms."""
    found: dict[str, type[dy.Schema]] = {}
    for room in ROOMS:
        module = importlib.import_module(f"bothshores.tables.{room}")
        found |= {
            name_of(thing): thing
            for thing in vars(module).values()
            if isinstance(thing, type) and issubclass(thing, dy.Schema) and thing.__module__ == module.__name__
        }
    return found


def unit_of(schema: type[dy.Schema], column: str) -> str:
    """The unit a column states, empty where it has none."""
    return str((schema.columns()[column].metadata or {}).get("unit", ""))


def dtypes(schema: type[dy.Schema]) -> dict[str, pl.DataType]:
    """The Polars type of each column."""
    return {name: column.dtype for name, column in schema.columns().items()}


def build(schema: type[dy.Schema], rows: Iterable[dict[str, Any]]) -> pl.DataFrame:
    """Rows as a valid table in the schema's column order; none give an empty one. Raises where a row is invalid."""
    frame = pl.DataFrame(list(rows), schema=dtypes(schema), orient="row")
    return schema.validate(frame, cast=True)
