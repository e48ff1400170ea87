"""Outcome contract: providers are paid for results that somebody else verified; investors may pay beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import repeat
from typing import Annotated

from bothshores.errors import RequestError
from bothshores.fund.kinds import Flow, Instrument, Slice
from bothshores.fund.parties import FUND, INVESTORS, PROVIDERS, VERIFIERS
from bothshores.fund.rounding import nearest
from bothshores.fund.terms import Parameter, Terms, Unit
from bothshores.vocab import Reference
from bothshores.vocab import gettext_noop as _

EDUCATE_GIRLS = Reference(
    "Educate Girls development impact bond, India: ImpactAlpha, 17 July 2018",
    "https://impactalpha.com/small-bet-big-outcome-for-ubs-girls-education-development-impact-bond/",
    opened=True,
)
ADVANCES = Reference("World Bank, Program-for-Results: advances of up to 25 per cent against later results")

CAP = _("cap of the contract")
RETURN_CAP = _("cap on the return of investors")
STEP, LINEAR, UNIT = "step", "linear", "unit"
PAID_AFTER = 3
"""Quarters from an advance to the payment: people are served in the next, results verified in the one after."""


@dataclass(frozen=True)
class OutcomeTerms(Terms):
    """Terms of one contract; `weights`, `floors`, `targets`, `claimed`, `verified` have a value for each result."""

    price: Annotated[
        int, Parameter(Unit.MONEY, _("Paid if all targets are met; under `unit`, for one unit of a result"))
    ] = 0
    rule: Annotated[str, Parameter(Unit.WORD, _("How a result turns into money"), choices=(STEP, LINEAR, UNIT))] = (
        LINEAR
    )
    weights: Annotated[
        tuple[Fraction, ...], Parameter(Unit.TIMES, _("Weight of each result"), EDUCATE_GIRLS, many=True)
    ] = (Fraction(1),)
    floors: Annotated[
        tuple[Fraction, ...], Parameter(Unit.TIMES, _("Result up to which nothing is paid; 0 if left out"), many=True)
    ] = ()
    targets: Annotated[
        tuple[Fraction, ...], Parameter(Unit.TIMES, _("Result at which all is paid; 1 if left out"), many=True)
    ] = ()
    claimed: Annotated[tuple[Fraction, ...], Parameter(Unit.TIMES, _("Results the provider claims"), many=True)] = ()
    verified: Annotated[tuple[Fraction, ...], Parameter(Unit.TIMES, _("Results the verifier found"), many=True)] = ()
    cap: Annotated[int | None, Parameter(Unit.MONEY, _("Most that is ever paid, none if left out"))] = None
    advance_share: Annotated[
        Fraction, Parameter(Unit.SHARE, _("Paid at the start, taken off later"), ADVANCES, high=Fraction(1, 4))
    ] = Fraction(0)
    invested: Annotated[int, Parameter(Unit.MONEY, _("What investors pay at the start"))] = 0
    years: Annotated[
        int,
        Parameter(Unit.COUNT, _("Years until results, verified a quarter before, are paid"), EDUCATE_GIRLS, low=1),
    ] = 3
    return_cap: Annotated[
        Fraction | None, Parameter(Unit.SHARE, _("Highest yearly return of investors, none if left out"), EDUCATE_GIRLS)
    ] = None


class OutcomeContract(Instrument[OutcomeTerms]):
    """Results are paid for, once somebody other than the provider has verified them.

    payment = min(cap, invested * (1 + return cap)^years, price * sum_k w_k P_k(min(claimed_k, verified_k))), weights
    summing to 1; P is 0 or 1 at the target (step), the way from floor to target (linear), or the result (unit).
    """

    id = "outcome_contract"
    label = _("Outcome contract")
    source = EDUCATE_GIRLS
    terms = OutcomeTerms
    needs_results = True

    def flows(self, terms: OutcomeTerms) -> list[Flow]:
        """Advance or investment at the start; the payment less the advance at the end, or the advance paid back."""
        due, reason = payment(terms)
        advance = nearest(terms.advance_share * most(terms))
        end = 4 * terms.years
        payee = INVESTORS if terms.invested else PROVIDERS
        found = [
            Flow(INVESTORS, PROVIDERS, 1, "investment", terms.invested),
            Flow(FUND, PROVIDERS, 1, "advance", advance),
            Flow(PROVIDERS, VERIFIERS, end - 1, "verification", 0),
            Flow(FUND, payee, end, "outcome_payment", max(0, due - advance), reason),
            Flow(PROVIDERS, FUND, end, "clawback", max(0, advance - due)),
        ]
        return [flow for flow in found if flow.amount or flow.step in ("verification", "outcome_payment")]

    def planned(self, slices: Sequence[Slice], quarters: int) -> list[Flow]:
        """An advance of a quarter at the start of each year, the rest once all results are verified: three quarters
        later, so in the next year where payments start late, and in the plan's last quarter at the latest.

        Until then somebody has to pay the rest beforehand; no return on that is assumed.
        """
        found = []
        for each in slices:
            first = each.quarters[0]
            paid = min(first + PAID_AFTER, quarters)
            advance = nearest(Fraction(each.amount, 4))
            rest = each.amount - advance
            found += [
                Flow(FUND, PROVIDERS, first, "advance", advance),
                Flow(INVESTORS, PROVIDERS, first, "investment", rest),
                Flow(PROVIDERS, VERIFIERS, max(first, paid - 1), "verification", 0),
                Flow(FUND, PROVIDERS, paid, "outcome_payment", rest),
                Flow(PROVIDERS, INVESTORS, paid, "return_of_investment", rest),
            ]
        return found

    def example(self, amount: int) -> list[Flow]:
        """A contract of that price, with an advance, whose two results are both met."""
        results = (Fraction(1), Fraction(1))
        weights = (Fraction(1, 3), Fraction(2, 3))
        terms = OutcomeTerms(
            price=amount, weights=weights, claimed=results, verified=results, advance_share=Fraction(1, 4)
        )
        return self.flows(terms)

    def whole(self, amount: int) -> int:
        """The price."""
        return amount


def results(terms: OutcomeTerms) -> list[tuple[Fraction, Fraction, Fraction, Fraction]]:
    """Weight, floor, target and what counts of each result. Raises RequestError where values are missing."""
    count = len(terms.weights)
    counted = [min(pair) for pair in zip(terms.claimed, terms.verified, strict=False)]
    rows = (terms.floors or tuple(repeat(Fraction(0), count)), terms.targets or tuple(repeat(Fraction(1), count)))
    if {len(terms.claimed), len(terms.verified), *map(len, rows)} != {count}:
        raise RequestError(
            "Weights, floors, targets, claimed and verified do not have a value for each result.",
            remedy="Give each as many values as there are weights, separated by commas.",
        )
    return list(zip(terms.weights, *rows, counted, strict=True))


def worth(rule: str, floor: Fraction, target: Fraction, result: Fraction) -> Fraction:
    """What a result is worth: 0 to 1, or the number of units."""
    if rule == UNIT:
        return result
    if rule == STEP or target <= floor:
        return Fraction(result >= target)
    return min(Fraction(1), max(Fraction(0), (result - floor) / (target - floor)))


def priced(terms: OutcomeTerms, worths: Sequence[Fraction]) -> Fraction:
    """Price times the weighted mean of what the results are worth."""
    total = sum(terms.weights) or Fraction(1)
    return terms.price * sum((w * p for w, p in zip(terms.weights, worths, strict=True)), Fraction(0)) / total


def most(terms: OutcomeTerms) -> int:
    """What is paid if every target is met, in minor units."""
    full = priced(terms, [worth(terms.rule, floor, target, target) for _w, floor, target, _r in results(terms)])
    return min([nearest(full), *(limit for limit, _reason in limits(terms))])


def payment(terms: OutcomeTerms) -> tuple[int, str]:
    """What is paid for the results in minor units, and what limited it."""
    earned = priced(terms, [worth(terms.rule, floor, target, result) for _w, floor, target, result in results(terms)])
    return min([(nearest(earned), ""), *limits(terms)], key=lambda limit: limit[0])


def limits(terms: OutcomeTerms) -> list[tuple[int, str]]:
    """What no payment may exceed, rounded down so that it does not."""
    found = [] if terms.cap is None else [(terms.cap, CAP)]
    if terms.return_cap is not None and terms.invested:
        found.append((int(terms.invested * (1 + terms.return_cap) ** terms.years), RETURN_CAP))
    return found


def yearly_return(invested: int, paid_back: int, years: int) -> float:
    """Internal rate of return a year of one payment after `years`: (paid back / invested)^(1 / years) - 1."""
    return float((paid_back / invested) ** (1 / years) - 1)
