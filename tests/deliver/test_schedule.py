"""Milestones follow the money, people are counted only where somebody can, and nobody is paid before a baseline."""

import polars as pl
import pytest
import small_plan as s
from hypothesis import given, settings
from hypothesis import strategies as st

from bothshores import deliver
from bothshores.deliver.milestones import COUNTED, JUDGED, UNFUNDED
from bothshores.tables.deliver import Delivery
from bothshores.vocab import EVALUATION_POST

LIBRARY = {"invented": s.template()}
AMOUNTS = st.lists(st.integers(0, 10**9), min_size=5, max_size=5)


def schedule(amounts, reached=None, **measure):
    frame = deliver.schedule(
        s.measures({"id": "training"} | measure), s.budget({"training": amounts}), s.allocation({"training": reached}),
        s.TERMS, templates=LIBRARY,
    )  # fmt: skip
    return {row["milestone"]: row for row in frame.iter_rows(named=True)}


def test_quarters_follow_the_money():
    found = schedule([0, 100, 100, 0, 0], 1000)
    assert {name: row["quarter"] for name, row in found.items()} == {
        "rules_confirmed": "2028-Q1", "partners_contracted": "2028-Q2", "safeguards_in_force": "2028-Q2",
        "baseline_collected": "2028-Q2", "first_served": "2028-Q4", "half_reached": "2028-Q4",
        "fully_reached": "2029-Q4", "first_look": "2029-Q3", "second_look": "2033-Q3",
    }  # fmt: skip


def test_people_are_counted_as_the_allocation_says():
    found = schedule([100] * 5, 1001)
    reached = {name: row["reached"] for name, row in found.items() if row["reached"] is not None}
    assert reached == {"half_reached": 500.0, "fully_reached": 1001.0}


def test_nobody_is_counted_where_nobody_knows():
    for found in (schedule([100] * 5, None), schedule([100] * 5, 50.0, money_class="judgement")):
        assert {row["reached"] for row in found.values()} == {None}


@pytest.mark.parametrize(
    ("money_class", "kinds"),
    [("evidence", COUNTED), ("assumption", COUNTED), ("judgement", JUDGED), ("uncosted", JUDGED)],
)
def test_each_class_of_money_has_its_milestones(money_class, kinds):
    assert set(schedule([1] * 5, None, money_class=money_class)) == {kind.id for kind in kinds}


def test_a_measure_without_money_gets_what_must_come_first():
    found = schedule([0] * 5, None, start_year=2028)
    assert set(found) == {kind.id for kind in UNFUNDED}
    assert found["money_decided"]["quarter"] == "2028-Q4"


def test_a_measure_of_ones_own_has_no_dates_to_look():
    assert not {"first_look", "second_look"} & set(schedule([1] * 5, None, template=""))


def test_posts_are_the_measures_own_or_stand_apart_from_it():
    found = schedule([1] * 5, 10.0, owner="Director of something else")
    assert found["fully_reached"]["owner"] == "Director of something else"
    assert found["second_look"]["owner"] == EVALUATION_POST


@settings(max_examples=40, deadline=None)
@given(amounts=AMOUNTS, reached=st.floats(0, 1e8))
def test_steps_come_in_their_order(amounts, reached):
    found = schedule(amounts, reached)
    if any(amounts):
        order = ("rules_confirmed", "baseline_collected", "first_served", "half_reached", "fully_reached")
        quarters = [found[name]["quarter"] for name in order]
        assert quarters == sorted(quarters)
        assert found["half_reached"]["reached"] <= found["fully_reached"]["reached"]


def test_no_two_kinds_share_a_name_and_every_sentence_ends():
    for kinds in (COUNTED, JUDGED, UNFUNDED):
        assert len({kind.id for kind in kinds}) == len(kinds)
        assert all(kind.title.endswith(".") for kind in kinds)


def test_rows_are_sorted_by_key():
    frame = deliver.schedule(
        s.measures({"id": "b"}, {"id": "a"}), s.budget({"a": [1] * 5}), s.allocation({}), s.TERMS, templates=LIBRARY
    )
    assert frame.equals(frame.sort(Delivery.primary_key()))
    assert frame.filter(pl.col("measure") == "b").height == len(UNFUNDED)
