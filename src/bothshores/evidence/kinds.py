"""What a source of evidence must state and compute."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, ClassVar

import dataframely as dy
import polars as pl

from bothshores.catalogue import indicators
from bothshores.evidence.aside import Aside
from bothshores.evidence.probe import Cells, Probe
from bothshores.registry import Plugin
from bothshores.tables import dtypes
from bothshores.tables.evidence import (
    CorridorPrices,
    CorridorRemittances,
    Observations,
    OccupationMatches,
    Occupations,
    Stocks,
)
from bothshores.vocab import Reference

FIGURES = {
    "observations": "value",
    "stocks": "persons",
    "corridor_remittances": "usd",
    "corridor_prices": "cost_share",
    "occupations": "title",
    "occupation_matches": "part",
}
"""Tables that sources fill, each with the column that holds its figure, or in a classification what it says."""


def none_of(schema: type[dy.Schema]) -> pl.DataFrame:
    """An empty table."""
    return pl.DataFrame(schema=dtypes(schema))


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file gave, and what was put aside with its reason; `taken` and `left` count figures."""

    aside: Aside
    observations: pl.DataFrame = field(default_factory=partial(none_of, Observations))
    stocks: pl.DataFrame = field(default_factory=partial(none_of, Stocks))
    corridor_remittances: pl.DataFrame = field(default_factory=partial(none_of, CorridorRemittances))
    corridor_prices: pl.DataFrame = field(default_factory=partial(none_of, CorridorPrices))
    occupations: pl.DataFrame = field(default_factory=partial(none_of, Occupations))
    occupation_matches: pl.DataFrame = field(default_factory=partial(none_of, OccupationMatches))
    vintage: str = ""
    sha256: str = ""
    stated: Mapping[str, str] = field(default_factory=dict)
    """What the file's own mapping says of publisher, title, licence, citation, url; else the source's hold."""

    def table(self, name: str) -> pl.DataFrame:
        """One of the tables that sources fill."""
        frame: pl.DataFrame = getattr(self, name)
        return frame

    @property
    def taken(self) -> int:
        """Figures taken."""
        return sum(self.table(name).height for name in FIGURES)

    @property
    def left(self) -> int:
        """Figures put aside."""
        return self.aside.figures


@dataclass(frozen=True, slots=True)
class Sample:
    """A few true cells in the shape of the publisher's file, by sheet; a text table has one sheet, called ''.

    `breaks` is the rule that an excerpt must break because it is no whole file, or empty.
    """

    sheets: dict[str, Cells]
    breaks: str = ""


class Source(Plugin):
    """A publication that is read: where it comes from, which files are its own, and what they say.

    `rank` is the precedence when several sources give one figure: the lowest number wins (see `evidence.prefer`).
    Below 50 stand official statistics, from 50 on what others compiled from them. `vintage` names the edition where
    the file does not; editions of one source are compared as text, so they begin with the year.
    """

    required = ("id", "label", "source", "publisher", "title", "licence", "citation", "url", "vintage", "rank")
    label: ClassVar[str]
    source: ClassVar[Reference]
    publisher: ClassVar[str]
    title: ClassVar[str]
    licence: ClassVar[str]
    citation: ClassVar[str]
    url: ClassVar[str]
    vintage: ClassVar[str]
    rank: ClassVar[int]
    mapped: ClassVar[bool] = False
    """True if a file is known by its mapping file, which then also says what the catalogue says of other sources."""
    reads_fiction: ClassVar[bool] = False
    """True for the one source whose files say that they are fictional."""
    samples: ClassVar[tuple[Sample, ...]] = ()
    """A small file for each shape that is recognised; none for embedded data."""

    def embedded(self) -> Reading | None:
        """What the source brings without any file; None where it needs one."""
        return None

    def recognises(self, probe: Probe) -> bool:
        """True if the file's content, never its name, shows that it is this publication."""
        return False

    def read(self, probe: Probe) -> Reading:
        """Every good figure of a file that is recognised; what is wrong goes aside, never into an error."""
        raise NotImplementedError(f"{self.id} reads no files")

    @classmethod
    def catalogue_keys(cls) -> list[dict[str, Any]]:
        """How the catalogue's indicators are called in this source: one row for each key, in the catalogue's order."""
        return [
            {
                "indicator": indicator.id,
                "unit": indicator.unit,
                "key": key.key,
                "factor": float(key.factor),
                "words": key.name,
                "breakdown": key.breakdown,
            }
            for indicator in indicators().values()
            for key in indicator.sources.get(cls.id, ())
        ]
