"""What can be measured: unit, direction, breakdowns, links, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from bothshores.catalogue.reading import entries
from bothshores.vocab import Direction

DIMENSIONS = ("economic", "social", "governance", "mobility")
UNITS = (
    "persons", "share 0-1", "ratio", "usd", "usd_ppp", "lcu_per_usd", "years", "per_1000", "per_100000", "per_100",
    "index 0-1", "index 0-10", "index 0-100", "index -2.5 to 2.5", "days", "months", "count", "children_per_woman",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SourceKey:
    """How a source plug-in finds the indicator in its files: a code or a path, and the factor to our unit."""

    key: str
    factor: float = 1.0
    name: str = ""
    breakdown: str = ""


@dataclass(frozen=True, slots=True)
class Ratio:
    """A derived indicator: factor times the numerator's figure over the denominator's."""

    numerator: str
    denominator: str
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of the catalogue."""

    id: str
    label: str
    definition: str
    unit: str
    direction: Direction
    dimension: str
    level: str
    breakdowns: tuple[str, ...]
    sdg_target: str
    gcm_objective: str
    frequency: str
    smallest_cell: int
    note: str
    other_source: str
    ratio: Ratio | None
    sources: dict[str, tuple[SourceKey, ...]]

    @property
    def bounded(self) -> bool:
        """True if the indicator cannot leave 0 to 1."""
        return self.unit in ("share 0-1", "index 0-1")


def build(raw: dict[str, Any]) -> Indicator:
    """Check one entry's fields and values."""
    if raw["unit"] not in UNITS:
        raise ValueError(f"unit {raw['unit']!r} is none of {', '.join(UNITS)}")
    if raw["dimension"] not in DIMENSIONS:
        raise ValueError(f"dimension {raw['dimension']!r} is none of {', '.join(DIMENSIONS)}")
    ratio = raw.get("ratio")
    return Indicator(
        id=raw["id"],
        label=raw["label"],
        definition=raw["definition"],
        unit=raw["unit"],
        direction=Direction(raw["direction"]),
        dimension=raw["dimension"],
        level=raw["level"],
        breakdowns=tuple(raw["breakdowns"]),
        sdg_target=raw.get("sdg_target", ""),
        gcm_objective=raw.get("gcm_objective", ""),
        frequency=raw["frequency"],
        smallest_cell=int(raw["smallest_cell"]),
        note=raw.get("note", ""),
        other_source=raw.get("other_source", ""),
        ratio=Ratio(**ratio) if ratio else None,
        sources={name: tuple(SourceKey(**key) for key in keys) for name, keys in raw.get("sources", {}).items()},
    )


@cache
def indicators() -> dict[str, Indicator]:
    """All indicators by id."""
    return {indicator.id: indicator for indicator in entries("indicators", build)}
