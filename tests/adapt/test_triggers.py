"""What lies outside the simulated interval calls somebody; what was never forecast cannot."""

import polars as pl
import pytest
import small_plan as s

from bothshores import adapt
from bothshores.tables.terms import PlanTerms

PATHS = s.paths("unemployment_rate", "account_ownership", low=0.1, high=0.4)


def watch(paths=PATHS, terms=s.TERMS, **directions):
    return adapt.watch(s.objectives(**directions), paths, terms)


@pytest.mark.parametrize(
    ("direction", "lines"),
    [
        ("down_good", {"review": ("above", 0.4), "scale_up": ("below", 0.1)}),
        ("up_good", {"review": ("below", 0.1), "scale_up": ("above", 0.4)}),
    ],
)
def test_the_bad_end_calls_a_review_and_the_good_end_more_of_it(direction, lines):
    frame = watch(unemployment_rate=direction).filter(year=2031)
    assert {row["id"].removeprefix("unemployment_rate_2031_"): (row["crossed"], row["threshold"])
            for row in frame.iter_rows(named=True)} == lines  # fmt: skip


def test_years_are_watched_from_the_middle_of_the_plan_on():
    assert sorted(set(watch(unemployment_rate="down_good")["year"])) == [2029, 2030, 2031]
    one_year = PlanTerms("NPL", 2031, 2031, 1, 2025)
    assert watch(terms=one_year, unemployment_rate="down_good")["year"].to_list() == [2031, 2031]


def test_thresholds_come_from_the_path_with_the_plan():
    assert 1.0 not in watch(unemployment_rate="down_good")["threshold"]


def test_thresholds_do_not_look_more_exact_than_they_are():
    frame = watch(s.paths("unemployment_rate", low=0.123456, high=123.456), unemployment_rate="down_good")
    assert set(frame["threshold"]) == {0.1235, 123.5}


def test_no_forecast_no_trigger():
    assert watch(gini="down_good").is_empty()


def test_ids_are_told_apart_and_somebody_calls():
    frame = watch(unemployment_rate="down_good", account_ownership="up_good")
    assert frame["id"].n_unique() == frame.height == 12
    assert frame.filter((pl.col("owner") == "") | (pl.col("action") == "")).is_empty()
