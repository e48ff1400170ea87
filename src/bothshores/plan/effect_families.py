"""What becomes of effects with the years, as the library's own follow-ups show it, beside what its column says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bothshores.catalogue import Effect, effects

HALF, DOUBLE = 0.5, 2.0
"""An effect fades if less than half of it is left, and emerges if it has more than doubled: a judgement."""
FOLLOW_UPS, DIRECTION, NONE = "follow_ups", "direction", "none"
ORDER = {"short": 0, "": 1, "long": 2}


@dataclass(frozen=True, slots=True)
class Course:
    """`family` by the rule and what it rests on: follow-ups of one outcome, the direction of several, or none."""

    family: str
    basis: str

    def differs(self, effect: Effect) -> bool:
        """True if there was something to compare and the library's column says another thing."""
        return self.basis != NONE and self.family != effect.family


def courses() -> dict[str, Course]:
    """Course of every row of the library.

    Rows of a trial on one measure are put in the order of their years. Rows on the same outcome in comparable samples
    (`pair_same_outcome`) are compared by size, others of the trial, short against long, by direction alone.
    """
    found = dict.fromkeys(effects(), Course("unknown", NONE))
    for rows in series():
        course = (
            Course(by_size(rows), FOLLOW_UPS) if rows[0].pair_same_outcome else Course(by_direction(rows), DIRECTION)
        )
        found |= {row.id: course for row in rows}
    return found


def series() -> Iterator[list[Effect]]:
    """Rows that belong together, in the order of their years; only where there is something to compare."""
    found: defaultdict[tuple[str, str, str], list[Effect]] = defaultdict(list)
    for effect in effects().values():
        if effect.pair and effect.caution != "do_not_use_as_effect":
            found[effect.pair, effect.measure, effect.indicator_hint if effect.pair_same_outcome else ""].append(effect)
    for rows in found.values():
        if {"short", "long"} <= {row.follow_up for row in rows}:
            yield sorted(rows, key=lambda row: (ORDER[row.follow_up], row.horizon_years or 0.0, row.id))


def by_size(rows: Sequence[Effect]) -> str:
    """Family from the first and the last follow-up."""
    first, last = rows[0], rows[-1]
    family = from_to(direction(first), direction(last))
    if family == "lasts" and first.effect and last.effect and first.unit == last.unit:
        left = abs(last.effect / first.effect)
        return "fades" if left < HALF else "emerges" if left > DOUBLE else "lasts"
    return family


def by_direction(rows: Sequence[Effect]) -> str:
    """Family from the directions found early and late; unknown where rows of one time disagree."""
    early, late = ({direction(row) for row in rows if row.follow_up == time} for time in ("short", "long"))
    return from_to(early.pop(), late.pop()) if len(early) == len(late) == 1 else "unknown"


def direction(effect: Effect) -> int:
    """1 for better, -1 for worse, 0 where nothing was found (where neither is better, more counts as 1)."""
    return (effect.sign or 0) * (effect.good or 1)


def from_to(early: int, late: int) -> str:
    """Family from two directions."""
    if early and late:
        return "lasts" if early == late else "unknown"
    return "fades" if early else "emerges" if late else "unknown"
