"""A loan's schedule, and a fund that lends again what comes back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from bothshores.fund.rounding import nearest


class Due(NamedTuple):
    """What falls due in one period, in minor units."""

    interest: int
    principal: int


@dataclass(frozen=True)
class Loan:
    """A loan in minor units: interest a period, periods of interest alone, then equal instalments."""

    amount: int
    rate: Fraction
    grace: int
    instalments: int

    @cached_property
    def factor(self) -> Fraction:
        """Instalment for one unit lent: i / (1 - (1 + i)^-n), or 1 / n without interest."""
        if not self.rate:
            return Fraction(1, self.instalments)
        return self.rate / (1 - (1 + self.rate) ** -self.instalments)

    @property
    def instalment(self) -> int:
        """Interest and principal of every period after the grace, but for the last."""
        return nearest(self.amount * self.factor)

    def payments(self) -> Iterator[Due]:
        """What falls due period by period; the last clears the rest."""
        left = self.amount
        for _period in range(self.grace):
            yield Due(nearest(left * self.rate), 0)
        for number in range(self.instalments, 0, -1):
            interest = nearest(left * self.rate)
            principal = left if number == 1 else max(0, min(left, self.instalment - interest))
            left -= principal
            yield Due(interest, principal)


class State(NamedTuple):
    """One period of a fund, in minor units; `lost` is what fell due and did not come."""

    top_up: int
    interest: int
    principal: int
    lost: int
    running_cost: int
    lent: int


def revolve(
    top_ups: Sequence[int], terms: Loan, *, loss: Fraction = Fraction(0), running_cost: Fraction = Fraction(0)
) -> list[State]:
    """Period by period, lent = top-up + repayments - running cost: all that comes in is lent at once.

    `terms` give rate, grace and instalments of every loan; `loss` is the part of each amount due that never comes,
    `running_cost` the part of what comes back that the fund itself uses.
    """
    due: defaultdict[int, list[int]] = defaultdict(lambda: [0, 0])
    found = []
    for period, top_up in enumerate(top_ups):
        owed = due[period]
        interest, principal = (amount - nearest(loss * amount) for amount in owed)
        cost = nearest(running_cost * (interest + principal))
        lent = top_up + interest + principal - cost
        found.append(State(top_up, interest, principal, sum(owed) - interest - principal, cost, lent))
        for later, each in enumerate(replace(terms, amount=lent).payments(), start=period + 1):
            if later >= len(top_ups):
                break
            due[later][0] += each.interest
            due[later][1] += each.principal
    return found


def revolve_ratio(states: Sequence[State]) -> float:
    """How often each unit paid in was lent: lent in all / paid in."""
    paid_in = sum(state.top_up for state in states)
    return sum(state.lent for state in states) / paid_in if paid_in else 0.0


def sustains_itself(states: Sequence[State]) -> bool:
    """True if interest covers running cost and losses."""
    return sum(state.interest for state in states) >= sum(state.running_cost + state.lost for state in states)


def portfolio_at_risk(outstanding: Sequence[int], days_late: Sequence[int], days: int) -> float:
    """Part of the outstanding principal in loans that are more than so many days late (PAR30, PAR90)."""
    late = sum(amount for amount, late in zip(outstanding, days_late, strict=True) if late > days)
    return late / sum(outstanding) if sum(outstanding) else 0.0
