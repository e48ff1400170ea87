"""The price table agrees with the World Bank's, and conversion has the identities it should."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothshores.catalogue import prices

YEARS = st.integers(1990, 2100)


@given(YEARS, YEARS, YEARS)
def test_going_on_from_a_year_is_going_straight(one, two, three):
    way = prices.price_factor(one, two) * prices.price_factor(two, three)
    assert way == pytest.approx(prices.price_factor(one, three))
    assert prices.price_factor(one, one) == 1


def test_yearly_changes_agree_with_the_world_bank(data_folder):
    with (data_folder / "wdi" / "fp.cpi.totl.zg.csv").open(encoding="utf-8") as file:
        published = {
            int(row["Year"]): float(row["Value"]) for row in csv.DictReader(file) if row["Country Code"] == "USA"
        }
    levels = prices.index()
    for year in sorted(levels)[1:]:
        assert (levels[year] / levels[year - 1] - 1) * 100 == pytest.approx(published[year], abs=0.02)
