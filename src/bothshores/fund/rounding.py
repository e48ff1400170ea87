"""Round once, half to even, and lose no cent."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction


def nearest(amount: Fraction) -> int:
    """The whole minor unit nearest to an exact amount; halves go to the even one."""
    return round(amount)


def share_out(whole: int, weights: Sequence[int | Fraction]) -> list[int]:
    """Whole parts in proportion to weights >= 0 that sum to `whole`: largest remainder, ties to the earlier.

    Weights that are all 0 count alike. Exact at any size, as no part passes through a floating-point number.
    """
    total = sum(weights)
    exact = [Fraction(whole) * weight / total if total else Fraction(whole, len(weights)) for weight in weights]
    parts = [int(part) for part in exact]
    by_remainder = sorted(range(len(parts)), key=lambda place: (parts[place] - exact[place], place))
    for place in by_remainder[: whole - sum(parts)]:
        parts[place] += 1
    return parts
