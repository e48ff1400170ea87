"""What becomes of an effect with the years: it fades, lasts or emerges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bothshores.plan.draws import Draws

ASSUMED_HORIZON = 1.0
"""Years after which an effect counts as measured where the study does not say."""


@dataclass(frozen=True, slots=True)
class Point:
    """An effect as drawn [draws], so many years after people were reached."""

    years: float
    effect: Draws


def time_path(points: Sequence[Point], family: str, persistence: Draws, years: int) -> Draws:
    """Effect [years, draws] in the year people are reached and in each year after.

    Before the first follow-up: as found there, or, for what emerges, growing in a straight line from 0. Between two
    follow-ups: a straight line. After the last: unchanged for what lasts or emerges, else times persistence each year.
    In the first year half counts, because people are reached all through it.
    """
    path = np.stack([at_age(points, family, persistence, float(age)) for age in range(years)])
    path[0] *= 0.5
    return path


def at_age(points: Sequence[Point], family: str, persistence: Draws, age: float) -> Draws:
    """Effect [draws] at an age; `points` are in order of their years, no two the same."""
    first, last = points[0], points[-1]
    if age <= first.years:
        return first.effect * (age / first.years) if family == "emerges" and first.years > 0 else first.effect
    if age >= last.years:
        fading = family in ("fades", "unknown")
        return last.effect * persistence ** (age - last.years) if fading else last.effect
    after = next(index for index, point in enumerate(points) if point.years > age)
    before, behind = points[after - 1], points[after]
    part = (age - before.years) / (behind.years - before.years)
    return (1 - part) * before.effect + part * behind.effect
