"""Default decisions, derived from the country's own figures; every one is a stated assumption, for people to change."""

from __future__ import annotations

from typing import NamedTuple

import polars as pl

from bothshores import tables
from bothshores.catalogue import prices
from bothshores.errors import RequestError
from bothshores.tables.basis import Basis
from bothshores.tables.terms import PlanTerms
from bothshores.vocab import Message
from bothshores.vocab import gettext_noop as _

HORIZON_YEARS = 5
LEAD_YEARS = 2
PUBLIC_SHARE = 0.0025
GDP_SHARE = 0.0005
PER_RESIDENT_USD = 2.0
"""Judgements, not norms: a plan is adopted the year after it is drafted; a quarter of one per cent of public spending
a year is money a task force of six ministries can bring together, and a twentieth of one per cent of GDP is about as
much; residents stand in where neither is published."""
OFFICIAL = "world_bank"
BASES = (("gdp_usd", GDP_SHARE, OFFICIAL), ("government_expenditure_usd", PUBLIC_SHARE, ""), ("gdp_usd", GDP_SHARE, ""))
"""What a budget is derived from, the first that is there: indicator, part of it, and the source it must be from (empty:
any). Official GDP comes first: it is newer, and of one definition everywhere; spending is known from the Factbook."""


class Figure(NamedTuple):
    """Newest figure of a country."""

    value: float
    year: int
    source: str


def latest(figures: pl.DataFrame, country: str, indicator: str) -> Figure | None:
    """Newest figure of a country, or None."""
    series = figures.filter((pl.col("country") == country) & (pl.col("indicator") == indicator)).sort("year")
    return Figure(*series.select(pl.col("value", "year", "source").last()).row(0)) if series.height else None


def default_terms(figures: pl.DataFrame, country: str, *, seed: int = 1) -> tuple[PlanTerms, Message]:
    """Years from the newest figure, budget from the first of BASES there is or residents; with its basis in words."""
    newest = figures.filter((pl.col("country") == country) & (pl.col("status") != "projected"))["year"].max()
    if not isinstance(newest, int):
        raise RequestError(f"No source has a figure on {country}.", remedy="Load one with --from FOLDER.")
    first = newest + LEAD_YEARS
    budget, basis = default_budget(figures, country)
    terms = PlanTerms(
        country=country,
        first_year=first,
        last_year=first + HORIZON_YEARS - 1,
        budget_usd=budget,
        price_year=min(newest, prices.last_year()),
        seed=seed,
    )
    return terms, basis


def basis_of(terms: PlanTerms, fresh: PlanTerms, budget: Message) -> pl.DataFrame:
    """Where budget and years come from: `budget` says how the draft derives one; people may have set others."""
    derived = _("Default years: from two years after the newest figure on, for {years} years. To be changed.")
    own = _("Set by people; the draft's own would be {draft}.")
    span = f"text:{fresh.first_year}-{fresh.last_year}"
    years = Message.of(derived, years=f"number:{HORIZON_YEARS}")
    if (terms.first_year, terms.last_year) != (fresh.first_year, fresh.last_year):
        years = Message.of(own, draft=span)
    if terms.budget_usd != fresh.budget_usd:
        budget = Message.of(own, draft=f"usd:{fresh.budget_usd}")
    rows = [("money.budget_usd", budget), ("plan.first_year, plan.last_year", years)]
    return tables.build(Basis, [{"decision": key, "message": each.text, "args": each.args} for key, each in rows])


def default_budget(figures: pl.DataFrame, country: str) -> tuple[int, Message]:
    """Whole budget in USD, to two significant digits, and what it was derived from."""
    text = _(
        "Default budget: {share} a year of {base} ({indicator}, {year}, {source}) for {years} years, rounded. "
        "A judgement, to be changed."
    )
    for indicator, share, source in BASES:
        found = latest(figures, country, indicator)
        if found and found.value > 0 and source in ("", found.source):
            return significant(found.value * share * HORIZON_YEARS), Message.of(
                text, share=f"share:{share}", base=f"usd:{found.value:.0f}", indicator=f"indicator:{indicator}",
                year=f"year:{found.year}", source=f"source:{found.source}", years=f"number:{HORIZON_YEARS}",
            )  # fmt: skip
    people = latest(figures, country, "population_total")
    if people is None:
        raise RequestError(f"No figure on {country} to derive a budget from.", remedy="Say it: --budget 5e6.")
    text = _(
        "Default budget: {amount} a year for each of {people} residents ({year}) for {years} years, rounded. "
        "A judgement, to be changed."
    )
    budget = significant(people.value * PER_RESIDENT_USD * HORIZON_YEARS)
    return budget, Message.of(
        text, amount=f"usd:{PER_RESIDENT_USD}", people=f"number:{people.value:.0f}", year=f"year:{people.year}",
        years=f"number:{HORIZON_YEARS}",
    )  # fmt: skip


def significant(amount: float) -> int:
    """Two significant digits: a derived budget must not look precise."""
    return int(float(f"{amount:.2g}"))
