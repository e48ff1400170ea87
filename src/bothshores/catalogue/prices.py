"""US consumer prices, to bring a cost seen in one year to the price year of a plan."""

from __future__ import annotations

import csv
from dataclasses import replace
from functools import cache

from bothshores.catalogue.reading import folder
from bothshores.catalogue.templates import Cost
from bothshores.vocab import Reference

SOURCE = Reference(
    "US Bureau of Labor Statistics, consumer price index for all urban consumers, annual average, 1982-84 = 100; "
    "its yearly changes agree with the World Bank's FP.CPI.TOTL.ZG for the United States",
    opened=True,
)


@cache
def index() -> dict[int, float]:
    """Price level by year."""
    with folder("us_prices.csv").open(encoding="utf-8") as file:
        return {int(row["year"]): float(row["index"]) for row in csv.DictReader(file)}


def last_year() -> int:
    """The newest year whose prices are known."""
    return max(index())


def price_factor(since: int, until: int) -> float:
    """Prices of `until` over those of `since`; a year outside the table is taken as its nearest end."""
    levels = index()
    first, last = min(levels), max(levels)
    return levels[min(max(until, first), last)] / levels[min(max(since, first), last)]


def cost_at(cost: Cost, year: int) -> Cost:
    """A cost in USD in the prices of another year; where it was seen stays as it was."""
    amount = None if cost.amount_usd is None else cost.amount_usd * price_factor(cost.price_year, year)
    return replace(scaled(cost, price_factor(cost.price_year, year)), amount_usd=amount, price_year=year)


def scaled(cost: Cost, factor: float) -> Cost:
    """A cost with its range times a factor, in cents."""
    return replace(cost, **{name: round(getattr(cost, name) * factor, 2) for name in ("low", "central", "high")})
