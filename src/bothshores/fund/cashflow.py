"""Money by quarter: who pays whom, to the cent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

import polars as pl

from bothshores import tables
from bothshores.errors import RequestError
from bothshores.fund.finance import instruments
from bothshores.fund.kinds import Flow, Slice
from bothshores.fund.parties import CARRIERS, EVALUATORS, FUND
from bothshores.fund.rounding import share_out
from bothshores.fund.terms import MINOR
from bothshores.tables.fund import FIRST_PAYMENT_QUARTER, CashFlows
from bothshores.tables.terms import PlanTerms
from bothshores.vocab import RESERVE, UNALLOCATED

FIRMEST_FIRST = ("committed", "pledged", "to_be_negotiated")
QUARTERS = (1, 2, 3, 4)
COLUMNS = pl.Schema(
    {
        "period": pl.Int64(),
        "step": pl.String(),
        "payer": pl.String(),
        "payee": pl.String(),
        "amount": pl.Decimal(38, 2),
        "limited_by": pl.String(),
    }
)


class Purse(NamedTuple):
    """What one source gives in one year, in minor units."""

    source: str
    amount: int


def cash(financing: pl.DataFrame, measures: pl.DataFrame, terms: PlanTerms) -> pl.DataFrame:
    """Payments by quarter of the plan in US cents, if all goes as agreed; the sources' payments sum to the financing.

    In its first year with money a measure pays from the third quarter on: until then rules, contracts and a baseline
    are made. Firm money is paid first. What pays for results is paid after they are verified (a row without an amount
    says when), which may be in the next year. What is unallocated has no payee yet and no row, as has money outside the
    plan's years.
    """
    known = {*measures["id"], RESERVE}
    rows = financing.filter(
        pl.col("measure").is_in(known) & pl.col("year").is_between(terms.first_year, terms.last_year)
    )
    found = [row for measure, mine in by_measure(rows).items() for row in payments(measure, mine, terms)]
    return tables.build(CashFlows, found).sort(CashFlows.primary_key())


def by_measure(financing: pl.DataFrame) -> dict[str, list[dict[str, Any]]]:
    """Rows with money by measure, the firmest first within each."""
    found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in financing.filter((pl.col("amount_usd") > 0) & (pl.col("measure") != UNALLOCATED)).to_dicts():
        found[row["measure"]].append(row)
    for rows in found.values():
        rows.sort(key=lambda row: (FIRMEST_FIRST.index(row["status"]), row["source"]))
    return dict(sorted(found.items()))


def payments(measure: str, rows: Sequence[Mapping[str, Any]], terms: PlanTerms) -> Iterator[dict[str, Any]]:
    """All payments of one measure."""
    first = min(row["year"] for row in rows)
    for instrument in sorted({row["instrument"] for row in rows}):
        purses: defaultdict[int, list[Purse]] = defaultdict(list)
        for row in rows:
            if row["instrument"] == instrument:
                purses[row["year"]].append(Purse(row["source"], row["amount_usd"] * MINOR))
        slices = {year: slice_of(year, purses[year], measure, first, terms) for year in sorted(purses)}
        flows = planned(instrument, measure, list(slices.values()), 4 * len(terms.years))
        for flow in merged(named(flows, [purse for year in slices for purse in purses[year]])):
            yield row_of(measure, instrument, flow)


def slice_of(year: int, purses: Sequence[Purse], measure: str, first: int, terms: PlanTerms) -> Slice:
    """A year's money and its quarters. The reserve pays for baselines, so it does not wait."""
    from_quarter = FIRST_PAYMENT_QUARTER if year == first and measure != RESERVE else 1
    before = 4 * (year - terms.first_year)
    quarters = tuple(before + quarter for quarter in QUARTERS if quarter >= from_quarter)
    return Slice(quarters, sum(purse.amount for purse in purses))


def planned(instrument: str, measure: str, slices: Sequence[Slice], quarters: int) -> list[Flow]:
    """Flows of an instrument; what no plug-in knows is paid like a budget line, equally in each quarter."""
    if instrument in instruments():
        return instruments()[instrument].planned(slices, quarters)
    payee = EVALUATORS if measure == RESERVE else CARRIERS
    return [
        Flow(FUND, payee, quarter, "payment", part)
        for each in slices
        for quarter, part in zip(each.quarters, share_out(each.amount, [1] * len(each.quarters)), strict=True)
    ]


def named(flows: Sequence[Flow], purses: Sequence[Purse]) -> Iterator[Flow]:
    """Flows in which the sources stand for the programme budget: one purse is emptied after the other, year by year."""
    left = list(purses)
    for flow in sorted(flows, key=attrgetter("period")):
        if flow.payer != FUND:
            yield flow
            continue
        due = flow.amount
        while due:
            source, amount = left[0]
            part = min(due, amount)
            yield Flow(source, flow.payee, flow.period, flow.step, part, flow.limited_by)
            due -= part
            left[:1] = [Purse(source, amount - part)] if amount > part else []


def merged(flows: Iterator[Flow]) -> Iterator[Flow]:
    """Payments of one payer for one thing in one quarter as one."""
    key = attrgetter("period", "step", "payer", "payee", "limited_by")
    for (period, step, payer, payee, reason), same in groupby(sorted(flows, key=key), key=key):
        yield Flow(payer, payee, period, step, sum(flow.amount for flow in same), reason)


def row_of(measure: str, instrument: str, flow: Flow) -> dict[str, Any]:
    """A flow as a row of `cash_flows`."""
    return {
        "measure": measure,
        "instrument": instrument,
        "period": flow.period,
        "step": flow.step,
        "payer": flow.payer,
        "payee": flow.payee,
        "amount_minor": flow.amount,
        "limited_by": flow.limited_by,
    }


def cash_flow_table(instrument_id: str, **terms: str) -> pl.DataFrame:
    """Payments of one instrument under its own terms, given as text (`loan="800000"`, `rate="7.5%"`).

    Columns: period, step, payer, payee, amount (decimal, in the currency the terms are in), limited_by. Raises
    RequestError for an unknown instrument or term, or a value that does not do.
    """
    known = instruments()
    if instrument_id not in known:
        raise RequestError(
            f"There is no instrument called {instrument_id!r}.", remedy=f"There are: {', '.join(known)}."
        )
    instrument = known[instrument_id]
    flows = instrument.flows(instrument.terms.read(terms))
    rows = [
        (flow.period, flow.step, flow.payer, flow.payee, Decimal(flow.amount) / MINOR, flow.limited_by)
        for flow in flows
    ]
    return pl.DataFrame(rows, schema=COLUMNS, orient="row")
