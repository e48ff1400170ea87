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
THOUSANDTHS = 1000


def choose_objectives(needs: pl.DataFrame, within_reach: Collection[str]) -> pl.DataFrame:
    """The four greatest needs, and the four greatest among those that a fitting measure is known to move.

    Of each four at most two lie in one dimension (economic, social, governance, mobility), so that no plan is about
    one ministry alone. A great need that no measure serves stays an objective: the check then says so. Weights follow
    the scores and sum to 1.
    """
    ranked = [row for row in needs.sort("rank", "indicator").iter_rows(named=True) if is_need(row)]
    chosen = spread_out(ranked, GREATEST)
    names = {row["indicator"] for row in chosen}
    others = [row for row in ranked if row["indicator"] in within_reach and row["indicator"] not in names]
    chosen += spread_out(others, WITHIN_REACH)
    return tables.build(Objectives, rows(sorted(chosen, key=lambda row: str(row["indicator"]))))


def is_need(row: Mapping[str, Any]) -> bool:
    """True for a national indicator with a good direction on which the country stands behind."""
    indicator = indicators().get(row["indicator"])
    return bool(row["score"] > 0 and indicator and indicator.direction.sign and indicator.level == "national")


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


def rows(needs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Needs as rows of `objectives`; weights in thousandths, so that what is printed is what is used."""
    weights = apportion(THOUSANDTHS, [need["score"] for need in needs])
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
        for need, weight in zip(needs, weights, strict=True)
    ]
