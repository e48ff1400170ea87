"""Revolving credit: loans at a fixed rate with a grace period; what comes back is lent again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from bothshores.fund.kinds import Flow, Instrument, Slice
from bothshores.fund.parties import BORROWERS, CREDIT_FUND, FUND
from bothshores.fund.revolving import Loan, revolve
from bothshores.fund.terms import Parameter, Terms, Unit
from bothshores.vocab import Reference
from bothshores.vocab import gettext_noop as _

OWWA = Reference(
    "OWWA, Philippines: Enterprise Development and Loan Program for overseas workers",
    "https://owwa.gov.ph/?page_id=3728",
    opened=True,
)

PLANNED_LOSS = Fraction(1, 10)
"""Part of each instalment taken not to come back in a plan: a judgement, as no programme published its own."""


@dataclass(frozen=True)
class CreditTerms(Terms):
    """Terms of one loan."""

    loan: Annotated[int, Parameter(Unit.MONEY, _("Loan"))] = 0
    rate: Annotated[Fraction, Parameter(Unit.SHARE, _("Interest a year"), OWWA)] = Fraction(75, 1000)
    a_year: Annotated[int, Parameter(Unit.COUNT, _("Payments a year"), low=1)] = 12
    grace: Annotated[int, Parameter(Unit.COUNT, _("Payments of interest alone at the start"), OWWA)] = 24
    instalments: Annotated[int, Parameter(Unit.COUNT, _("Equal payments after them"), OWWA, low=1)] = 60

    @property
    def schedule(self) -> Loan:
        """The loan as it is paid back."""
        return Loan(self.loan, self.rate / self.a_year, self.grace, self.instalments)


class RevolvingCredit(Instrument[CreditTerms]):
    """Loans at a fixed rate; what is paid back is lent again.

    In grace interest = i * loan; then instalment = loan * i / (1 - (1 + i)^-n), the last one clearing the rest.
    """

    id = "revolving_credit"
    label = _("Revolving credit")
    source = OWWA
    terms = CreditTerms

    def flows(self, terms: CreditTerms) -> list[Flow]:
        """Loan in the first period, then interest and principal in each that follows."""
        found = [Flow(CREDIT_FUND, BORROWERS, 1, "loan", terms.loan)]
        for period, due in enumerate(terms.schedule.payments(), start=2):
            found.append(Flow(BORROWERS, CREDIT_FUND, period, "interest", due.interest))
            found.append(Flow(BORROWERS, CREDIT_FUND, period, "principal", due.principal))
        return [Flow(FUND, CREDIT_FUND, 1, "top_up", terms.loan), *(flow for flow in found if flow.amount)]

    def planned(self, slices: Sequence[Slice], quarters: int) -> list[Flow]:
        """The year's money goes into the fund in its first quarter; what the fund holds is lent each quarter."""
        terms = CreditTerms(a_year=4, grace=8, instalments=20)
        paid_in = {each.quarters[0]: each.amount for each in slices}
        top_ups = [paid_in.get(quarter, 0) for quarter in range(1, quarters + 1)]
        found = []
        for period, state in enumerate(revolve(top_ups, terms.schedule, loss=PLANNED_LOSS), start=1):
            found += [
                Flow(FUND, CREDIT_FUND, period, "top_up", state.top_up),
                Flow(BORROWERS, CREDIT_FUND, period, "interest", state.interest),
                Flow(BORROWERS, CREDIT_FUND, period, "principal", state.principal),
                Flow(CREDIT_FUND, BORROWERS, period, "loan", state.lent),
            ]
        return [flow for flow in found if flow.amount]

    def example(self, amount: int) -> list[Flow]:
        """A loan without interest."""
        return self.flows(CreditTerms(loan=amount, rate=Fraction(0)))

    def whole(self, amount: int) -> int:
        """Paid into the fund, lent and paid back."""
        return 3 * amount
