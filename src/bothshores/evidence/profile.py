"""A national migration profile: every indicator of every topic, with its figure or with what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from bothshores import tables
from bothshores.catalogue import indicators
from bothshores.catalogue.indicators import Indicator
from bothshores.catalogue.profile import topics
from bothshores.evidence import from_stocks
from bothshores.tables.evidence import OLD_FIGURE, Profile
from bothshores.vocab import Message
from bothshores.vocab import gettext_noop as _

OLD_YEARS = 5
"""A figure this many years older than the newest of the country is called old."""


def profile(observations: pl.DataFrame, figures: pl.DataFrame, country: str) -> pl.DataFrame:
    """The newest figure of each indicator of the profile, its breakdowns, and the gaps, each with its reason.

    Projections are left out: a profile says what has been seen. A country without figures is all gaps.
    """
    seen = figures.filter((pl.col("country") == country) & (pl.col("status") != "projected")).sort("year")
    series = {name: rows for (name,), rows in seen.partition_by("indicator", as_dict=True).items()}
    parts = newest_parts(observations, country)
    newest = max(seen["year"].to_list(), default=0)
    rows = [
        {"topic": topic.id, **row}
        for topic in topics().values()
        for name in topic.indicators
        for row in rows_of(indicators()[name], series, parts.get(name, []), newest)
    ]
    return tables.build(Profile, rows).sort(Profile.primary_key())


def newest_parts(observations: pl.DataFrame, country: str) -> dict[str, list[dict[str, Any]]]:
    """Newest figures by breakdown, of each indicator that has any."""
    mine = observations.filter(pl.col("country") == country, pl.col("breakdown") != "", pl.col("status") != "projected")
    last = mine.sort("year", "vintage", "source").group_by("indicator", "breakdown", maintain_order=True)
    found: dict[str, list[dict[str, Any]]] = {}
    for row in last.agg(pl.all().last(), years=pl.len(), first_year=pl.col("year").min()).iter_rows(named=True):
        found.setdefault(row["indicator"], []).append(row)
    return found


def rows_of(
    indicator: Indicator, series: Mapping[str, pl.DataFrame], parts: list[dict[str, Any]], newest: int
) -> Iterator[dict[str, Any]]:
    """The figure for everybody, or the gap, then those of the newest breakdowns."""
    whole = None
    if indicator.id in series:
        mine = series[indicator.id]
        whole = mine.row(-1, named=True) | {"years": mine.height, "first_year": int(mine["year"][0])}
        yield filled(indicator.id, "", whole, newest, mixed(indicator, whole["year"], series))
    else:
        yield gap(indicator)
    for row in parts:
        same = whole is None or all(whole[name] == row[name] for name in ("year", "source"))
        remark = Message.of("") if same else Message.of(APART)
        yield filled(indicator.id, row["breakdown"], row, newest, remark)


APART = _("Of another source or year than the figure for everybody: do not compare the two.")


def mixed(indicator: Indicator, year: int, series: Mapping[str, pl.DataFrame]) -> Message:
    """Says where a ratio is of two years."""
    ratio = indicator.ratio
    below = series.get(ratio.denominator) if ratio else None
    if ratio is None or below is None or year in below["year"]:
        return Message.of("")
    text = _("Computed with {indicator} of another year, at most two off.")
    return Message.of(text, indicator=f"indicator:{ratio.denominator}")


def filled(indicator: str, breakdown: str, row: dict[str, Any], newest: int, remark: Message) -> dict[str, Any]:
    """A figure with where it is from; its state says that it is old, so a remark is not lost for that."""
    old = row["year"] < newest - OLD_YEARS
    message = Message.of(OLD_FIGURE, years=f"number:{newest - row['year']}") if old and not remark.text else remark
    return {
        "indicator": indicator,
        "breakdown": breakdown,
        "state": "old" if old else "known",
        **{name: row[name] for name in ("year", "value", "source", "vintage", "status", "first_year", "years")},
        "message": message.text,
        "args": message.args,
    }


def gap(indicator: Indicator) -> dict[str, Any]:
    """What is missing, and where it could come from."""
    if indicator.ratio:
        text = _("Not known: it needs {numerator} and {denominator} of about the same year.")
        message = Message.of(
            text,
            numerator=f"indicator:{indicator.ratio.numerator}",
            denominator=f"indicator:{indicator.ratio.denominator}",
        )
    elif indicator.sources or indicator.id in from_stocks.INDICATORS:
        message = Message.of(_("Not known: the sources that were loaded say nothing on this country."))
    else:
        text = _("Not known: no source that can be loaded has it. Kept by: {where}.")
        message = Message.of(text, where=f"term:{indicator.other_source}")
    return {
        "indicator": indicator.id, "breakdown": "", "state": "gap", "year": None, "value": None, "source": "",
        "vintage": "", "status": None, "first_year": None, "years": 0, "message": message.text, "args": message.args,
    }  # fmt: skip
