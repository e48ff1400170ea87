"""Targets are what the simulation expects with the plan, and the people the money reaches."""

import polars as pl
import pytest
import small_plan as s
from hypothesis import given, settings
from hypothesis import strategies as st

from bothshores import monitor
from bothshores.vocab import NATIONAL

LIBRARY = {"invented": s.template(), "trains": s.template("trains", output_indicators=("prog_people_trained",))}
OBJECTIVES = s.objectives(unemployment_rate="down_good", account_ownership="up_good")


def targets(reached=None, budget=None, paths=None, **measure):
    frame = monitor.set_targets(
        OBJECTIVES, s.paths("unemployment_rate", "gini", mean=0.15) if paths is None else paths,
        s.measures({"id": "training"} | measure), s.allocation({"training": reached}), s.TERMS,
        budget=None if budget is None else s.budget({"training": budget}), templates=LIBRARY,
    )  # fmt: skip
    found: dict[tuple[str, str], list[float]] = {}
    for name, indicator, _year, target in frame.sort("year").iter_rows():
        found.setdefault((name, indicator), []).append(target)
    return found


def test_objectives_follow_their_path_with_the_plan():
    assert targets() == {(NATIONAL, "unemployment_rate"): [0.15] * 5}


def test_a_path_does_not_look_more_exact_than_it_is():
    assert targets(paths=s.paths("unemployment_rate", mean=0.123456))[NATIONAL, "unemployment_rate"] == [0.1235] * 5


@pytest.mark.parametrize("mean", [0.2, 0.3, 1.0])
def test_a_path_no_better_than_today_or_than_without_the_plan_is_no_target(mean):
    assert targets(paths=s.paths("unemployment_rate", mean=mean)) == {}


def test_no_forecast_no_target():
    assert targets(paths=s.paths()) == {}


def test_people_add_up_as_the_money_is_spent():
    assert targets(1000.0, [0, 100, 300, 0, 600])["training", "prog_beneficiaries"] == [100.0, 400.0, 400.0, 1000.0]


def test_without_a_budget_people_come_in_equal_parts_from_the_start_on():
    assert targets(900.0, start_year=2029)["training", "prog_beneficiaries"] == [300.0, 600.0, 900.0]


def test_the_output_is_the_one_the_template_counts_people_by():
    assert ("training", "prog_people_trained") in targets(10.0, template="trains")


def test_nobody_is_promised_where_reach_is_not_known_or_nothing_is_spent():
    only = {(NATIONAL, "unemployment_rate")}
    assert set(targets(None)) == only
    assert set(targets(10.0, template="")) == only
    assert set(targets(10.0, [0] * 5)) == only
    assert set(targets(10.0, start_year=2040)) == only


@settings(max_examples=40, deadline=None)
@given(reached=st.floats(1, 1e9), budget=st.lists(st.integers(0, 10**9), min_size=5, max_size=5).filter(any))
def test_the_path_never_falls_and_ends_with_everybody(reached, budget):
    path = targets(reached, budget)["training", "prog_beneficiaries"]
    assert path == sorted(path)
    assert path[-1] == round(reached)


def test_rows_are_sorted_by_key():
    paths = s.paths("account_ownership", "unemployment_rate", mean=0.15)
    measures, allocation = s.measures({"id": "a"}), s.allocation({"a": 10.0})
    frame = monitor.set_targets(OBJECTIVES, paths, measures, allocation, s.TERMS, templates=LIBRARY)
    assert frame.equals(frame.sort("measure", "indicator", "year"))
    assert frame.filter(pl.col("measure") == NATIONAL).height == 5
