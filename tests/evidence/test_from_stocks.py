"""Shares of women and of destinations follow from stocks; a country with one destination is wholly concentrated."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothshores import tables
from bothshores.evidence.from_stocks import from_stocks
from bothshores.tables.evidence import Stocks


def stocks(people, women=None):
    """Stocks of NPL in 2019 by destination."""
    rows = [
        {"origin": "NPL", "destination": place, "year": 2019, "sex": sex, "source": "s", "vintage": "v",
         "persons": count}
        for sex, by_place in (("all", people), ("female", women or {}))
        for place, count in by_place.items()
    ]  # fmt: skip
    return tables.build(Stocks, rows)


def values(frame):
    return dict(frame.select("indicator", "value").iter_rows())


def test_women_over_all_and_squares_of_shares():
    found = values(from_stocks(stocks({"QAT": 75, "IND": 25}, {"QAT": 10, "IND": 15})))
    assert found == {"emigrant_women_share": 0.25, "corridor_concentration": pytest.approx(0.625)}


def test_without_women_there_is_no_share_of_them():
    assert values(from_stocks(stocks({"QAT": 75}))) == {"corridor_concentration": 1.0}


def test_nobody_abroad_gives_nothing():
    assert from_stocks(stocks({})).height == 0


@given(st.lists(st.integers(1, 10**7), min_size=1, max_size=8))
def test_concentration_lies_between_even_and_whole_and_does_not_depend_on_size(counts):
    places = dict(zip(["IND", "QAT", "ARE", "MYS", "USA", "GBR", "JPN", "KOR"], counts, strict=False))
    found = values(from_stocks(stocks(places)))["corridor_concentration"]
    assert 1 / len(counts) - 1e-9 <= found <= 1 + 1e-9
    double = values(from_stocks(stocks({place: 2 * count for place, count in places.items()})))
    assert double["corridor_concentration"] == pytest.approx(found)


def test_the_keys_are_those_of_observations():
    found = from_stocks(stocks({"QAT": 75, "IND": 25}, {"QAT": 10, "IND": 15}))
    assert found.select(pl.struct("indicator", "year").is_unique().all()).item()
    tables.evidence.Observations.validate(found, cast=True)
