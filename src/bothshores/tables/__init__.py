"""Every table that crosses a room's wall: column, type, unit, meaning, key. Rooms meet only here."""

from __future__ import annotations

import importlib
import re
from functools import cache

import dataframely as dy

ROOMS = ("evidence", "plan", "fund", "deliver", "monitor", "evaluate", "adapt")


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
