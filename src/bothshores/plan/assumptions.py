"""What is assumed, each as one row to correct: central value, wide range, and what it is taken from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from bothshores.catalogue import Template, effects, templates
from bothshores.catalogue.templates import EffectLink
from bothshores.plan.money_class import SCORED, may_weigh, money_class
from bothshores.vocab import MoneyClass
from bothshores.vocab import gettext_noop as _

TRANSFER = (0.5, 0.75, 1.0)
"""Spread added to an effect carried to another place, as part of it; twice this where the library marks it `wide`.

Learnt from the library: studies left out lie inside the 90% interval of the others 81, 88 and 91 times in 100 with
these three (`leave_one_out`). Fitted to the 43 studies it is tested on, so no finer than a quarter."""
PERSISTENCE = {"fades": (0.3, 0.6, 0.85), "unknown": (0.4, 0.75, 0.98)}
"""Part of an effect kept from one year to the next, once the last follow-up is past."""


@dataclass(frozen=True, slots=True)
class Range:
    """A value of which one in twenty lies below `low` and one in twenty above `high`."""

    low: float
    central: float
    high: float
    unit: str
    reason: str


Ranges = Mapping[str, Range]


def drafted(template: Template) -> dict[str, Range]:
    """Every assumption of a template by parameter, as the catalogue has it."""
    return dict(costs(template)) | dict(weights(template)) | dict(of_effects(template))


def parameters() -> set[str]:
    """Every parameter that some template assumes."""
    return {parameter for template in templates().values() for parameter in drafted(template)}


def costs(template: Template) -> Iterator[tuple[str, Range]]:
    """Unit cost: an assumed one over its range; a cost that was read, over the mark-up for delivery here."""
    cost = template.cost
    if cost and cost.assumed:
        yield "unit_cost_usd", Range(cost.low, cost.central, cost.high, "USD", cost.reason)
    elif cost:
        yield "cost_markup", Range(0.75 * cost.markup, cost.markup, 1.5 * cost.markup, _("factor"), cost.reason)


def weights(template: Template) -> Iterator[tuple[str, Range]]:
    """What steers an envelope of judgement."""
    if money_class(template) is MoneyClass.JUDGEMENT:
        reason = _("The envelope follows need; a higher factor gives this measure more of it.")
        yield "envelope_weight", Range(0.5, 1.0, 2.0, _("factor"), reason)


def of_effects(template: Template) -> Iterator[tuple[str, Range]]:
    """What lies between the published effect and the country."""
    library = effects()
    links = [link for link in template.effects if may_weigh(library[link.effect])]
    if not any(library[link.effect].usable for link in links):
        return
    yield from of_links(links)
    yield "leakage", share(template.leakage, template.leakage_reason)
    if money_class(template).value in SCORED:
        reason = _("A judgement: nobody has measured here how many of those it is for can be reached.")
        yield "coverage_max", share(template.coverage_max, reason)
        yield "eligible_share", share(template.group.share, template.group.share_reason)
    reason = _(
        "Learnt from the effect library: with three quarters of an effect as spread, a study lies where the others say "
        "about as often as claimed."
    )
    yield "transfer_spread", Range(*TRANSFER, _("part of the effect"), reason)
    families = {library[link.effect].family for link in links}
    for family in sorted(families & PERSISTENCE.keys()):
        reason = _("A judgement: studies that looked again found that such effects fade, at very different speed.")
        yield f"persistence_{family}", Range(*PERSISTENCE[family], _("share kept each year"), reason)


def of_links(links: Sequence[EffectLink]) -> Iterator[tuple[str, Range]]:
    """Take-up and base share; links on one indicator that state the same value share one row."""
    for link in links:
        for parameter, value in (("take_up", link.take_up), ("base_share", link.base_share)):
            name = link_parameter(links, link, parameter)
            if value != 1.0 and name.endswith(link.effect.lower()):
                yield name, share(value, link.reason) if value < 1 else wide(value, link.reason)


def link_parameter(links: Sequence[EffectLink], link: EffectLink, parameter: str) -> str:
    """Name of a link's take-up or base share: that of the first link with the same indicator and value."""
    same = (
        other.effect
        for other in links
        if other.indicator == link.indicator and getattr(other, parameter) == getattr(link, parameter)
    )
    return f"{parameter}_{link.indicator}_{next(same).lower()}"


def share(central: float, reason: str) -> Range:
    """A share known only roughly: half of it to half as much again, below 1."""
    return Range(0.5 * central, central, min(1.0, 1.5 * central), _("share"), reason)


def wide(central: float, reason: str) -> Range:
    """A factor known only roughly."""
    return Range(0.5 * central, central, 1.5 * central, _("factor"), reason)


def eligible_share(template: Template, assumptions: pl.DataFrame | None) -> float:
    """Part of the template's group that the measure could serve: as people corrected it, where it sets a reach."""
    ranges = in_force(template.id, template, assumptions)
    return ranges["eligible_share"].central if "eligible_share" in ranges else template.group.share


def rows(measure: str, template: Template) -> Iterator[dict[str, object]]:
    """The assumptions of a measure as rows of `assumptions`."""
    for parameter, range_ in drafted(template).items():
        yield {
            "id": f"{measure}__{parameter}",
            "measure": measure,
            "parameter": parameter,
            "low": range_.low,
            "central": range_.central,
            "high": range_.high,
            "unit": range_.unit,
            "by_analogy_with": range_.reason,
            "corrected_by": "",
        }


def in_force(measure: str, template: Template, assumptions: pl.DataFrame | None) -> dict[str, Range]:
    """A measure's assumptions by parameter: as drafted, and as people corrected them."""
    ranges = drafted(template)
    if assumptions is not None:
        for row in assumptions.filter(pl.col("measure") == measure).iter_rows(named=True):
            low, high = min(row["low"], row["central"]), max(row["high"], row["central"])
            ranges[row["parameter"]] = Range(low, row["central"], high, row["unit"], row["by_analogy_with"])
    return ranges
