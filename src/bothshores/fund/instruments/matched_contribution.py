"""Matched contribution: the state adds to what migrants bring, up to a cap; more in a second stage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from bothshores.fund.kinds import Flow, Instrument, Slice
from bothshores.fund.parties import FUND, MIGRANTS, PROJECT
from bothshores.fund.rounding import nearest, share_out
from bothshores.fund.terms import Parameter, Terms, Unit
from bothshores.vocab import Reference
from bothshores.vocab import gettext_noop as _

PARE = Reference(
    "PARE 1+1 and 1+2, Moldova: Moldpres, 7 September 2022",
    "https://www.moldpres.md/eng/official/moldovan-government-approves-program-to-attract-remittances-in-economy-pare-12-",
    opened=True,
)

RATIO = ""
CAP = _("cap per project")
LEFT = _("what is left of the budget")
EVIDENCE = _("part of the contribution without evidence")
NOT_READY = _("the first stage is not completed")


@dataclass(frozen=True)
class MatchTerms(Terms):
    """Terms of one project. Caps and budget left are None where there are none."""

    contribution: Annotated[int, Parameter(Unit.MONEY, _("What migrants and their families pay"))] = 0
    evidenced: Annotated[
        int | None, Parameter(Unit.MONEY, _("Part of it shown to be earned abroad; all of it if left out"), PARE)
    ] = None
    ratio: Annotated[Fraction, Parameter(Unit.TIMES, _("Public money for each unit contributed"), PARE)] = Fraction(1)
    cap: Annotated[int | None, Parameter(Unit.MONEY, _("Most for one project"))] = None
    left: Annotated[int | None, Parameter(Unit.MONEY, _("What is left of the budget"))] = None
    stage: Annotated[
        int, Parameter(Unit.COUNT, _("Stage 1 starts a business, stage 2 enlarges it"), PARE, low=1, high=2)
    ] = 1
    first_stage_done: Annotated[bool, Parameter(Unit.YES, _("The first stage was completed successfully"), PARE)] = True
    second_ratio: Annotated[Fraction, Parameter(Unit.TIMES, _("Public money for each unit in stage 2"), PARE)] = (
        Fraction(2)
    )
    second_cap: Annotated[int | None, Parameter(Unit.MONEY, _("Most for one project in stage 2"))] = None


class MatchedContribution(Instrument[MatchTerms]):
    """grant = min(ratio * evidenced contribution, cap, budget left); ratio and cap are those of the stage."""

    id = "matched_contribution"
    label = _("Matched contribution")
    source = PARE
    terms = MatchTerms

    def flows(self, terms: MatchTerms) -> list[Flow]:
        """Both payments into the project; a grant below ratio * contribution says what limited it."""
        amount, reason = grant(terms)
        return [
            Flow(MIGRANTS, PROJECT, 1, "contribution", terms.contribution),
            Flow(FUND, PROJECT, 1, "grant", amount, reason),
        ]

    def planned(self, slices: Sequence[Slice], quarters: int) -> list[Flow]:
        """Equal grants in each quarter of the year, and the contributions they match: grant / ratio."""
        found = []
        for each in slices:
            parts = share_out(each.amount, [1] * len(each.quarters))
            for quarter, part in zip(each.quarters, parts, strict=True):
                matched = nearest(part / MatchTerms().ratio)
                found.append(Flow(MIGRANTS, PROJECT, quarter, "contribution", matched))
                found.append(Flow(FUND, PROJECT, quarter, "grant", part))
        return found

    def example(self, amount: int) -> list[Flow]:
        """A contribution matched one to one."""
        return self.flows(MatchTerms(contribution=amount))

    def whole(self, amount: int) -> int:
        """Contribution and grant."""
        return 2 * amount


def grant(terms: MatchTerms) -> tuple[int, str]:
    """The grant in minor units, and what limited it."""
    if terms.stage == 2 and not terms.first_stage_done:
        return 0, NOT_READY
    second = terms.stage == 2
    ratio, cap = (terms.second_ratio, terms.second_cap) if second else (terms.ratio, terms.cap)
    evidenced = terms.contribution if terms.evidenced is None else min(terms.evidenced, terms.contribution)
    limits = [(nearest(ratio * evidenced), RATIO if evidenced == terms.contribution else EVIDENCE)]
    limits += [(limit, reason) for limit, reason in ((cap, CAP), (terms.left, LEFT)) if limit is not None]
    return min(limits, key=lambda limit: limit[0])
