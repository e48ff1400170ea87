"""Every limit as a row: how far it is used, whether it holds the optimum back, and what a million more of it brings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from typing import Any

import numpy as np

from bothshores.plan.allocation_rows import NEAR
from bothshores.plan.case import Case
from bothshores.plan.fixed_money import caps
from bothshores.plan.limits import PROTECTION_FLOOR, ceilings
from bothshores.plan.reach import FIRST_YEAR
from bothshores.plan.settle import Settled
from bothshores.vocab import RESERVE, UNALLOCATED, Message, MoneyClass
from bothshores.vocab import gettext_noop as _

MILLION = 1e6


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit in USD with what is used of it and its price in gain for one part of the budget."""

    id: str
    limit: float
    used: float
    price: float
    message: Message
    holds: bool = False
    """True where it holds money back outside the optimum, and so has no price."""

    def row(self, budget: int) -> dict[str, Any]:
        """As a row of `constraints`."""
        price = self.price * MILLION / budget if budget else 0.0
        return {
            "id": self.id,
            "limit_usd": float(self.limit),
            "used_usd": float(self.used),
            "binding": self.holds or (abs(self.used - self.limit) <= max(1.0, NEAR * budget) and price != 0.0),
            "price": price,
            "message": self.message.text,
            "args": self.message.args,
        }


def constraint_rows(case: Case, settled: Settled) -> list[dict[str, Any]]:
    """The limits of the whole, then those of single measures that are used up."""
    kinds = (of_the_whole, of_years, of_measures, of_people, of_envelopes, of_floors)
    return [limit.row(settled.budget) for kind in kinds for limit in kind(case, settled)]


def price(settled: Settled, name: str) -> float:
    """Price of a row of the programme; 0 where there is none, or none worth naming."""
    if settled.optimum is None:
        return 0.0
    found = settled.optimum.solution.prices.get(name, 0.0)
    largest = float(np.abs(settled.optimum.programme.gains).max(initial=0.0))
    return found if abs(found) > NEAR * largest else 0.0


def of_class(case: Case, settled: Settled, money_class: MoneyClass) -> int:
    """USD of all measures of a class."""
    return sum(settled.of(measure) for measure in case.of_class(money_class.value))


def of_the_whole(case: Case, settled: Settled) -> Iterator[Limit]:
    """Budget, reserve, judgement, assumptions."""
    budget, terms = settled.budget, case.terms
    cost = price(settled, "budget")
    yield Limit("budget", budget, budget - settled.of(UNALLOCATED), cost, Message.of(_("The whole budget.")))
    text = _("Kept for evaluation: {share} of the budget.")
    if settled.of(RESERVE) < settled.fixed.wanted_reserve:
        text = _("Kept for evaluation: {share} of the budget, or what the amounts you fixed leave.")
    message = Message.of(text, share=f"share:{terms.evaluation_share}")
    yield Limit("evaluation_reserve", settled.fixed.wanted_reserve, settled.of(RESERVE), -cost, message)
    text = _("Measures of judgement: at most {share} of the budget together, each by its part in the need.")
    message = Message.of(text, share=f"share:{terms.judgement_share_max}")
    used = of_class(case, settled, MoneyClass.JUDGEMENT)
    yield Limit("judgement_share", terms.judgement_share_max * budget, used, -cost, message)
    message = Message.of(
        _("Measures with assumed costs: at most {share} of the budget."), share=f"share:{terms.assumption_share_max}"
    )
    used, limit = of_class(case, settled, MoneyClass.ASSUMPTION), terms.assumption_share_max * budget
    yield Limit("assumption_share", limit, used, price(settled, "assumption_share"), message)


def of_years(case: Case, settled: Settled) -> Iterator[Limit]:
    """What can be spent by the end of each year."""
    for year, ceiling in ceilings(case, settled.budget).items():
        cells = settled.money.items()
        used = sum(amount for (name, when), amount in cells if when <= year and name != UNALLOCATED)
        text = _("Absorption: by the end of {year}, if spending starts small and grows by {growth} to its level.")
        # Whole dollars are rounded cell by cell, so a ceiling may be passed by a dollar for each cell.
        if used > ceiling + len(settled.money):
            text = _("Absorption: the amounts you fixed are more by the end of {year} than growth by {growth} allows.")
        message = Message.of(text, year=f"year:{year}", growth=f"share:{case.terms.absorption_growth_max}")
        yield Limit(f"absorption_{year}", ceiling, used, price(settled, f"absorption_{year}"), message)


