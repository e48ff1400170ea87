"""Each measure has the first feasible design, or the reason why it has none."""

import json

import pytest
import small_plan as s

from bothshores import evaluate, tables
from bothshores.evaluate.kinds import MOST_FOLLOWED
from bothshores.tables.basis import EffectUses
from bothshores.vocab import EVALUATION_POST


def design(designs=("lottery",), reached=5000.0, usd=1_000_000, **measure):
    library = {"invented": s.template(designs=designs)}
    uses = tables.build(EffectUses, [])
    frame = evaluate.design(
        s.measures({"id": "training"} | measure),
        s.allocation({"training": reached}, usd),
        uses,
        s.TERMS,
        templates=library,
    )
    return frame.row(0, named=True)


@pytest.mark.parametrize(
    ("designs", "reached", "chosen"),
    [
        (("lottery", "process_tracing"), 5000.0, "lottery"),
        (("lottery", "process_tracing"), None, "process_tracing"),
        (("cluster_lottery", "lottery"), 200.0, "lottery"),
        (("phased_rollout", "lottery"), 5000.0, "phased_rollout"),
        (("unheard_of", "score_cutoff"), 5000.0, "score_cutoff"),
        (("lottery", "phased_rollout"), 100_000.0, "phased_rollout"),  # everybody eligible is reached: nobody to draw
    ],
)
def test_the_first_feasible_design_is_chosen(designs, reached, chosen):
    assert design(designs, reached)["design"] == chosen


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"reached": 20.0}, "people to compare"),
        ({"reached": None}, "nobody knows how many people it reaches"),
        ({"reached": 100_000.0}, "nobody is left"),
        ({"eligible_persons": None}, "how many people it is for"),
        ({"designs": ("phased_rollout",), "start_year": 2031}, "starts so late"),
        ({"designs": ("synthetic_control",), "start_year": 2030}, "too few years"),
        ({"usd": 0}, "no money"),
        ({"template": ""}, "no template"),
        ({"designs": ("unheard_of",)}, "no design"),
    ],
)
def test_what_cannot_be_evaluated_says_why(changes, words):
    row = design(**changes)
    assert row["design"] == "not_evaluable"
    assert words in row["message"]
    assert (row["sample_size"], row["smallest_detectable"], row["expected"]) == (None, None, None)


def test_a_study_follows_no_more_people_than_it_can():
    assert design(reached=50_000.0)["sample_size"] == MOST_FOLLOWED
    assert design(reached=400.0, eligible_persons=700)["sample_size"] == 700


def test_windows_and_outcome_are_the_templates():
    row = design()
    assert (row["short_window_years"], row["long_window_years"]) == (1.0, 5.0)
    assert row["outcome"] == "In work six months after training"
    assert row["owner"] == EVALUATION_POST


def test_what_waits_for_a_count_of_people_says_which_comparison_could_follow():
    row = design(("phased_rollout", "process_tracing"), None)
    assert row["design"] == "process_tracing"
    assert "has to wait" in row["message"]
    assert json.loads(row["args"]) == {"better": "term:Phased rollout"}


def test_a_late_start_does_not_wait_for_a_count():
    row = design(("phased_rollout", "process_tracing"), 5000.0, start_year=2031)
    assert row["design"] == "process_tracing"
    assert "has to wait" not in row["message"]


def test_what_is_expected_is_of_the_time_at_which_the_design_looks():
    def use(effect, published, horizon):
        return {
            "measure": "training", "effect": effect, "indicator": "unemployment_rate", "study": "", "place": "",
            "design": "", "horizon_years": horizon, "published": published, "unit": "percentage points", "spread": 1.0,
            "spread_rule": "published", "verified": True, "family": "fades", "shrink": 1.0, "transfer_spread": 0.0,
            "scored": True, "message": "", "args": "{}",
        }  # fmt: skip

    uses = tables.build(EffectUses, [use("E1", 30.0, 1.0), use("E2", 0.0, 5.0)])

    def expected(name):
        return evaluate.design(
            s.measures({"id": "training"}), s.allocation({"training": 5000.0}), uses, s.TERMS,
            templates={"invented": s.template(designs=(name,))},
        )["expected"].item()  # fmt: skip

    assert expected("lottery") == 0.0  # looks after 5 years
    assert expected("phased_rollout") == 0.6  # looks after 1 year, while places still wait


def test_process_tracing_finds_no_size():
    row = design(("process_tracing",), None)
    assert row["smallest_detectable"] is None
    assert "not by how much" in row["message"]


@pytest.mark.parametrize(
    ("published", "words"),
    [
        (30.0, "the plan counts on {expected} ({indicator})."),
        (0.5, "may well miss it"),
        (0.0, "found none"),
        (None, "cannot be put"),
    ],
)
def test_the_message_sets_what_is_found_beside_what_is_counted_on(published, words):
    uses = [
        {
            "measure": "training", "effect": "E1", "indicator": "unemployment_rate", "study": "", "place": "",
            "design": "", "horizon_years": 1.0, "published": published, "unit": "percentage points", "spread": 1.0,
            "spread_rule": "published", "verified": True, "family": "lasts", "shrink": 1.0, "transfer_spread": 0.0,
            "scored": True, "message": "", "args": "{}",
        }
    ]  # fmt: skip
    row = evaluate.design(
        s.measures({"id": "training"}), s.allocation({"training": 5000.0}),
        tables.build(EffectUses, uses if published is not None else []), s.TERMS, templates={"invented": s.template()},
    ).row(0, named=True)  # fmt: skip
    assert words in row["message"]
    gaps = json.loads(row["args"])
    assert gaps["smallest"] == f"number:{row['smallest_detectable']:g}"
    assert ("expected" in gaps) == bool(row["expected"])


def test_the_second_look_waits_until_the_measure_is_in_force_everywhere():
    soon = s.template(long_window_years=2.0)
    row = evaluate.design(
        s.measures({"id": "training", "start_year": 2028}), s.allocation({"training": 5000.0}),
        tables.build(EffectUses, []), s.TERMS, templates={"invented": soon},
    ).row(0, named=True)  # fmt: skip
    assert row["long_window_years"] == 4.0
