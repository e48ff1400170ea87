"""Conditional grant: money in tranches, each after the milestone before it was verified by somebody else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from bothshores.fund.kinds import Flow, Instrument, Slice
from bothshores.fund.parties import FUND, GRANTEES
from bothshores.fund.rounding import share_out
from bothshores.fund.terms import Parameter, Terms, Unit
from bothshores.vocab import Reference
from bothshores.vocab import gettext_noop as _

UN_PRACTICE = Reference("UN joint programmes: the next tranche after 70 to 75 per cent of the last is spent")

FROZEN = _("payments are frozen")
NOT_VERIFIED = _("an earlier milestone is not verified by somebody other than the implementer")
NOT_SPENT = _("too little of the tranche before is spent")
NO_REPORT = _("a report is due")


@dataclass(frozen=True)
class GrantTerms(Terms):
    """Terms of one grant. What is left at None counts as done as agreed."""

    amount: Annotated[int, Parameter(Unit.MONEY, _("Grant in all"))] = 0
    tranches: Annotated[
        tuple[Fraction, ...], Parameter(Unit.SHARE, _("Size of each tranche beside the others"), many=True)
    ] = (Fraction(2, 5), Fraction(2, 5), Fraction(1, 5))
    every: Annotated[int, Parameter(Unit.COUNT, _("Quarters between two tranches"))] = 2
    burn_needed: Annotated[
        Fraction, Parameter(Unit.SHARE, _("Part of a tranche that must be spent before the next"), UN_PRACTICE)
    ] = Fraction(3, 4)
    verified_by: Annotated[
        tuple[str, ...] | None, Parameter(Unit.WORD, _("Role that verified each milestone, in order"), many=True)
    ] = None
    implementer: Annotated[str, Parameter(Unit.WORD, _("Role that carries the grant out"))] = "implementer"
    burn: Annotated[
        tuple[Fraction, ...] | None, Parameter(Unit.SHARE, _("Part of each tranche that is spent"), many=True)
    ] = None
    reports_in: Annotated[int | None, Parameter(Unit.COUNT, _("Reports that have come in"))] = None
    frozen_from: Annotated[int | None, Parameter(Unit.COUNT, _("Quarter from which payments are frozen"))] = None


class ConditionalGrant(Instrument[GrantTerms]):
    """Money in tranches, each released only once what was promised for those before it is shown.

    Tranche k is released iff milestones 1 to k - 1 are verified by a role other than the implementer, at least
    `burn_needed` of tranche k - 1 is spent, k - 1 reports are in, and nothing is frozen.
    """

    id = "conditional_grant"
    label = _("Conditional grant")
    source = UN_PRACTICE
    terms = GrantTerms

    def flows(self, terms: GrantTerms) -> list[Flow]:
        """One flow for each tranche; a tranche held back is 0 and says why, and so are all after it."""
        found, reason = [], ""
        for place, amount in enumerate(share_out(terms.amount, terms.tranches)):
            period = 1 + place * terms.every
            reason = reason or held_by(terms, place, period)
            found.append(Flow(FUND, GRANTEES, period, "tranche", 0 if reason else amount, reason))
        return found

    def planned(self, slices: Sequence[Slice], quarters: int) -> list[Flow]:
        """A tranche each quarter, equal within the year."""
        return [
            Flow(FUND, GRANTEES, quarter, "tranche", part)
            for each in slices
            for quarter, part in zip(each.quarters, share_out(each.amount, [1] * len(each.quarters)), strict=True)
        ]

    def example(self, amount: int) -> list[Flow]:
        """All tranches of a grant that goes as agreed."""
        return self.flows(GrantTerms(amount=amount))

    def whole(self, amount: int) -> int:
        """The grant."""
        return amount


def held_by(terms: GrantTerms, earlier: int, period: int) -> str:
    """Why a tranche with so many earlier ones is held back in a period; empty if it is released."""
    if terms.frozen_from is not None and period >= terms.frozen_from:
        return FROZEN
    verified = terms.verified_by
    if verified is not None and (len(verified) < earlier or terms.implementer in verified[:earlier]):
        return NOT_VERIFIED
    if earlier and terms.burn is not None and (*terms.burn, *[Fraction(0)] * earlier)[earlier - 1] < terms.burn_needed:
        return NOT_SPENT
    if terms.reports_in is not None and terms.reports_in < earlier:
        return NO_REPORT
    return ""
