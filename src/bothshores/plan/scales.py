"""The scale on which an indicator's yearly changes can be compared between countries and added up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

EDGE: Final = 0.005
"""Shares are squeezed into EDGE to 1 - EDGE before the logit, so that 0 and 1 have a place on it and can come back."""
TOLERATED: Final = 0.005
"""A scale fits if fewer figures than this part lie outside its range; those few are pulled to the edge."""
SMALL: Final = 0.01
"""Where there are zeros, half of this quantile of the positive figures is added before the logarithm."""


@dataclass(frozen=True, slots=True)
class Scale:
    """logit: z = ln(s / (1 - s)), s = x (1 - 2 EDGE) + EDGE; log: z = ln(x + shift), not below ln(floor); identity."""

    kind: Literal["logit", "log", "identity"]
    shift: float = 0.0
    floor: float = 0.0

    def holds(self, figure: float) -> bool:
        """True if the figure lies in the scale's range."""
        if self.kind == "log":
            return figure > 0.0 or (figure == 0.0 and self.shift > 0.0)
        return self.kind == "identity" or 0.0 <= figure <= 1.0

    def forward(self, figures: Numbers) -> Numbers:
        """Figures in the indicator's unit onto the scale; NaN stays NaN."""
        if self.kind == "logit":
            squeezed = np.clip(figures, 0.0, 1.0) * (1.0 - 2.0 * EDGE) + EDGE
            return np.asarray(np.log(squeezed / (1.0 - squeezed)))
        if self.kind == "log":
            return np.asarray(np.log(np.maximum(figures + self.shift, self.floor)))
        return figures

    def back(self, scaled: Numbers) -> Numbers:
        """From the scale to the indicator's unit: a share stays in 0 to 1, an amount does not fall below 0."""
        if self.kind == "logit":
            return np.clip((1.0 / (1.0 + np.exp(-scaled)) - EDGE) / (1.0 - 2.0 * EDGE), 0.0, 1.0)
        if self.kind == "log":
            return np.maximum(np.exp(scaled) - self.shift, 0.0)
        return scaled


def choose_scale(figures: Numbers, *, bounded: bool) -> Scale:
    """logit for an indicator bounded to 0 to 1, log for one that is not negative, identity for the rest.

    `figures` are those of all countries, in the indicator's unit, without NaN. Growth and inflation have the unit of a
    share and are often negative: they take the identity.
    """
    if bounded and np.mean((figures < 0.0) | (figures > 1.0)) < TOLERATED:
        return Scale("logit")
    positive = figures[figures > 0.0]
    if len(positive) == 0 or np.mean(figures < 0.0) >= TOLERATED:
        return Scale("identity")
    if (figures == 0.0).any():
        shift = 0.5 * float(np.quantile(positive, SMALL))
        return Scale("log", shift, floor=shift)
    return Scale("log", floor=float(positive.min()))
