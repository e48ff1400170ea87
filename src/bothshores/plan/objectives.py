"""Which needs become objectives, and how much each counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any

import polars as pl

from bothshores import tables
from bothshores.catalogue import indicators
from bothshores.plan.apportion import apportion
from bothshores.tables.plan import NEW_ENOUGH, Objectives

GREATEST = 4
WITHIN_REACH = 3
OF_ONE_DIMENSION = 2
AT_LEAST_WITHIN_REACH = 3
ON_MOBILITY = 1
WITHOUT_COSTS = 1
SMALL_SCORE = 0.1
EVEN = 0.5
"""Part of the weights that is shared evenly: a score says where to look first, not how much more to want it."""
THOUSANDTHS = 1000


def choose_objectives(
    needs: pl.DataFrame, within_reach: Collection[str], served: Collection[str], uncosted: Collection[str] = ()
) -> pl.DataFrame:
    """The greatest needs that a fitting measure serves, and those among them that one is known to move.

    `served`: indicators of fitting measures that can have money; `within_reach`: those that a verified effect moves;
    `uncosted`: those that only measures without a cost serve, of which one at most is taken, with a small score, so
    that its costs are found. A need is a national indicator with a recent figure on which the country is behind (gap
    and score above 0). Of each group at most two lie in one dimension (economic, social, governance, mobility), so that
    no plan is about one ministry alone; a need that no measure serves is another plan's. At least one objective is on
    mobility, for this is a plan of migration and development, and three are within reach: where fewer are behind, those
    fill up, with a small score, on which the country is least ahead. Half of the weights is shared evenly and half
    follows the scores; they sum to 1.
    """
    ranked = recent(row for row in needs.sort("rank", "indicator").iter_rows(named=True) if can_improve(row))
    behind = [row for row in ranked if row["gap"] > 0 and row["score"] > 0]
    chosen = spread_out(others(behind, (), served), GREATEST)
    chosen += spread_out(others(behind, chosen, within_reach), WITHIN_REACH)
    fill = others(behind, chosen, uncosted)[:WITHOUT_COSTS]
    mobile = {name for name in served if indicators()[name].dimension == "mobility"}
    for names, least in ((within_reach, AT_LEAST_WITHIN_REACH), (mobile, ON_MOBILITY)):
        fill += least_ahead(ranked, [*chosen, *fill], names, least)
    weighed = {row["indicator"]: (row, row["score"]) for row in chosen}
    weighed |= {row["indicator"]: (row, SMALL_SCORE) for row in fill}
    return tables.build(Objectives, rows([weighed[name] for name in sorted(weighed)]))


def recent(ranked: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows whose figure is at most NEW_ENOUGH years older than the newest among them."""
    known = list(ranked)
    newest = max((row["year"] for row in known), default=0)
    return [row for row in known if row["year"] >= newest - NEW_ENOUGH]


def least_ahead(
    ranked: Iterable[dict[str, Any]], chosen: Collection[dict[str, Any]], names: Collection[str], least: int
) -> list[dict[str, Any]]:
    """What is missing to `least` of the named, those first on which the country is least ahead."""
    missing = least - sum(row["indicator"] in names for row in chosen)
    ahead = sorted(others(ranked, chosen, names), key=lambda row: (-row["gap_sd"], row["indicator"]))
    return spread_out(ahead, max(0, missing))


def can_improve(row: Mapping[str, Any]) -> bool:
    """True for a national indicator with a good direction."""
    indicator = indicators().get(row["indicator"])
    return bool(indicator and indicator.direction.sign and indicator.level == "national")


def others(
    ranked: Iterable[dict[str, Any]], chosen: Collection[dict[str, Any]], within_reach: Collection[str]
) -> list[dict[str, Any]]:
    """Rows on the named indicators that were not chosen yet."""
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
    total = sum(size for _need, size in weighed) or 1.0
    weights = apportion(THOUSANDTHS, [EVEN / len(weighed) + (1 - EVEN) * size / total for _need, size in weighed])
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
