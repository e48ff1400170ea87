"""What a source of evidence must state and compute."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

import polars as pl

from bothshores.catalogue import indicators
from bothshores.evidence.aside import Aside
from bothshores.evidence.probe import Cells, Probe
from bothshores.registry import Plugin
from bothshores.tables import dtypes
from bothshores.tables.evidence import Observations, Stocks
from bothshores.vocab import Reference


def no_observations() -> pl.DataFrame:
    """An empty table of observations."""
    return pl.DataFrame(schema=dtypes(Observations))


def no_stocks() -> pl.DataFrame:
    """An empty table of stocks."""
    return pl.DataFrame(schema=dtypes(Stocks))


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file gave, and what was put aside with its reason; `taken` and `left` count figures."""

    aside: Aside
    observations: pl.DataFrame = field(default_factory=no_observations)
    stocks: pl.DataFrame = field(default_factory=no_stocks)
    vintage: str = ""
    sha256: str = ""

    @property
    def taken(self) -> int:
        """Figures taken."""
        return self.observations.height + self.stocks.height

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
