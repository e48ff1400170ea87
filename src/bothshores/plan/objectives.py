"""Which needs become objectives, and how much each counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any

import polars as pl

from bothshores import tables
from bothshores.catalogue import indicators
from bothshores.plan.apportion import apportion
from bothshores.tables.plan import Objectives

GREATEST = 4
WITHIN_REACH = 4
OF_ONE_DIMENSION = 2
AT_LEAST_WITHIN_REACH = 2
SMALL_WEIGHT = 0.05
THOUSANDTHS = 1000


def choose_objectives(needs: pl.DataFrame, within_reach: Collection[str]) -> pl.DataFrame:
    """The four greatest needs, and the four greatest among those that a fitting measure is known to move.

    A need is a national indicator on which the country is behind (gap and score above 0). Of each four at most two lie
    in one dimension (economic, social, governance, mobility), so that no plan is about one ministry alone. A great
    need that no measure serves stays an objective: the check then says so. Where fewer than two objectives are within
    reach, those on which the country is least ahead fill up. Weights follow the scores, with no less than a twentieth
    of the needs' together for each that fills up, and sum to 1.
    """
    ranked = [row for row in needs.sort("rank", "indicator").iter_rows(named=True) if can_improve(row)]
    behind = [row for row in ranked if row["gap"] > 0 and row["score"] > 0]
    chosen = spread_out(behind, GREATEST)
    chosen += spread_out(others(behind, chosen, within_reach), WITHIN_REACH)
    reached = sum(row["indicator"] in within_reach for row in chosen)
    ahead = sorted(others(ranked, chosen, within_reach), key=lambda row: (-row["gap_sd"], row["indicator"]))
    fill = spread_out(ahead, max(0, AT_LEAST_WITHIN_REACH - reached))
    small = SMALL_WEIGHT * sum(row["score"] for row in chosen) or 1.0
    weighed = {row["indicator"]: (row, row["score"]) for row in chosen} | {
        row["indicator"]: (row, small) for row in fill
    }
    return tables.build(Objectives, rows([weighed[name] for name in sorted(weighed)]))


def can_improve(row: Mapping[str, Any]) -> bool:
    """True for a national indicator with a good direction."""
    indicator = indicators().get(row["indicator"])
    return bool(indicator and indicator.direction.sign and indicator.level == "national")


def others(
    ranked: Iterable[dict[str, Any]], chosen: Collection[dict[str, Any]], within_reach: Collection[str]
) -> list[dict[str, Any]]:
    """Rows within reach that were not chosen yet."""
    names = {row["indicator"] for row in chosen}
    return [row for row in ranked if row["indicator"] in within_reach and row["indicator"] not in names]


def spread_out(ranked: Iterable[dict[str, Any]], count: int) -> list[dict[str, Any]]:
    """The first rows, at most two of one dimension."""
    taken: list[dict[str, Any]] = []
    dimensions: Counter[str] = Counter()
    for row in ranked:
        dimension = indicators()[row["indicator"]].dimension
        if len(taken) < count and dimensions[dimension] < OF_ONE_DIMENSION:
            taken.append(row)
            dimensions[dimension] += 1
    return taken


def rows(weighed: list[tuple[dict[str, Any], float]]) -> list[dict[str, Any]]:
    """Needs as rows of `objectives`; weights in thousandths, so that what is printed is what is used."""
    weights = apportion(THOUSANDTHS, [size for _need, size in weighed])
    return [
        {
            "id": need["indicator"],
            "title": indicators()[need["indicator"]].label,
            "indicator": need["indicator"],
            "direction": indicators()[need["indicator"]].direction.value,
            "weight": weight / THOUSANDTHS,
            "baseline": need["value"],
            "baseline_year": need["year"],
            "source": need["source"],
        }
        for (need, _size), weight in zip(weighed, weights, strict=True)
    ]
