"""Templates that fit and serve become measures; each one left has its reason."""

import polars as pl
import pytest
from plan.land import assumed, catalogue_of, condition, figures, link, needs, seen, template, terms

from bothshores import plan, tables
from bothshores.plan.assumptions import rows
from bothshores.tables.plan import Assumptions

JOBS = (link("E061", "unemployment_rate", -1, "labour_force"),)
LIBRARY = catalogue_of(
    template("training", cost=seen(100.0, 1.5), effects=JOBS, serves=("unemployment_rate",)),
    template("guessed", cost=assumed(50.0, 200.0, 900.0), effects=JOBS),
    template("law", protection=True),
    template("no_cost", effects=JOBS, serves=("unemployment_rate",)),
    template("elsewhere", effects=JOBS, conditions=(condition("inflation", "<=", 0.01),)),
    template("blind", effects=JOBS, conditions=(condition("urban_share", ">=", 0.1),)),
    template("doubtful", effects=JOBS, conditions=(condition("inflation", "<=", 0.01, needed=False),)),
    template("aimless", serves=("measles_immunisation",)),
)
NEEDS = needs(unemployment_rate=1.0)


def propose(decided=None, library=LIBRARY, **values):
    return plan.propose(NEEDS, figures(**values), terms(), decided or {}, templates=library)


def verdict(name, proposal):
    return proposal.candidates.filter(template=name).row(0, named=True)


def test_a_template_is_left_with_the_figure_that_speaks_against_it():
    row = verdict("elsewhere", propose())
    assert not row["taken"]
    assert "inflation" in row["args"] and "0.05" in row["args"]


def test_a_template_that_serves_no_objective_is_left_and_protection_never_is():
    found = propose()
    assert not verdict("aimless", found)["taken"]
    assert verdict("law", found)["taken"]


@pytest.mark.parametrize("name, word", [("blind", "urban_share"), ("doubtful", "inflation")])
def test_a_template_is_taken_with_its_doubt(name, word):
    row = verdict(name, propose())
    assert row["taken"]
    assert word in row["args"]


REFUGEES = condition("refugees_hosted", ">=", 10_000, either="displaced")
DISPLACED = condition("idps_conflict", ">=", 10_000, either="displaced")
EITHER = catalogue_of(template("shelter", protection=True, conditions=(DISPLACED, REFUGEES)))


@pytest.mark.parametrize(
    "here, taken, named",
    [
        ({"idps_conflict": 5.0, "refugees_hosted": 20_000.0}, True, ""),
        ({"refugees_hosted": 20_000.0}, True, ""),
        ({"idps_conflict": 5.0, "refugees_hosted": 5.0}, False, "idps_conflict"),
        ({"idps_conflict": 5.0, "refugees_hosted": 9_000.0}, False, "refugees_hosted"),
        ({"refugees_hosted": 5.0}, True, "idps_conflict"),
        ({}, True, "idps_conflict"),
    ],
)
def test_one_of_several_alternatives_is_enough(here, taken, named):
    row = verdict("shelter", propose(library=EITHER, **here))
    assert row["taken"] is taken
    assert named in row["args"]
    assert named or "idps_conflict" not in row["args"]


def test_every_template_has_a_verdict():
    assert propose().candidates["template"].to_list() == sorted(LIBRARY)


def test_classes_say_what_money_rests_on():
    classes = dict(propose().measures.select("id", "money_class").iter_rows())
    expected = {"training": "evidence", "guessed": "assumption", "law": "judgement", "no_cost": "uncosted"}
    assert {name: classes[name] for name in expected} == expected


def test_an_unverified_effect_is_no_evidence():
    lone = catalogue_of(template("old", cost=seen(10.0), effects=(link("E051", "unemployment_rate", -1),)))
    assert verdict("old", propose(library=lone))["money_class"] == "judgement"


def test_measures_state_people_cost_objective_and_start():
    found = {row["id"]: row for row in propose().measures.iter_rows(named=True)}
    training = found["training"]
    assert training["eligible_persons"] == 100_000
    assert training["unit_cost_usd"] == pytest.approx(150.0)
    assert training["objective"] == "unemployment_rate"
    assert (training["start_year"], found["guessed"]["start_year"]) == (2027, 2028)
    assert found["law"]["unit_cost_usd"] is None


def test_people_are_unknown_where_a_figure_is_missing():
    from bothshores.catalogue.templates import TargetGroup

    lone = catalogue_of(template("x", protection=True, group=TargetGroup("x", "labour_force", ("urban_share",), 1, "")))
    assert propose(library=lone).measures["eligible_persons"].to_list() == [None]


def test_partners_risks_and_assumptions_belong_to_measures():
    found = propose()
    for frame in (found.partners, found.risks, found.assumptions):
        assert set(frame["measure"]) <= set(found.measures["id"])
    assert set(found.partners["role"]) == {"lead", "partner"}


def test_a_template_put_in_by_hand_is_taken_and_brings_its_details_under_its_own_name():
    mine = propose().measures.filter(id="training").with_columns(id=pl.lit("mine"), template=pl.lit("elsewhere"))
    found = propose({"measures": mine})
    assert verdict("elsewhere", found)["taken"]
    assert "mine" in found.risks["measure"]
    assert "mine__leakage" in found.assumptions["id"]
    assert "mine" not in found.measures["id"]


def test_a_corrected_cost_stands_in_the_measure():
    mine = tables.build(Assumptions, rows("guessed", LIBRARY["guessed"]))
    mine = mine.filter(parameter="unit_cost_usd").with_columns(central=pl.lit(120.0))
    found = propose({"assumptions": mine})
    assert found.measures.filter(id="guessed")["unit_cost_usd"].to_list() == [120.0]


def test_an_objective_of_ones_own_is_served():
    mine = propose().objectives.with_columns(
        id=pl.lit("health"), indicator=pl.lit("measles_immunisation"), direction=pl.lit("up_good"), weight=0.5
    )
    found = propose({"objectives": mine})
    assert verdict("aimless", found)["taken"]
    assert found.measures.filter(id="aimless")["objective"].to_list() == ["health"]


def test_what_was_decided_is_not_repeated_in_the_draft_and_order_does_not_matter():
    first = propose()
    again = plan.propose(
        NEEDS, figures().sample(fraction=1.0, shuffle=True, seed=3), terms(), {"objectives": first.objectives},
        templates=dict(reversed(LIBRARY.items())),
    )  # fmt: skip
    for name in ("objectives", "measures", "assumptions", "partners", "risks", "candidates"):
        assert getattr(first, name).equals(getattr(again, name)), name
