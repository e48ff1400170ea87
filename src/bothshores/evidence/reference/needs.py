"""Where the reference country lags behind similar ones: planted, to be found again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bothshores.catalogue import indicators
from bothshores.evidence.reference.streams import stream

COUNT: Final = 10
SLOWER: Final = 3
SMALLEST, GREATEST = 1.3, 2.6
ALWAYS: Final = ("informal_employment_rate", "remittance_cost_share", "unemployment_rate", "youth_unemployment_rate")
"""Needs under every seed, so that the catalogue has measures for some of them."""
RESTLESS: Final = ("gdp_growth", "inflation", "gdp_per_capita_usd")
"""No needs: the first two are of one year, the third is a product of other series."""


@dataclass(frozen=True, slots=True)
class Need:
    """An indicator, how far behind in standard deviations between countries, and whether it moves more slowly here."""

    indicator: str
    gap: float
    slower: bool


def planted_needs(seed: int, names: Sequence[str]) -> tuple[Need, ...]:
    """Ten needs of a seed, by indicator; three of them move more slowly than elsewhere."""
    generator = stream(seed, "needs")
    known = indicators()
    judged = [name for name in names if name in known and known[name].direction.sign and name not in RESTLESS]
    others = generator.choice([name for name in judged if name not in ALWAYS], COUNT - len(ALWAYS), replace=False)
    chosen = sorted([*ALWAYS, *map(str, others)])
    gaps = generator.uniform(SMALLEST, GREATEST, COUNT)
    slow = set(generator.choice(COUNT, SLOWER, replace=False).tolist())
    return tuple(Need(name, round(float(gaps[at]), 3), at in slow) for at, name in enumerate(chosen))
