"""A loan is paid back to the cent, whatever its terms."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bothshores.fund.instruments.revolving_credit import CreditTerms, RevolvingCredit
from bothshores.fund.kinds import Slice


@settings(deadline=None)
@given(
    loan=st.integers(0, 10**12), rate=st.fractions(0, 1), a_year=st.sampled_from([1, 2, 4, 12]),
    grace=st.integers(0, 12), instalments=st.integers(1, 40),
)  # fmt: skip
def test_principal_sums_to_the_loan(loan, rate, a_year, grace, instalments):
    terms = CreditTerms(
        loan=loan, rate=rate.limit_denominator(10_000), a_year=a_year, grace=grace, instalments=instalments
    )
    flows = RevolvingCredit().flows(terms)
    assert sum(flow.amount for flow in flows if flow.step == "principal") == loan
    assert all(flow.amount > 0 for flow in flows[1:])
    assert max(flow.period for flow in flows) <= 1 + grace + instalments


def test_grace_is_interest_alone():
    flows = RevolvingCredit().flows(CreditTerms(loan=120_000, rate=CreditTerms.read({"rate": "10%"}).rate, grace=3))
    assert [(flow.step, flow.amount) for flow in flows[2:5]] == [("interest", 1000)] * 3


def test_what_comes_back_is_lent_again():
    flows = RevolvingCredit().planned([Slice((1, 2, 3, 4), 1_000_000)], 20)
    lent = {flow.period: flow.amount for flow in flows if flow.step == "loan"}
    assert lent[1] == 1_000_000
    assert sum(lent.values()) > 1_000_000
    assert sum(flow.amount for flow in flows if flow.step == "top_up") == 1_000_000
