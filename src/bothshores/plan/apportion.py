"""Share a whole number out so that the parts sum to it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def apportion(total: int, weights: Sequence[float]) -> list[int]:
    """Whole parts in proportion to weights >= 0, by largest remainder (ties to the earlier); none where all are 0."""
    sizes = np.asarray(weights, dtype=float)
    if sizes.size == 0 or sizes.sum() <= 0:
        return [0] * sizes.size
    exact = total * (sizes / sizes.sum())
    parts = np.floor(exact).astype(np.int64)
    missing = total - int(parts.sum())
    parts[np.argsort(parts - exact, kind="stable")[:missing]] += 1
    return [int(part) for part in parts]
