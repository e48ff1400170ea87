"""The allocation as rows: how much for each measure, and why this much."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from bothshores.plan.case import Case, Money
from bothshores.plan.settle import Optimum, Settled
from bothshores.plan.worth import break_even, marginal_gains
from bothshores.vocab import RESERVE, UNALLOCATED, Message, MoneyClass
from bothshores.vocab import gettext_noop as _

NEAR = 1e-6
"""A limit is used up when at most this part of the budget is missing."""


def allocation_rows(case: Case, offered: Settled, free: Settled, bound: Money) -> Iterator[dict[str, Any]]:
    """One row for each measure, the reserve, and what is left."""
    costs = break_even(case, offered)
    classes = case.classes | {RESERVE: MoneyClass.JUDGEMENT.value, UNALLOCATED: MoneyClass.UNCOSTED.value}
    for measure, money_class in classes.items():
        amount, drafted = offered.of(measure), free.of(measure)
        mine = any(name == measure for name, _year in bound)
        message = why_bound(drafted) if mine else why(case, offered, measure, costs)
        yield {
            "measure": measure,
            "money_class": money_class,
            "amount_usd": amount,
            "free_usd": drafted,
            "bound": mine,
            "share_of_budget": amount / offered.budget if offered.budget else 0.0,
            "reached": offered.people(case, measure) if measure in case.scored else None,
            "break_even_usd": None if amount else costs.get(measure),
            "message": message.text,
            "args": message.args,
        }


def why_bound(drafted: int) -> Message:
    """A person's amount."""
    return Message.of(_("You fixed an amount; the draft would have said {amount}."), amount=f"usd:{drafted}")


def why(case: Case, settled: Settled, measure: str, costs: Mapping[str, float]) -> Message:
    """Why this much."""
    if measure == RESERVE:
        return Message.of(
            _("Kept for evaluation: {share} of the budget."), share=f"share:{case.terms.evaluation_share}"
        )
    if measure == UNALLOCATED:
        return why_left(settled.of(UNALLOCATED))
    if measure in case.scored:
        return why_scored(case, settled, measure)
    if settled.of(measure) and measure in case.terms.floors:
        return Message.of(_("It has the floor that plan.toml sets."))
    if case.classes[measure] == MoneyClass.JUDGEMENT.value:
        return why_envelope(case, measure)
    return why_unscored(case, measure, costs)


def why_left(amount: int) -> Message:
    """What is not allocated."""
    if amount == 0:
        return Message.of(_("Nothing is left."))
    return Message.of(_("Needs local costs: within the limits, no measure with a known cost gains from more money."))


def why_envelope(case: Case, measure: str) -> Message:
    """An envelope of judgement."""
    text = _("An envelope by need: {share} of the objectives' weights falls to it. No reach and no effect is counted.")
    if case.points[measure] <= case.least:
        text = _(
            "An envelope for what protects people or informs decisions: {share} of the budget, whatever the needs."
        )
    return Message.of(text, share=f"share:{case.points[measure]}")


def why_unscored(case: Case, measure: str, costs: Mapping[str, float]) -> Message:
    """No score, no money."""
    if case.classes[measure] != MoneyClass.UNCOSTED.value:
        return Message.of(_("No money: no verified effect of it can be counted on an objective of this plan."))
    if measure in costs:
        text = _("No money: nobody has a cost. At {cost} a person or less it would match the last dollar spent.")
        return Message.of(text, cost=f"usd:{costs[measure]:.2f}")
    return Message.of(_("No money: nobody has a cost, and no verified effect says what it may cost."))


def why_scored(case: Case, settled: Settled, measure: str) -> Message:
    """What the optimum says."""
    optimum = settled.optimum
    places = [] if optimum is None else [i for i, column in enumerate(optimum.free) if column.measure == measure]
    if optimum is None or not places:
        return Message.of(_("No money: nothing is left of the budget."))
    amounts = optimum.solution.amounts[places]
    gains = marginal_gains(optimum)[places]
    if amounts.sum() <= NEAR:
        return why_nothing(case, optimum, measure, float(gains.max()))
    if np.all(amounts >= optimum.programme.upper[places] - NEAR):
        return Message.of(_("It reaches as many people as it can in every year."))
    return why_limited(case, optimum, measure)


def why_nothing(case: Case, optimum: Optimum, measure: str, gain: float) -> Message:
    """A measure the optimum leaves without money."""
    if gain <= 0:
        return Message.of(_("No money: with the bad tail counted, it is not expected to improve the objectives."))
    return Message.of(_("No money: other measures improve the objectives more for each dollar."))


def why_limited(case: Case, optimum: Optimum, measure: str) -> Message:
    """A measure that gets some money: what stops it, most binding first."""
    prices = optimum.solution.prices
    if prices.get(f"floor_{measure}", 0.0) < 0:
        return Message.of(_("It has its floor; by its gain alone it would have less."))
    if prices.get(f"measure_share_{measure}", 0.0) > 0:
        text = _("It has the most that one measure may have: {share} of the budget.")
        return Message.of(text, share=f"share:{case.terms.measure_share_max}")
    if case.classes[measure] == MoneyClass.ASSUMPTION.value and prices.get("assumption_share", 0.0) > 0:
        text = _("Its cost is assumed, and such measures together have the most they may: {share} of the budget.")
        return Message.of(text, share=f"share:{case.terms.assumption_share_max}")
    return Message.of(_("Each of its dollars improves the objectives at least as much as the last dollar spent."))