def of_measures(case: Case, settled: Settled) -> Iterator[Limit]:
    """Measures that have, or go beyond, the most that one may have."""
    limit = case.terms.measure_share_max * settled.budget
    for measure in case.classes:
        used = settled.of(measure)
        if used and used >= limit - max(1.0, NEAR * settled.budget):
            name = f"measure_share_{measure}"
            text = _("{measure}: at most {share} of the budget for one measure.")
            message = Message.of(text, measure=f"measure:{measure}", share=f"share:{case.terms.measure_share_max}")
            yield Limit(name, limit, used, price(settled, name), message)


def of_people(case: Case, settled: Settled) -> Iterator[Limit]:
    """Measures that reach everyone they can in every year they run, the first of which is a part of one."""
    for measure in case.scored:
        years = len(case.active(measure)) - 1 + FIRST_YEAR
        limit = case.reaches[measure].most_usd * years
        used = settled.of(measure)
        if limit and used >= limit - max(1.0, NEAR * settled.budget):
            text = _("{measure}: more money would reach nobody more.")
            message = Message.of(text, measure=f"measure:{measure}")
            yield Limit(f"coverage_{measure}", limit, used, bound_price(settled, measure), message)


def bound_price(settled: Settled, measure: str) -> float:
    """Gain for more people in the last third of a measure, in its best year."""
    if settled.optimum is None:
        return 0.0
    free, prices = settled.optimum.free, settled.optimum.solution.bound_prices
    last = max((column.third for column in free), default=0)
    mine = [
        float(each)
        for column, each in zip(free, prices, strict=False)
        if column.measure == measure and column.third == last
    ]
    return max(mine, default=0.0)


def of_envelopes(case: Case, settled: Settled) -> Iterator[Limit]:
    """Envelopes of judgement that are less than their part of the need, with the cap that binds."""
    near = max(1.0, NEAR * settled.budget)
    for measure in case.of_class(MoneyClass.JUDGEMENT.value):
        used = settled.of(measure)
        limit, message = cap_of(case, settled.budget, measure)
        if abs(used - limit) <= near and used < case.points[measure] * settled.budget - near:
            yield Limit(f"envelope_{measure}", limit, used, 0.0, message, holds=True)


def cap_of(case: Case, budget: int, measure: str) -> tuple[float, Message]:
    """The lowest cap of an envelope in USD, and its name."""
    texts = {
        "one_of_judgement": _("{measure}: at most {share} of the budget for one measure of judgement."),
        "measure_share": _("{measure}: at most {share} of the budget for one measure."),
    }
    name, share = min(caps(case).items(), key=lambda each: each[1])
    gaps = {"measure": f"measure:{measure}"}
    whole = case.envelope_max.get(measure, inf)
    if whole < share * budget:
        return whole, Message.of(_("{measure}: the whole of it costs no more than this."), **gaps)
    return share * budget, Message.of(texts[name], share=f"share:{share}", **gaps)


def of_floors(case: Case, settled: Settled) -> Iterator[Limit]:
    """Floors that people set, and those of scored protection."""
    floors: dict[str, float] = {measure: float(floor) for measure, floor in case.terms.floors.items()}
    for measure in sorted(case.protected & set(case.scored)):
        floors[measure] = max(floors.get(measure, 0.0), PROTECTION_FLOOR * settled.budget)
    for measure, floor in sorted(floors.items()):
        text = _("{measure}: at least this much over the plan.")
        if measure not in case.classes:
            text = _("plan.toml sets a floor for {measure}, which is no measure of this plan.")
        elif settled.of(measure) < floor - 1:
            text = _("{measure}: the floor cannot be kept within the other limits.")
        name = f"floor_{measure}"
        message = Message.of(text, measure=f"measure:{measure}")
        yield Limit(name, floor, settled.of(measure), price(settled, name), message)
