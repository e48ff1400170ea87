"""A project can be shared out iff minima, value and maxima stand in this order."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from bothshores.fund.cofunding import Party, fit, pro_rata, to_be_found, unmet_share

BOUND = st.fractions(0, 1)
PARTIES = st.lists(st.tuples(BOUND, BOUND), min_size=1, max_size=4).map(
    lambda pairs: [Party(str(place), *sorted(pair)) for place, pair in enumerate(pairs)]
)


def test_what_binds_is_said():
    state, club = Party("state", Fraction(0), Fraction(1, 4)), Party("club", Fraction(1, 2), Fraction(1, 2))
    assert fit(100, [state, club]).missing == 25
    assert fit(100, [club, club, Party("other", Fraction(1, 10))]).excess == 0
    assert fit(100, [Party("a", Fraction(3, 4)), Party("b", Fraction(1, 2))]).excess == 25
    assert fit(100, [Party("a", Fraction(1, 2), Fraction(1), cap=10), Party("b")]).blocked == "a"


@given(value=st.integers(0, 10**9), parties=PARTIES)
def test_feasible_means_that_somebody_can_write_the_shares_down(value, parties):
    found = fit(value, parties)
    if found.feasible:
        shares, left = dict(found.least), value - sum(found.least.values())
        for name in shares:
            more = min(left, found.most[name] - shares[name])
            shares[name], left = shares[name] + more, left - more
        assert left == 0


def test_what_is_left_to_find():
    assert to_be_found(100, [Party("a", Fraction(1, 10)), Party("b", Fraction(1, 10))], {"a": 60}) == 30
    assert to_be_found(100, [Party("a")], {"a": 200}) == 0


@given(budget=st.integers(0, 10**9), claims=st.lists(st.integers(0, 10**9), min_size=1, max_size=9))
def test_claims_share_what_there_is(budget, claims):
    paid = pro_rata(budget, claims)
    assert sum(paid) == min(budget, sum(claims))
    assert all(0 <= part <= claim for part, claim in zip(paid, claims, strict=True))
    assert unmet_share(budget, claims) == (Fraction(sum(claims) - sum(paid), sum(claims)) if sum(claims) else 0)
