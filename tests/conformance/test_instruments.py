"""Every financing instrument keeps the promise of its kind; a new file is tested without writing a test."""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate
from operator import le

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bothshores import fund, registry
from bothshores.fund.kinds import Instrument, Slice
from bothshores.fund.parties import ACCOUNTS, FUND
from bothshores.fund.terms import MINOR, Unit
from bothshores.vocab import PAYMENTS

registry.load("bothshores.fund.instruments")
EVERY = pytest.mark.parametrize(
    "instrument", [each() for each in Instrument.members.values()], ids=lambda each: each.id
)
PLACEHOLDERS = ("example.", "placeholder", "lorem", "todo", "tbd")
QUARTERS = 20
AMOUNTS = st.lists(st.integers(0, 10**13), min_size=1, max_size=QUARTERS // 4)
FIRST = st.integers(1, 4)
BY_UNIT = {Unit.MONEY: int, Unit.COUNT: int, Unit.YES: bool, Unit.WORD: str}


def slices(amounts, first=1):
    """Years one after the other; the first begins in its quarter `first`."""
    return [
        Slice(tuple(range(4 * year + (first if year == 0 else 1), 4 * year + 5)), amount)
        for year, amount in enumerate(amounts)
    ]


def public(flows, each):
    """What the programme budget pays in a slice's quarters."""
    return sum(flow.amount for flow in flows if flow.payer == FUND and flow.period in each.quarters)


def test_the_six_that_are_asked_for_are_there():
    assert {"conditional_grant", "matched_contribution", "matched_savings", "guarantee", "outcome_contract",
            "revolving_credit"} <= set(Instrument.members)  # fmt: skip


@EVERY
class TestWhatItStates:
    def test_it_is_alone_in_a_file_of_its_own_name(self, instrument):
        assert type(instrument).__module__.rsplit(".", 1)[1] == instrument.id

    def test_it_names_a_real_source_and_says_where_it_was_opened(self, instrument):
        for source in [instrument.source, *(each.source for each in instrument.parameters())]:
            assert source.text
            assert not any(word in str(source).lower() for word in PLACEHOLDERS)
            assert source.url.startswith("http") or not source.opened

    def test_its_label_and_formula_can_be_read(self, instrument):
        assert instrument.label
        assert len(type(instrument).__doc__.splitlines()[0]) > 20

    def test_each_term_has_a_unit_a_meaning_and_a_default_that_fits(self, instrument):
        assert instrument.parameters()
        for each in instrument.parameters():
            assert re.fullmatch(r"[a-z][a-z_]*", each.name)
            assert each.meaning
            each.check(each.default)
            values = each.default if isinstance(each.default, tuple) else (each.default,)
            assert each.many or each.default is None or not isinstance(each.default, tuple)
            wanted = BY_UNIT.get(each.unit)
            assert wanted is None or all(value is None or type(value) is wanted for value in values)


@EVERY
class TestMoney:
    @given(amount=st.integers(0, 10**15))
    def test_parts_sum_to_the_whole(self, instrument, amount):
        assert sum(flow.amount for flow in instrument.example(amount)) == instrument.whole(amount)

    @settings(deadline=None)
    @given(amount=st.integers(0, 10**15))
    def test_payments_are_whole_never_negative_and_between_two_parties(self, instrument, amount):
        flows = [*instrument.example(amount), *instrument.planned([Slice((1, 2, 3, 4), amount)], QUARTERS)]
        for flow in flows:
            assert type(flow.amount) is int
            assert flow.amount >= 0
            assert flow.period >= 1
            assert flow.step in PAYMENTS
            assert flow.payer and flow.payee and flow.payer != flow.payee

    @settings(deadline=None)
    @given(amounts=AMOUNTS, first=FIRST)
    def test_the_public_side_pays_each_years_budget_and_never_before_it(self, instrument, amounts, first):
        years = slices(amounts, first)
        flows = instrument.planned(years, QUARTERS)
        paid, meant = list(accumulate(public(flows, each) for each in years)), list(accumulate(amounts))
        assert paid == meant or (instrument.needs_results and all(map(le, paid, meant)))
        assert sum(flow.amount for flow in flows if flow.payer == FUND) == sum(amounts)
        assert max((flow.period for flow in flows), default=1) <= QUARTERS

    @settings(deadline=None)
    @given(amounts=AMOUNTS)
    def test_nothing_is_paid_out_of_an_account_that_was_not_paid_in(self, instrument, amounts):
        for flows in (instrument.planned(slices(amounts), QUARTERS), instrument.example(sum(amounts))):
            balance: Counter[str] = Counter()
            for period in sorted({flow.period for flow in flows}):
                for flow in (flow for flow in flows if flow.period == period):
                    balance[flow.payer] -= flow.amount
                    balance[flow.payee] += flow.amount
                assert all(balance[account] >= 0 for account in ACCOUNTS)

    @settings(deadline=None)
    @given(amounts=AMOUNTS)
    def test_a_currency_of_half_the_worth_doubles_the_money(self, instrument, amounts):
        def by_step(factor):
            found: Counter[str] = Counter()
            for flow in instrument.planned(slices([factor * amount for amount in amounts]), QUARTERS):
                found[flow.step] += flow.amount
            return found

        once, twice = by_step(1), by_step(2)
        rounding = 4 * QUARTERS * QUARTERS
        assert all(abs(twice[step] - 2 * once[step]) <= rounding for step in once | twice)

    def test_the_command_line_gives_the_same(self, instrument):
        table = fund.cash_flow_table(instrument.id, **texts(instrument))
        flows = instrument.flows(instrument.terms.read(texts(instrument)))
        assert [int(amount * MINOR) for amount in table["amount"]] == [flow.amount for flow in flows]


def texts(instrument):
    """One value for each term that money or results depend on, as somebody would type it."""
    typed = {Unit.MONEY: "1234.56", Unit.TIMES: "1"}
    return {each.name: typed[each.unit] for each in instrument.parameters() if each.unit in typed and each.high is None}
