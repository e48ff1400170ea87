"""Where the country stands behind similar ones, whether it is falling further behind, and how sure that is."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import polars as pl
from scipy.special import ndtr

from bothshores import tables
from bothshores.catalogue import Indicator
from bothshores.plan.comparison import Compared, Omitted, compare
from bothshores.plan.hindcast import Q95
from bothshores.plan.priors import posterior
from bothshores.plan.series import Stack, stack
from bothshores.plan.trends import TrendPool, deviations, pool_trends, series_of
from bothshores.tables.basis import Needs
from bothshores.tables.evidence import Issues
from bothshores.vocab import Message, Severity
from bothshores.vocab import gettext_noop as _

RESAMPLES: Final = 1000
GAP_CAP: Final = 3.0
"""A gap counts for at most this many standard deviations: beyond, it is a great need, not a greater one."""
YEARS_AHEAD: Final = 5
WORSENING_CAP: Final = 1.0
"""What is expected to be lost in YEARS_AHEAD years counts for at most this many standard deviations."""

LIKELY: Final = 0.9
FINDINGS: Final = {
    (True, True): _("{value} in {year}; the median of {peers} similar countries is {median}. Behind, and worsening."),
    (True, False): _("{value} in {year}; the median of {peers} similar countries is {median}. Behind."),
    (False, True): _(
        "{value} in {year}; the median of {peers} similar countries is {median}. Not behind, but worsening."
    ),
    (False, False): _("{value} in {year}; the median of {peers} similar countries is {median}. Not behind."),
}
"""By whether the country is behind and whether it very likely (LIKELY) worsens."""
REMEDIES: Final = {
    "total_not_compared": _("Nothing to do: the rate or share is compared, where there is one."),
    "no_figure": _("Load a source that has it, with --from FOLDER."),
    "figure_too_old": _("Load a newer figure, with --from FOLDER."),
    "too_few_peers": _("Load a source that covers more countries, with --from FOLDER."),
    "no_spread": _("Nothing to do."),
}


@dataclass(frozen=True, slots=True)
class Gap:
    """How far behind the peers' median, in the bad direction: centre, 90% interval and probability over resamples."""

    median: float
    centre: float
    low: float
    high: float
    behind: float


@dataclass(frozen=True, slots=True)
class Movement:
    """Yearly change in the indicator's unit, good direction positive, with its 90% interval; chance that it worsens."""

    centre: float
    low: float
    high: float
    worsens: float


def diagnose(
    figures: pl.DataFrame, peers: pl.DataFrame, country: str, *, seed: int, pool: TrendPool | None = None
) -> pl.DataFrame:
    """Table `needs`: every indicator that can be compared, ranked by its score. `left_out` has the others.

    score = min(gap_sd, 3) P(behind) + min(5 loss / deviation, 1) P(worsening), neither part below 0; loss is what the
    trend takes away in a year. The gap is to the median of the peers' recent figures, its uncertainty from resampling
    the peers; gap_sd is the gap in robust standard deviations (`deviation`) of all origin countries. The trend is the
    country's drift drawn to the pool's (see `trends`); there is none where the country has a single figure, or the pool
    is too small. `pool` may be given where many countries are diagnosed.
    """
    known = pool or pool_trends(figures)
    mine = stack(figures.filter(pl.col("country") == country))
    rows = [
        need(each, gap(each, seed, country), movement(known, mine, each.indicator))
        for each in compare(figures, peers["peer"].to_list(), country, known.deviations)
        if isinstance(each, Compared)
    ]
    rows.sort(key=lambda row: (-row["score"], -row["gap_sd"], row["indicator"]))
    return tables.build(Needs, (row | {"rank": rank} for rank, row in enumerate(rows, start=1)))


def left_out(
    figures: pl.DataFrame, peers: pl.DataFrame, country: str, *, pool: TrendPool | None = None
) -> pl.DataFrame:
    """Indicators that `diagnose` does not compare, as remarks (table `issues`): by which rule, and why."""
    known = pool.deviations if pool else deviations(figures)
    return tables.build(
        Issues,
        (
            {
                "severity": Severity.REMARK.value,
                "file": "figures",
                "row": "",
                "column": each.indicator,
                "rule": each.rule,
                "country": country,
                "message": each.why.text,
                "args": each.why.args,
                "remedy": REMEDIES[each.rule],
                "count": 1,
            }
            for each in compare(figures, peers["peer"].to_list(), country, known)
            if isinstance(each, Omitted)
        ),
    )


