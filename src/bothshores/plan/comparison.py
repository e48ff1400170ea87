"""What of a country's figures can be compared with similar countries, and what is left out, for which reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl

from bothshores.catalogue import Indicator, indicators
from bothshores.plan.recent import AGE_LIMIT, latest, newest_year
from bothshores.plan.scales import Numbers
from bothshores.vocab import NATIONAL, Message
from bothshores.vocab import gettext_noop as _

PEERS_NEEDED: Final = 5
TOTALS: Final = ("usd", "persons")


@dataclass(frozen=True, slots=True)
class Compared:
    """One indicator: the country's newest figure, its peers' recent ones by code, and the robust standard deviation of
    all origin countries' figures."""

    indicator: Indicator
    value: float
    year: int
    source: str
    peers: Numbers
    deviation: float


@dataclass(frozen=True, slots=True)
class Omitted:
    """One indicator that is not compared, by which rule, and why."""

    indicator: str
    rule: str
    why: Message


def judged() -> list[Indicator]:
    """National indicators of which it can be said which way is better, by id."""
    return [each for _id, each in sorted(indicators().items()) if each.level == NATIONAL and each.direction.sign]


def is_total(indicator: Indicator) -> bool:
    """True for a sum of money or people, which grows with the country and says nothing beside another country's."""
    return indicator.unit in TOTALS and indicator.ratio is None


def compare(
    figures: pl.DataFrame, peers: Sequence[str], country: str, deviations: Mapping[str, float]
) -> list[Compared | Omitted]:
    """Every judged indicator, compared or left out; `deviations` are those of all origin countries.

    A figure is compared if it is no total, at most AGE_LIMIT years older than the newest figure of all countries, if at
    least PEERS_NEEDED peers have such a figure too, and if countries differ in it.
    """
    oldest = (newest_year(figures) or 0) - AGE_LIMIT
    near = latest(figures.filter(pl.col("country").is_in([country, *peers])))
    mine = {row["indicator"]: row for row in near.filter(pl.col("country") == country).iter_rows(named=True)}
    others = near.filter((pl.col("country") != country) & (pl.col("year") >= oldest))
    theirs = {
        str(name): part["value"].to_numpy() for (name,), part in others.group_by("indicator", maintain_order=True)
    }
    found: list[Compared | Omitted] = []
    for indicator in judged():
        row, values = mine.get(indicator.id), theirs.get(indicator.id, np.empty(0))
        deviation = deviations.get(indicator.id, 0.0)
        rule = broken_rule(indicator, row["year"] if row else None, oldest, len(values), deviation)
        if row is not None and rule is None:
            found.append(Compared(indicator, row["value"], row["year"], row["source"], values, deviation))
        elif rule is not None:
            found.append(Omitted(indicator.id, *rule))
    return found


def broken_rule(
    indicator: Indicator, year: int | None, oldest: int, peers: int, deviation: float
) -> tuple[str, Message] | None:
    """The first rule that keeps an indicator out, with the reason in words; None if it can be compared."""
    name = f"indicator:{indicator.id}"
    if is_total(indicator):
        text = _("{indicator} is a total, which grows with the country: only rates and shares are compared.")
        return "total_not_compared", Message.of(text, indicator=name)
    if year is None:
        return "no_figure", Message.of(_("{indicator}: no source has a figure of the country."), indicator=name)
    if year < oldest:
        text = _("{indicator}: the last figure is of {year}, older than the {limit} years that are compared.")
        return "figure_too_old", Message.of(text, indicator=name, year=f"year:{year}", limit=f"number:{AGE_LIMIT}")
    if peers < PEERS_NEEDED:
        text = _("{indicator}: only {peers} similar countries have a recent figure; {needed} are needed.")
        gaps = {"peers": f"number:{peers}", "needed": f"number:{PEERS_NEEDED}"}
        return "too_few_peers", Message.of(text, indicator=name, **gaps)
    if deviation <= 0.0:
        return "no_spread", Message.of(_("{indicator}: origin countries do not differ in it."), indicator=name)
    return None
