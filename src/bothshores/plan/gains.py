"""How far the objectives move for one person reached: weighted, in standard deviations so that they add up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl

from bothshores.plan.draws import Draws
from bothshores.plan.respond import Response
from bothshores.vocab import Direction

QUARTILES_TO_SD = 1.349
"""Distance between the quartiles of a normal distribution, in standard deviations."""
TENTH = 0.1


@dataclass(frozen=True, slots=True)
class Aim:
    """An objective as it is scored: gain = weight * sign * change / scale."""

    indicator: str
    weight: float
    sign: int
    scale: float


def aims(objectives: pl.DataFrame, needs: pl.DataFrame) -> list[Aim]:
    """Objectives with weights that sum to 1; one without a scale (no figure at all) is left out."""
    total = float(objectives["weight"].sum())
    known = {row["indicator"]: row for row in needs.iter_rows(named=True)}
    found = []
    for row in objectives.sort("id").iter_rows(named=True):
        scale = scale_of(known.get(row["indicator"]), row["baseline"])
        if scale and row["weight"] > 0:
            found.append(Aim(row["indicator"], row["weight"] / total, Direction(row["direction"]).sign, scale))
    return found


def scale_of(need: Mapping[str, Any] | None, baseline: float | None) -> float:
    """One standard deviation of the indicator, in its unit; 0 where nothing is known.

    The robust one over all origin countries, as gap / gap_sd of the need; else the peers' quartile distance / 1.349;
    else a tenth of the figure.
    """
    if need and need["gap"] and abs(need["gap_sd"]) > 1e-9:
        return float(abs(need["gap"] / need["gap_sd"]))
    if need and need["peer_high"] > need["peer_low"]:
        return float((need["peer_high"] - need["peer_low"]) / QUARTILES_TO_SD)
    return TENTH * abs(baseline or 0.0)


def gain_of_one(response: Response, measure: str, goals: list[Aim], years: int) -> Draws | None:
    """Gain from one person reached in each of the plan's years [years, 2 * draws]; None where no objective moves.

    The gain is averaged over the plan's years and the five after them, so that what lasts counts more than what fades.
    """
    changes = response.changes.get(measure, {})
    parts = [
        aim.weight * aim.sign / aim.scale * averaged(changes[aim.indicator], years)
        for aim in goals
        if aim.indicator in changes
    ]
    return np.sum(parts, axis=0) if parts else None


def averaged(path: Draws, years: int) -> Draws:
    """Mean over all years of a change that starts in each of the first `years` years [years, draws]."""
    sums = np.cumsum(path, axis=0)
    last = path.shape[0] - 1
    return np.asarray(sums[[last - year for year in range(years)]] / path.shape[0], dtype=np.float64)
