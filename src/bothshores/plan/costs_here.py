"""What each unit of a template costs in this country, in the prices of the plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bothshores.catalogue import Template, templates
from bothshores.catalogue.prices import cost_at, price_factor, scaled
from bothshores.catalogue.templates import Cost
from bothshores.plan.latest import Standing
from bothshores.vocab import gettext_noop as _


def templates_here(here: Standing, year: int) -> Mapping[str, Template]:
    """All templates, with costs in USD at the prices of `year`."""
    return {name: with_cost(template, here, year) for name, template in templates().items()}


def with_cost(template: Template, here: Standing, year: int) -> Template:
    """A template with its cost in USD; none, and the reason, where it is a multiple of a figure nobody has here."""
    if template.cost is None:
        return template
    if template.cost.times and template.cost.times not in here:
        reason = _("The cost is a multiple of a figure that nobody has here.")
        return replace(template, cost=None, no_cost_reason=reason)
    return replace(template, cost=in_dollars(template.cost, here, year))


def in_dollars(cost: Cost, here: Standing, year: int) -> Cost:
    """A cost at the prices of `year`; a multiple is taken of the country's newest figure."""
    if not cost.times:
        return cost_at(cost, year)
    latest = here[cost.times]
    factor = latest.value * price_factor(latest.year, year)
    return replace(scaled(cost, factor), times="", price_year=year)
