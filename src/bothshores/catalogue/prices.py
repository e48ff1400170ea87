"""US consumer prices, to bring a cost seen in one year to the price year of a plan."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from bothshores.catalogue.reading import folder
from bothshores.catalogue.templates import Cost, Template, templates
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


@cache
def templates_at(year: int) -> Mapping[str, Template]:
    """All templates, with what each unit costs brought to the prices of `year`."""
    return {
        name: replace(template, cost=cost_at(template.cost, year)) if template.cost else template
        for name, template in templates().items()
    }


def cost_at(cost: Cost, year: int) -> Cost:
    """A cost in the prices of another year; where it was seen stays as it was."""
    factor = price_factor(cost.price_year, year)
    amount = None if cost.amount_usd is None else cost.amount_usd * factor
    scaled = {name: round(getattr(cost, name) * factor, 2) for name in ("low", "central", "high")}
    return replace(cost, amount_usd=amount, price_year=year, **scaled)
