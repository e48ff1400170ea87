"""Guarantee: part of lenders' losses is paid for them, beside them (pari passu), before them or after them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, pairwise, zip_longest
from typing import Annotated

from bothshores.errors import RequestError
from bothshores.fund.kinds import Flow, Instrument, Slice
from bothshores.fund.parties import BORNE_LOSS, BORROWERS, FUND, GUARANTEE_RESERVE, LENDERS
from bothshores.fund.rounding import nearest
from bothshores.fund.terms import Parameter, Terms, Unit
from bothshores.vocab import Reference
from bothshores.vocab import gettext_noop as _

DCA = Reference(
    "Development Credit Authority: guarantees of up to 50 per cent of a loan by a local bank (CSIS, 20 years of it)",
    "https://www.csis.org/analysis/20-years-development-credit-authority",
    opened=True,
)

CAP = _("cap of the guarantee")
PARI_PASSU, FIRST_LOSS, SECOND_LOSS = "pari_passu", "first_loss", "second_loss"


@dataclass(frozen=True)
class GuaranteeTerms(Terms):
    """Terms of one guarantee of a portfolio of loans."""

    portfolio: Annotated[int, Parameter(Unit.MONEY, _("Principal of the loans covered"))] = 0
    order: Annotated[
        str, Parameter(Unit.WORD, _("Who bears losses first"), DCA, choices=(PARI_PASSU, FIRST_LOSS, SECOND_LOSS))
    ] = PARI_PASSU
    share: Annotated[
        Fraction,
        Parameter(Unit.SHARE, _("Part of each loss (pari passu), or of the portfolio that is the first loss"), DCA),
    ] = Fraction(1, 2)
    cap: Annotated[int | None, Parameter(Unit.MONEY, _("Most that is ever paid, none if left out"))] = None
    losses: Annotated[tuple[int, ...], Parameter(Unit.MONEY, _("Principal lost in each quarter"), many=True)] = ()
    recoveries: Annotated[
        tuple[int, ...], Parameter(Unit.MONEY, _("What is recovered in each quarter"), many=True)
    ] = ()


class Guarantee(Instrument[GuaranteeTerms]):
    """Part of lenders' losses is borne for them, so that they lend to people they would not lend to otherwise.

    With N the losses so far less recoveries and P the portfolio, the guarantor stands at
    pari passu min(share * N, cap); first loss min(N, share * P, cap); second loss min(max(0, N - share * P), cap),
    and pays or gets back the change. So recoveries go back in the same parts, or to whoever bore the last loss.
    """

    id = "guarantee"
    label = _("Guarantee")
    source = DCA
    terms = GuaranteeTerms

    def flows(self, terms: GuaranteeTerms) -> list[Flow]:
        """Calls, what lenders bear, and recoveries passed on, by quarter. Raises RequestError if more is recovered
        than was lost."""
        pairs = zip_longest(terms.losses, terms.recoveries, fillvalue=0)
        nets = list(accumulate((loss - recovered for loss, recovered in pairs), initial=0))
        if min(nets) < 0:
            raise RequestError("More is recovered than was lost.", remedy="Lower recoveries or raise losses.")
        found: list[Flow] = []
        for period, (before, after) in enumerate(pairwise(nets), start=1):
            found += change(terms, period, before, after)
        return found

    def planned(self, slices: Sequence[Slice], quarters: int) -> list[Flow]:
        """The year's money goes into the reserve in its first quarter; it can cover loans of reserve / share.

        Nothing is called: how much will be lost is not known, and a reserve of the whole share covers every loss.
        """
        found = []
        for each in slices:
            covered = int(each.amount / GuaranteeTerms().share)  # rounded down: the reserve must cover them all
            found.append(Flow(FUND, GUARANTEE_RESERVE, each.quarters[0], "reserve", each.amount))
            found.append(Flow(LENDERS, BORROWERS, each.quarters[0], "covered_loan", covered))
        return found

    def example(self, amount: int) -> list[Flow]:
        """A loss shared pari passu, half each."""
        return self.flows(GuaranteeTerms(portfolio=amount, losses=(amount,)))

    def whole(self, amount: int) -> int:
        """The loss."""
        return amount


def due(terms: GuaranteeTerms, net: int) -> int:
    """What the guarantor would bear of net losses so far without a cap, in minor units."""
    first = nearest(terms.share * terms.portfolio)
    return {
        PARI_PASSU: nearest(terms.share * net),
        FIRST_LOSS: min(net, first),
        SECOND_LOSS: max(0, net - first),
    }[terms.order]


def paid(terms: GuaranteeTerms, net: int) -> int:
    """What the guarantor bears of net losses so far, in minor units."""
    return due(terms, net) if terms.cap is None else min(due(terms, net), terms.cap)


def change(terms: GuaranteeTerms, period: int, before: int, after: int) -> Iterator[Flow]:
    """Who pays for a change of net losses; the lender bears what the guarantor does not."""
    stood, stands = paid(terms, before), paid(terms, after)
    called, borne = stands - stood, (after - stands) - (before - stood)
    reason = CAP if stands < due(terms, after) else ""
    if after > before:
        yield Flow(FUND, LENDERS, period, "guarantee_call", called, reason)
        yield Flow(LENDERS, BORNE_LOSS, period, "loss_borne", borne)
    elif after < before:
        yield Flow(LENDERS, FUND, period, "recovery", -called)
        yield Flow(BORNE_LOSS, LENDERS, period, "loss_recovered", -borne)
