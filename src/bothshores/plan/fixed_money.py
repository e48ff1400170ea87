"""Money that no optimum decides: amounts people fixed, floors of what cannot be scored, reserve, envelopes by need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf

from bothshores.errors import RequestError
from bothshores.plan.apportion import apportion
from bothshores.plan.case import Case, Money
from bothshores.vocab import RESERVE, MoneyClass

ONE_OF_JUDGEMENT = 1 / 3
"""Part of all money for judgement that one such measure may have: nobody knows what it would do (a judgement)."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """Amounts outside the optimum, what was wanted for each of the two envelopes, and what is left for the optimum."""

    money: Money
    wanted_reserve: int
    wanted_judgement: int
    left: int


def fix(case: Case, budget: int, bound: Mapping[tuple[str, int], int]) -> Fixed:
    """Bound amounts first, then floors of measures without a score, the evaluation reserve, and the envelopes.

    Each takes what is left at most. Raises RequestError where the bound amounts alone are more than the budget.
    """
    if sum(bound.values()) > budget:
        named = ", ".join(f"{measure} {year}: {amount}" for (measure, year), amount in sorted(bound.items()))
        raise RequestError(
            f"The amounts fixed in budget.csv are together more than the budget of {budget} USD ({named}).",
            remedy="Lower them, or raise money.budget_usd in plan.toml.",
        )
    money: Money = dict(bound)
    reserve = round(case.terms.evaluation_share * budget)
    add(money, case, RESERVE, reserve, budget, case.terms.years)
    envelopes = envelopes_by_need(case, budget)
    for measure in unscored(case):
        wanted = max(envelopes.get(measure, 0), case.terms.floors.get(measure, 0))
        add(money, case, measure, wanted, budget, case.active(measure))
    left = budget - sum(money.values())
    return Fixed(money, reserve, sum(envelopes.values()), left)


def unscored(case: Case) -> list[str]:
    """Measures whose money no score decides; those with a floor come first, so that it is kept."""
    names = case.classes.keys() - set(case.scored)
    return sorted(names, key=lambda measure: (measure not in case.terms.floors, measure))


def add(money: Money, case: Case, measure: str, wanted: int, budget: int, years: list[int]) -> None:
    """Spread what is wanted over the years that nobody fixed, as far as there is money."""
    mine = sum(amount for (name, _year), amount in money.items() if name == measure)
    free = [year for year in years if (measure, year) not in money]
    amount = min(max(0, wanted - mine), budget - sum(money.values()))
    if free and amount:
        parts = apportion(amount, list(case.profile(free)))
        money.update({(measure, year): part for year, part in zip(free, parts, strict=True)})


def caps(case: Case) -> dict[str, float]:
    """The most that one measure of judgement may have, as parts of the budget."""
    return {
        "one_of_judgement": ONE_OF_JUDGEMENT * case.terms.judgement_share_max,
        "measure_share": case.terms.measure_share_max,
    }


def envelopes_by_need(case: Case, budget: int) -> dict[str, int]:
    """USD for each measure of judgement: its part of the need, of the budget.

    Together at most `judgement_share_max` (all are then cut in proportion); one at most a third of that,
    `measure_share_max`, and what its template says that the whole of it costs.
    """
    names = case.of_class(MoneyClass.JUDGEMENT.value)
    shares = [min(case.points[name], *caps(case).values()) for name in names]
    together = min(sum(shares), case.terms.judgement_share_max)
    parts = dict(zip(names, apportion(round(together * budget), shares), strict=True))
    return {name: int(min(amount, case.envelope_max.get(name, inf))) for name, amount in parts.items()}
