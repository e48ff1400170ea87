"""What the sources pay by quarter sums to the financing, to the cent."""

import polars as pl
import pytest
import small_plan as s
from hypothesis import given, settings
from hypothesis import strategies as st

from bothshores import fund, tables
from bothshores.errors import RequestError
from bothshores.fund.finance import instruments
from bothshores.fund.parties import CARRIERS, EVALUATORS
from bothshores.tables.fund import TO_BE_NEGOTIATED, CashFlows, Financing
from bothshores.vocab import RESERVE, UNALLOCATED

MEASURES = s.measures({"id": "training"}, {"id": "hubs"})
KINDS = [*instruments(), "budget_line", "a_way_of_ones_own"]
FOR_RESULTS = [name for name, each in instruments().items() if each.needs_results]
STATUS = {"Ministry": "committed", "Diaspora fund": "pledged", TO_BE_NEGOTIATED: "to_be_negotiated"}
ROWS = st.dictionaries(
    st.tuples(
        st.sampled_from(["training", "hubs", RESERVE]),
        st.sampled_from(KINDS),
        st.sampled_from(list(STATUS)),
        st.sampled_from(s.TERMS.years),
    ),
    st.integers(0, 10**9),
    max_size=12,
)


def financing(amounts):
    return tables.build(
        Financing,
        [
            {
                "measure": measure, "instrument": instrument, "source": source, "year": year, "amount_usd": amount,
                "status": STATUS[source],
            }
            for (measure, instrument, source, year), amount in amounts.items()
        ],
    )  # fmt: skip


def cash(amounts):
    return fund.cash(financing(amounts), MEASURES, s.TERMS)


@settings(max_examples=40, deadline=None)
@given(amounts=ROWS)
def test_sources_pay_in_each_year_what_the_financing_says_and_results_over_the_plan(amounts):
    flows = CashFlows.validate(cash(amounts))
    wanted: dict[tuple[str, str, str, int], int] = {}
    for (measure, instrument, source, year), amount in amounts.items():
        if amount:
            key = (measure, instrument, source, 0 if instrument in FOR_RESULTS else year)
            wanted[key] = wanted.get(key, 0) + 100 * amount
    public = flows.filter(pl.col("payer").is_in(list(STATUS))).with_columns(
        year=pl.when(pl.col("instrument").is_in(FOR_RESULTS))
        .then(0)
        .otherwise(s.TERMS.first_year + (pl.col("period") - 1) // 4)
    )
    paid = public.group_by("measure", "instrument", "payer", "year").agg(pl.col("amount_minor").sum())
    assert {tuple(row[:4]): row[4] for row in paid.iter_rows() if row[4]} == wanted


def test_a_measure_pays_from_the_third_quarter_of_its_first_year_on_and_the_reserve_at_once():
    flows = cash({("training", "conditional_grant", TO_BE_NEGOTIATED, year): 8 for year in (2028, 2029)})
    assert flows.select("period", "amount_minor").rows() == [
        (7, 400),
        (8, 400),
        (9, 200),
        (10, 200),
        (11, 200),
        (12, 200),
    ]
    reserve = cash({(RESERVE, "budget_line", TO_BE_NEGOTIATED, 2027): 8})
    assert reserve.select("period", "payee").rows() == [(quarter, EVALUATORS) for quarter in (1, 2, 3, 4)]


def test_firm_money_is_paid_first():
    flows = cash(
        {
            ("training", "budget_line", TO_BE_NEGOTIATED, 2027): 5,
            ("training", "budget_line", "Diaspora fund", 2027): 2,
            ("training", "budget_line", "Ministry", 2027): 1,
        }
    )
    assert flows.select("period", "payer", "amount_minor").sort("period", "payer").rows() == [
        (3, "Diaspora fund", 200), (3, "Ministry", 100), (3, TO_BE_NEGOTIATED, 100), (4, TO_BE_NEGOTIATED, 400),
    ]  # fmt: skip
    assert set(flows["payee"]) == {CARRIERS}


@pytest.mark.parametrize("key", [(UNALLOCATED, 2027), ("training", 2026), ("training", 2032), ("nobody", 2027)])
def test_what_has_no_payee_or_no_quarter_has_no_row(key):
    assert cash({(key[0], "budget_line", TO_BE_NEGOTIATED, key[1]): 5}).is_empty()


def test_the_same_money_gives_the_same_bytes():
    amounts = {("training", "revolving_credit", TO_BE_NEGOTIATED, year): 1000 for year in s.TERMS.years}
    backwards = dict(reversed(amounts.items()))
    assert cash(amounts).equals(cash(backwards))


def test_one_instrument_under_terms_of_ones_own():
    table = fund.cash_flow_table("guarantee", portfolio="10e6", order="first_loss", share="20%", losses="1.2e6")
    assert table.columns == ["period", "step", "payer", "payee", "amount", "limited_by"]
    assert str(table["amount"][0]) == "1200000.00"


@pytest.mark.parametrize(
    ("instrument", "terms", "named"),
    [
        ("loan", {}, "revolving_credit"),
        ("guarantee", {"loan": "1"}, "portfolio"),
        ("guarantee", {"share": "2"}, "share"),
    ],
)
def test_what_is_unknown_or_does_not_do_is_answered(instrument, terms, named):
    with pytest.raises(RequestError, match=named):
        fund.cash_flow_table(instrument, **terms)
