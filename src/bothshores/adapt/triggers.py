"""Lines drawn from the simulated intervals and each measure's own plan: what lies outside is looked into."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import polars as pl

from bothshores import tables
from bothshores.catalogue import indicators
from bothshores.tables.adapt import Triggers
from bothshores.tables.terms import PlanTerms
from bothshores.vocab import NATIONAL, SECRETARIAT_POST
from bothshores.vocab import gettext_noop as _

DIGITS: Final = 4
"""Digits of a threshold that count: a simulated one must not look more exact than it is."""

REVIEW: Final = _("The measures that serve this objective are reviewed: why is it worse than the plan allows for?")
SCALE_UP: Final = _("The measures that serve this objective are reviewed: what went so well, and can more have it?")


def watch(
    objectives: pl.DataFrame, outcome_paths: pl.DataFrame, terms: PlanTerms, *, own: Iterable[dict[str, Any]] = ()
) -> pl.DataFrame:
    """Two triggers for each objective with a path and each year from the middle of the plan on, and measures' `own`.

    A figure beyond the bad end of the 5% to 95% interval with the plan calls for a review; one beyond its good end
    for a look at enlarging what works. Thresholds are in the indicator's unit. Objectives without a forecast have none.
    """
    paths = path_of(outcome_paths)
    found = [
        trigger
        for objective in objectives.iter_rows(named=True)
        for year in watched(terms)
        if (objective["indicator"], year) in paths
        for trigger in lines(objective, year, *paths[objective["indicator"], year])
    ]
    return tables.build(Triggers, [*found, *own]).sort(Triggers.primary_key())


def watched(terms: PlanTerms) -> list[int]:
    """Years from the middle of the plan to its last."""
    return terms.years[len(terms.years) // 2 :]


def path_of(outcome_paths: pl.DataFrame) -> dict[tuple[str, int], tuple[float, float]]:
    """Low and high end with the plan, to four digits, by indicator and year."""
    ends = pl.col("low", "high").round_sig_figs(DIGITS)
    with_plan = outcome_paths.filter(pl.col("scenario") == "with").select("indicator", "year", ends)
    return {(indicator, year): (low, high) for indicator, year, low, high in with_plan.iter_rows()}


def lines(objective: Mapping[str, Any], year: int, low: float, high: float) -> Iterator[dict[str, Any]]:
    """The bad and the good end of an interval as triggers; an end that no figure can be beyond is none."""
    down = objective["direction"] == "down_good"
    ends = (("review", REVIEW, down), ("scale_up", SCALE_UP, not down))
    # An end of exactly nothing or the whole is where a share or an amount ends, not where its draws do.
    edges = {False: 0.0, True: 1.0 if indicators()[objective["indicator"]].bounded else None}
    for kind, action, above in ends:
        if (high if above else low) == edges[above]:
            continue
        yield {
            "id": f"{objective['id']}_{year}_{kind}",
            "measure": NATIONAL,
            "indicator": objective["indicator"],
            "year": year,
            "check_on": datetime.date(year, 12, 31),
            "crossed": "above" if above else "below",
            "threshold": high if above else low,
            "action": action,
            "owner": SECRETARIAT_POST,
        }
