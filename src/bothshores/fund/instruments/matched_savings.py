"""Matched savings: every deposit is matched up to a lifetime cap; the match is the saver's once it buys the goal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from bothshores.fund.kinds import Flow, Instrument, Slice
from bothshores.fund.parties import FUND, MATCH_ACCOUNT, SAVERS, SAVINGS_ACCOUNT
from bothshores.fund.rounding import nearest, share_out
from bothshores.fund.terms import Parameter, Terms, Unit
from bothshores.vocab import Reference
from bothshores.vocab import gettext_noop as _

AFI = Reference(
    "Assets for Independence, United States: matched at least every three months, 1 to 8 dollars for each dollar saved",
    "https://www.acf.hhs.gov/ocs/resource/matching-contributions-to-earned-income-deposits",
    opened=True,
)

LIFETIME_CAP = _("lifetime cap")
NOT_QUALIFIED = _("the withdrawal is for another purpose than agreed")


@dataclass(frozen=True)
class SavingsTerms(Terms):
    """Terms of one saver's account."""

    deposits: Annotated[tuple[int, ...], Parameter(Unit.MONEY, _("What is saved in each quarter"), many=True)] = ()
    rate: Annotated[Fraction, Parameter(Unit.TIMES, _("Match for each unit saved"), AFI, high=8)] = Fraction(1)
    lifetime_cap: Annotated[int | None, Parameter(Unit.MONEY, _("Most that is ever matched for one saver"))] = None
    withdrawn_in: Annotated[int | None, Parameter(Unit.COUNT, _("Quarter of the withdrawal, none if left out"))] = None
    qualified: Annotated[bool, Parameter(Unit.YES, _("The withdrawal buys what was agreed"), AFI)] = True
    holding: Annotated[int, Parameter(Unit.COUNT, _("Quarters from a deposit to the purchase, as planned"))] = 8


class MatchedSavings(Instrument[SavingsTerms]):
    """match_t = min(rate * deposit_t, lifetime cap - matched so far); a withdrawal for the goal vests it."""

    id = "matched_savings"
    label = _("Matched savings")
    source = AFI
    terms = SavingsTerms

    def flows(self, terms: SavingsTerms) -> list[Flow]:
        """Deposits and matches by quarter until the withdrawal, then what is paid out or given back."""
        last = len(terms.deposits) if terms.withdrawn_in is None else terms.withdrawn_in
        saved = list(save(terms, terms.deposits[:last]))
        if terms.withdrawn_in is None:
            return saved
        return saved + withdraw(saved, terms.withdrawn_in, terms.qualified)

    def planned(self, slices: Sequence[Slice], quarters: int) -> list[Flow]:
        """Equal matches in each quarter of the year, the savings they match, and both paid out after the holding."""
        terms, found = SavingsTerms(), []
        for each in slices:
            parts = share_out(each.amount, [1] * len(each.quarters))
            for quarter, part in zip(each.quarters, parts, strict=True):
                paid_in = pay_in(quarter, nearest(part / terms.rate), part, "")
                found += paid_in
                if quarter + terms.holding <= quarters:
                    found += withdraw(paid_in, quarter + terms.holding, True)
        return sorted(found, key=lambda flow: flow.period)

    def example(self, amount: int) -> list[Flow]:
        """Four deposits, matched one to one, and a qualified withdrawal."""
        deposits = tuple(share_out(amount, [1] * 4))
        return self.flows(SavingsTerms(deposits=deposits, withdrawn_in=5))

    def whole(self, amount: int) -> int:
        """Savings and match, paid in and paid out."""
        return 4 * amount


def save(terms: SavingsTerms, deposits: Sequence[int]) -> Iterator[Flow]:
    """Each deposit with its match."""
    matched = 0
    for period, deposit in enumerate(deposits, start=1):
        wanted = nearest(terms.rate * deposit)
        match = wanted if terms.lifetime_cap is None else min(wanted, max(0, terms.lifetime_cap - matched))
        matched += match
        yield from pay_in(period, deposit, match, LIFETIME_CAP if match < wanted else "")


def pay_in(period: int, deposit: int, match: int, reason: str) -> list[Flow]:
    """A deposit and its match."""
    return [
        Flow(SAVERS, SAVINGS_ACCOUNT, period, "deposit", deposit),
        Flow(FUND, MATCH_ACCOUNT, period, "match", match, reason),
    ]


def withdraw(saved: Sequence[Flow], period: int, qualified: bool) -> list[Flow]:
    """Savings always go back to the saver; the match goes along only for the purpose agreed."""
    own, match = (sum(flow.amount for flow in saved if flow.step == step) for step in ("deposit", "match"))
    savings = Flow(SAVINGS_ACCOUNT, SAVERS, period, "savings_paid_out", own)
    if qualified:
        return [savings, Flow(MATCH_ACCOUNT, SAVERS, period, "match_paid_out", match)]
    return [savings, Flow(MATCH_ACCOUNT, FUND, period, "forfeit", match, NOT_QUALIFIED)]
