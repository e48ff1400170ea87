"""What can be measured: unit, direction, breakdowns, links, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from bothshores.catalogue.fields import Fields
from bothshores.catalogue.reading import entries
from bothshores.vocab import Direction

DIMENSIONS = ("economic", "social", "governance", "mobility")
LEVELS = ("national", "programme")
UNITS = (
    "persons", "share 0-1", "gross share", "ratio", "usd", "usd_ppp", "lcu_per_usd", "years", "per_1000",
    "per_100000", "per_100", "index 0-1", "index 0-10", "index 0-100", "index -2.5 to 2.5", "days", "months", "count",
    "children_per_woman",
)  # fmt: skip
LIMITS = {
    "per_100": (0.0, 500.0), "per_1000": (-500.0, 1000.0), "per_100000": (0.0, 100_000.0), "years": (0.0, 125.0),
    "index 0-100": (0.0, 100.0), "index 0-10": (0.0, 10.0), "index 0-1": (0.0, 1.0), "persons": (-1e8, 1e10),
    "children_per_woman": (0.0, 12.0), "lcu_per_usd": (0.0, 1e12), "usd_ppp": (0.0, 1e7), "usd": (-1e14, 1e15),
    "index -2.5 to 2.5": (-5.0, 5.0), "share 0-1": (-100.0, 1e6), "ratio": (-1e6, 1e6), "days": (0.0, 1e5),
    "months": (0.0, 1e4), "count": (0.0, 1e12), "gross share": (0.0, 10.0),
}  # fmt: skip
"""What a unit allows: a value outside is a slip, of the publisher's or of whoever edited the file. Growth, inflation
and investment have the unit of a share and can be negative, or many times the whole. A gross share compares people
with a base that does not hold them all (pupils of any age with children of school age): it may exceed 1."""


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

    @property
    def limits(self) -> tuple[float, float]:
        """Least and greatest value that is no slip; what a programme counts is never negative."""
        low, high = LIMITS[self.unit]
        return max(low, 0.0) if self.level == "programme" else low, high


def key_of(fields: Fields) -> SourceKey:
    """One way to find the indicator in a source."""
    return SourceKey(
        key=fields.text("key"),
        factor=fields.number("factor", 1.0),
        name=fields.text("name", ""),
        breakdown=fields.text("breakdown", ""),
    )


def ratio(fields: Fields) -> Ratio:
    """How a derived indicator is made."""
    return Ratio(fields.text("numerator"), fields.text("denominator"), fields.number("factor", 1.0))


def sources(fields: Fields) -> dict[str, tuple[SourceKey, ...]]:
    """Ways by source."""
    return {name: tuple(key_of(each) for each in fields.tables(name)) for name in fields.raw}


def build(fields: Fields) -> Indicator:
    """Check one entry's fields and values."""
    return Indicator(
        id=fields.text("id"),
        label=fields.text("label"),
        definition=fields.text("definition"),
        unit=fields.choice("unit", UNITS),
        direction=Direction(fields.choice("direction", list(Direction))),
        dimension=fields.choice("dimension", DIMENSIONS),
        level=fields.choice("level", LEVELS),
        breakdowns=fields.texts("breakdowns"),
        sdg_target=fields.text("sdg_target", ""),
        gcm_objective=fields.text("gcm_objective", ""),
        frequency=fields.text("frequency"),
        smallest_cell=fields.whole("smallest_cell", low=1),
        note=fields.text("note", ""),
        other_source=fields.text("other_source", ""),
        ratio=ratio(fields.table("ratio")) if "ratio" in fields else None,
        sources=sources(fields.table("sources")) if "sources" in fields else {},
    )


@cache
def indicators() -> dict[str, Indicator]:
    """All indicators by id."""
    return {indicator.id: indicator for indicator in entries("indicators", build)}