def gap(compared: Compared, seed: int, country: str) -> Gap:
    """Gap to the peers' median; peers are drawn with replacement, from a stream of country and indicator alone."""
    key = zlib.crc32(f"{country} {compared.indicator.id}".encode())
    peers, sign = compared.peers, compared.indicator.direction.sign
    drawn = np.random.default_rng([seed, key]).integers(len(peers), size=(RESAMPLES, len(peers)))
    gaps = sign * (np.median(peers[drawn], axis=1) - compared.value)
    median = float(np.median(peers))
    low, high = np.quantile(gaps, (0.05, 0.95))
    return Gap(median, sign * (median - compared.value), float(low), float(high), float(np.mean(gaps > 0.0)))


def movement(pool: TrendPool, mine: Stack, indicator: Indicator) -> Movement | None:
    """The country's drift from its last figure over one year; its interval is stretched as the forecasts' is.

    None for a country without a change of its own: what other countries do is no finding about it.
    """
    trend = pool.trends.get(indicator.id)
    if trend is None or not trend.fit.prior.enough:
        return None
    seen = series_of(mine, mine.indicators.index(indicator.id), trend)
    if not seen.changes[0]:
        return None
    drift = posterior(trend.fit.prior, seen)
    centre, deviation = float(drift.mean[0]), float(np.sqrt(drift.variance[0])) * max(trend.fit.stretch.factor, 1.0)
    steps = np.array([0.0, centre, centre - Q95 * deviation, centre + Q95 * deviation])
    now, *then = indicator.direction.sign * trend.scale.back(seen.z[0] + steps)
    middle, *ends = (float(each - now) for each in then)
    worsens = float(ndtr(-indicator.direction.sign * centre / deviation)) if deviation > 0 else float(middle < 0)
    return Movement(middle, min(ends), max(ends), worsens)


def need(compared: Compared, gap: Gap, moves: Movement | None) -> dict[str, Any]:
    """A row of `needs`, but for its rank."""
    lower, upper = np.quantile(compared.peers, (0.25, 0.75))
    distance = gap.centre / compared.deviation
    said = sentence(compared, gap, moves)
    return {
        "indicator": compared.indicator.id,
        "value": compared.value,
        "year": compared.year,
        "source": compared.source,
        "peer_median": gap.median,
        "peer_low": float(lower),
        "peer_high": float(upper),
        "peers": len(compared.peers),
        "gap": gap.centre,
        "gap_low": gap.low,
        "gap_high": gap.high,
        "gap_sd": distance,
        "probability_behind": gap.behind,
        "trend": moves and moves.centre,
        "trend_low": moves and moves.low,
        "trend_high": moves and moves.high,
        "score": min(max(distance, 0.0), GAP_CAP) * gap.behind + loss(compared, moves),
        "message": said.text,
        "args": said.args,
    }


def loss(compared: Compared, moves: Movement | None) -> float:
    """What is expected to be lost in YEARS_AHEAD years, in standard deviations, times the chance that it worsens."""
    if moves is None:
        return 0.0
    lost = max(-moves.centre, 0.0) * YEARS_AHEAD / compared.deviation
    return min(lost, WORSENING_CAP) * moves.worsens


def sentence(compared: Compared, gap: Gap, moves: Movement | None) -> Message:
    """The finding in words: behind, level or ahead, and whether it worsens."""
    name = compared.indicator.id
    gaps = {
        "value": f"value:{name}:{compared.value:.6g}",
        "median": f"value:{name}:{gap.median:.6g}",
        "year": f"year:{compared.year}",
        "peers": f"number:{len(compared.peers)}",
    }
    if moves is not None and moves.worsens > LIKELY:
        return Message.of(FINDINGS[bool(gap.centre > 0), True], **gaps)
    return Message.of(FINDINGS[bool(gap.centre > 0), False], **gaps)
