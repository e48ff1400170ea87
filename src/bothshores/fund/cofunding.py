"""Several parties share the value of a project, each within bounds; a budget meets more claims than it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from bothshores.fund.rounding import nearest, share_out


@dataclass(frozen=True, slots=True)
class Party:
    """Who pays part of a project: at least and at most so much of its value, and at most so many minor units."""

    name: str
    at_least: Fraction = Fraction(0)
    at_most: Fraction = Fraction(1)
    cap: int | None = None

    def bounds(self, value: int) -> tuple[int, int]:
        """Least and most minor units of a project of this value."""
        most = nearest(self.at_most * value)
        return nearest(self.at_least * value), most if self.cap is None else min(most, self.cap)


@dataclass(frozen=True, slots=True)
class Fit:
    """Whether parties can share a value. `missing`: what nobody may pay; `excess`: what minima exceed the value by;
    `blocked`: the party whose minimum lies above its own cap; `least`, `most` by party, in minor units."""

    least: dict[str, int]
    most: dict[str, int]
    missing: int
    excess: int
    blocked: str

    @property
    def feasible(self) -> bool:
        """True if there is a way to share."""
        return not (self.missing or self.excess or self.blocked)


def fit(value: int, parties: Sequence[Party]) -> Fit:
    """Feasible iff each minimum is within its maximum and sum of minima <= value <= sum of maxima."""
    bounds = {party.name: party.bounds(value) for party in parties}
    least, most = ({name: pair[side] for name, pair in bounds.items()} for side in (0, 1))
    blocked = next((name for name in bounds if least[name] > most[name]), "")
    return Fit(least, most, max(0, value - sum(most.values())), max(0, sum(least.values()) - value), blocked)


def to_be_found(value: int, parties: Sequence[Party], given: dict[str, int]) -> int:
    """What is left to find once some parties pay what is given and the others at least their minimum."""
    least = fit(value, parties).least
    return max(0, value - sum(given.get(name, amount) for name, amount in least.items()))


def pro_rata(budget: int, claims: Sequence[int]) -> list[int]:
    """What each valid claim gets: all of it, or its part of a budget that does not meet them all."""
    return list(claims) if sum(claims) <= budget else share_out(budget, claims)


def unmet_share(budget: int, claims: Sequence[int]) -> Fraction:
    """Part of the valid claims that the budget leaves without money."""
    total = sum(claims)
    return Fraction(max(0, total - budget), total) if total else Fraction(0)
