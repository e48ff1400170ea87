"""What lies outside the simulated interval calls somebody; what was never forecast cannot."""

import polars as pl
import pytest
import small_plan as s

from bothshores import adapt, tables
from bothshores.tables.plan import Assumptions, Targets
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


def test_an_end_that_no_figure_can_be_beyond_is_no_line():
    frame = watch(s.paths("poverty_international", low=0.0, high=0.01), poverty_international="down_good")
    assert set(frame["crossed"]) == {"above"}


def test_no_forecast_no_trigger():
    assert watch(gini="down_good").is_empty()


def test_ids_are_told_apart_and_somebody_calls():
    frame = watch(unemployment_rate="down_good", account_ownership="up_good")
    assert frame["id"].n_unique() == frame.height == 12
    assert frame.filter((pl.col("owner") == "") | (pl.col("action") == "")).is_empty()


def own(**changes):
    """Triggers of one measure of 100 dollars a person, 50 to 200, with 1,000 dollars in 2028 and 2029."""
    rows = s.measures(
        {"id": "training", "money_class": "assumption", "unit_cost_usd": 100.0, "start_year": 2028} | changes
    )
    assumed = {"id": "a", "measure": "training", "parameter": "unit_cost_usd", "low": 50.0, "central": 100.0,
               "high": 200.0, "unit": "USD", "by_analogy_with": "", "corrected_by": ""}  # fmt: skip
    people = [{"measure": "training", "indicator": "prog_people_trained", "year": 2028, "target": 8.0}]
    found = adapt.of_measures(
        rows, s.budget({"training": [0, 1000, 1000, 0, 0]}), tables.build(Targets, people),
        tables.build(Assumptions, [assumed]), s.TERMS,
    )  # fmt: skip
    return {row["id"].removeprefix("training_"): row for row in found}


def test_a_funded_measure_is_watched_by_its_own_plan():
    lines = {name: (str(row["check_on"]), row["crossed"], row["threshold"]) for name, row in own().items()}
    assert lines == {
        "2028_money": ("2028-12-31", "below", 750),
        "2028_cost_low": ("2028-12-31", "below", 50),
        "2028_cost": ("2028-12-31", "above", 200),
        "2028_people": ("2028-12-31", "below", 6),
        "2029_money_half": ("2029-06-30", "below", 375),
        "2029_money": ("2029-12-31", "below", 750),
        "2029_cost": ("2029-12-31", "above", 200),
    }


def test_a_cost_that_was_read_is_only_watched_for_being_dearer():
    assert "2028_cost_low" not in own(money_class="evidence")


def test_own_lines_stand_beside_those_of_the_country():
    frame = adapt.watch(s.objectives(unemployment_rate="down_good"), PATHS, s.TERMS, own=own().values())
    assert frame.height == 6 + 7
