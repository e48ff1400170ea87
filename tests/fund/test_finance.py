"""Every dollar of the budget is carried by an instrument, and nobody is named who has not promised."""

import pytest
import small_plan as s
from hypothesis import given, settings
from hypothesis import strategies as st

from bothshores import fund, tables
from bothshores.tables.fund import TO_BE_NEGOTIATED, Financing
from bothshores.vocab import RESERVE, UNALLOCATED

AMOUNTS = st.lists(st.integers(0, 10**9), min_size=5, max_size=5)
MEASURES = s.measures({"id": "training"}, {"id": "hubs", "money_class": "judgement"}, {"id": "own", "template": ""})
LIBRARY = {"invented": s.template(instruments=("outcome_contract", "conditional_grant"))}


def finance(budget, decided=None):
    return fund.finance(s.budget(budget), MEASURES, s.TERMS, decided=decided, templates=LIBRARY)


def promise(**changes):
    row = {
        "measure": "training", "instrument": "matched_contribution", "source": "Diaspora fund", "year": 2027,
        "amount_usd": 30, "status": "pledged",
    }  # fmt: skip
    return tables.build(Financing, [row | changes])


def sums(financing):
    found = {}
    for measure, year, amount in financing.select("measure", "year", "amount_usd").iter_rows():
        found[measure, year] = found.get((measure, year), 0) + amount
    return found


@settings(deadline=None)
@given(training=AMOUNTS, hubs=AMOUNTS, reserve=AMOUNTS, left=AMOUNTS)
def test_sums_equal_the_budget_for_each_measure_and_year(training, hubs, reserve, left):
    budget = {"training": training, "hubs": hubs, RESERVE: reserve, UNALLOCATED: left}
    wanted = {
        (measure, year): amount
        for measure, amounts in budget.items()
        for year, amount in zip(s.TERMS.years, amounts, strict=True)
        if amount
    }
    assert sums(finance(budget)) == wanted


def test_the_first_instrument_that_fits_carries_the_money():
    financing = finance({"training": [10] * 5, "hubs": [10] * 5, "own": [10] * 5, RESERVE: [10] * 5})
    chosen = dict(financing.select("measure", "instrument").iter_rows())
    assert chosen == {
        "training": "outcome_contract",
        "hubs": "budget_line",  # a ministry's own work
        "own": "budget_line",
        RESERVE: "budget_line",
    }


def test_a_template_that_says_why_has_its_instrument_carry_what_rests_on_judgement():
    library = {"invented": s.template(instrument_reason="Others do the work, so they are paid for what is done.")}
    financing = fund.finance(s.budget({"hubs": [10] * 5}), MEASURES, s.TERMS, templates=library)
    assert set(financing["instrument"]) == {"conditional_grant"}


def test_nobody_is_named():
    financing = finance({"training": [10] * 5, UNALLOCATED: [1] * 5})
    assert set(financing["source"]) == {TO_BE_NEGOTIATED}
    assert set(financing["status"]) == {"to_be_negotiated"}


def test_a_promise_is_kept_and_only_the_rest_is_to_be_negotiated():
    financing = finance({"training": [100] * 5}, promise())
    first = financing.filter(year=2027).select("instrument", "source", "amount_usd", "status").rows()
    assert first == [
        ("matched_contribution", "Diaspora fund", 30, "pledged"),
        ("outcome_contract", TO_BE_NEGOTIATED, 70, "to_be_negotiated"),
    ]
    assert sums(financing)["training", 2028] == 100


@pytest.mark.parametrize("amount", [100, 130])
def test_a_promise_of_all_or_more_leaves_nothing_to_negotiate(amount):
    financing = finance({"training": [100, 0, 0, 0, 0]}, promise(amount_usd=amount))
    assert financing["source"].to_list() == ["Diaspora fund"]
    assert financing["amount_usd"].to_list() == [amount]


def test_what_is_to_be_negotiated_promises_nothing():
    decided = promise(source=TO_BE_NEGOTIATED, status="to_be_negotiated")
    assert finance({"training": [100] * 5}, decided).equals(finance({"training": [100] * 5}))


def test_no_money_is_no_row():
    assert finance({"training": [0] * 5}).is_empty()
