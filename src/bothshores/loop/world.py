"""The evidence of all countries: read once, chosen among, frozen, and measured once for all drafts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import polars as pl

from bothshores import evidence, plan
from bothshores.store import Snapshots
from bothshores.vocab import FICTIONAL_CODES, is_fictional

Progress = Callable[[str], None]


def quiet(_text: str) -> None:
    """Say nothing."""


@dataclass
class World:
    """The evidence of all countries, with what is measured once for all of them."""

    snapshots: Snapshots
    fictional: bool = False
    """Real countries are compared with real ones, and fictional ones among themselves."""

    def beside(self, country: str) -> World:
        """The world that a country is compared in."""
        return self.elsewhere if is_fictional(country) != self.fictional else self

    @cached_property
    def elsewhere(self) -> World:
        """The other side: fictional countries seen from real ones, and the other way round."""
        return World(self.snapshots, not self.fictional)

    @cached_property
    def figures(self) -> pl.DataFrame:
        """One figure for each country, indicator and year."""
        invented = pl.col("country").is_in(FICTIONAL_CODES)
        return self.snapshots.frame("figures").filter(invented if self.fictional else ~invented)

    @cached_property
    def trends(self) -> plan.TrendPool:
        """Trends pooled over countries."""
        return plan.pool_trends(self.figures)

    @cached_property
    def likeness(self) -> plan.Similarity:
        """How similar origin countries are to each other."""
        return plan.measure_similarity(self.figures)


def gather(folders: Sequence[Path], progress: Progress = quiet) -> World:
    """Read every source once, choose among them, and freeze it all."""
    found = evidence.gather(folders, progress=progress)
    progress("Choosing among sources")
    frames = found._asdict() | {"figures": evidence.prefer(found.observations)}
    return World(Snapshots.of(frames, [str(folder) for folder in folders]))


def countries(world: World) -> list[str]:
    """Every country the Factbook has people for."""
    people = world.snapshots.frame("observations").filter(
        (pl.col("source") == "factbook") & (pl.col("indicator") == "population_total") & (pl.col("value") > 0)
    )
    return sorted(people["country"].unique())
