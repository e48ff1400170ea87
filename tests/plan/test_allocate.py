"""Money goes where it does most, every limit is kept, and every dollar is accounted for. Truth is planted."""

import numpy as np
import polars as pl
import pytest
from plan.land import NO_BOUND, budget, catalogue_of, measures, needs, objectives, planted, template, terms

from bothshores import plan
from bothshores.errors import RequestError
from bothshores.plan.limits import PROTECTION_FLOOR
from bothshores.plan.reach import FIRST_YEAR
from bothshores.vocab import RESERVE, UNALLOCATED

NEEDS = needs(unemployment_rate=1.0)
GOALS = objectives(unemployment_rate=1.0)
FREE = {"measure_share_max": 1.0, "assumption_share_max": 1.0, "evaluation_share": 0.0}
GOOD, POOR, HARM = ({"changes": {"unemployment_rate": change}} for change in (-1e-6, -1e-7, 1e-6))


def allocate(said, classes, plants, bound=NO_BOUND, **more):
    frame = more.pop("frame", None)
    frame = measures(**classes) if frame is None else frame
    return plan.allocate(planted(said, **plants), GOALS, NEEDS, frame, said, bound, templates={}, **more)


def money(found):
    return dict(found.allocation.select("measure", "amount_usd").iter_rows())


def yearly(found, measure):
    return found.budget.filter(measure=measure).sort("year")["amount_usd"].to_list()


def row(found, name):
    return found.constraints.filter(id=name).row(0, named=True)


TWO = {"good": "evidence", "poor": "evidence"}


def test_the_better_measure_gets_the_money_first():
    found = money(allocate(terms(**FREE), TWO, {"good": GOOD, "poor": POOR}))
    assert found["good"] == 10_000_000
    assert found["poor"] == 0


def test_what_the_better_one_cannot_use_goes_to_the_next():
    found = allocate(terms(**FREE), TWO, {"good": GOOD | {"eligible": 50_000}, "poor": POOR})
    full = 25_000 * 100 * (1 + 1 / 0.75 + 2) / 3 * (4 + FIRST_YEAR) / 5
    assert money(found)["good"] == pytest.approx(full, abs=5)
    assert money(found)["good"] + money(found)["poor"] == 10_000_000
    assert row(found, "coverage_good")["binding"]


def test_a_harmful_measure_gets_nothing_and_what_is_left_needs_local_costs():
    found = allocate(terms(**FREE), {"harm": "evidence"}, {"harm": HARM})
    assert money(found) == {"harm": 0, RESERVE: 0, UNALLOCATED: 10_000_000}
    assert "not expected" in found.allocation.filter(measure="harm")["message"][0]


def test_a_lasting_effect_beats_a_greater_one_that_fades():
    fading = {"changes": {"unemployment_rate": [-1.5e-6 * 0.4**age for age in range(10)]}}
    found = money(allocate(terms(**FREE), TWO, {"good": GOOD, "poor": fading}))
    assert (found["good"], found["poor"]) == (10_000_000, 0)


def test_a_bad_tail_costs_money_when_it_is_weighed():
    """Same mean, ten times the spread."""
    plants = {"good": GOOD | {"sd": 0.1}, "poor": GOOD | {"sd": 2.0}}
    found = money(allocate(terms(**FREE, risk_weight=1.0), TWO, plants))
    assert found["good"] > 100 * max(1, found["poor"])


def test_every_dollar_is_accounted_for():
    said = terms()
    found = allocate(said, TWO | {"law": "judgement", "free": "uncosted"}, {"good": GOOD, "poor": POOR})
    assert found.budget["amount_usd"].sum() == said.budget_usd
    assert sum(money(found).values()) == said.budget_usd
    assert found.budget.height == 6 * 5
    assert found.allocation["share_of_budget"].sum() == pytest.approx(1.0)


def test_limits_of_the_terms_are_kept():
    said = terms()
    classes = {"good": "evidence", "poor": "evidence", "guess": "assumption", "guess_two": "assumption"}
    found = allocate(said, classes, {"good": GOOD, "poor": POOR, "guess": GOOD, "guess_two": GOOD})
    got = money(found)
    assert got[RESERVE] == 500_000
    assert max(got[name] for name in classes) <= 3_000_001
    assert got["guess"] + got["guess_two"] == pytest.approx(3_500_000, abs=2)
    assert row(found, "assumption_share")["binding"]
    assert row(found, "assumption_share")["price"] > 0


def test_spending_starts_small_and_no_measure_jumps_or_shrinks():
    found = allocate(terms(**FREE), TWO, {"good": GOOD | {"eligible": 60_000}, "poor": POOR})
    totals = np.cumsum(np.sum([yearly(found, name) for name in TWO], axis=0))
    assert (totals <= 10_000_000 * np.cumsum([1, 1.5, 1.5, 1.5, 1.5]) / 7 + 5).all()
    for name in TWO:
        first, *later = yearly(found, name)
        paces = [first / FIRST_YEAR, *later]
        for before, after in zip(paces, later, strict=False):
            assert before - 5 <= after <= 1.5 * before + 5


def test_no_money_before_a_measure_starts():
    frame = measures(good="evidence").with_columns(start_year=pl.lit(2029, dtype=pl.Int64))
    found = allocate(terms(**FREE), {}, {"good": GOOD}, frame=frame)
    assert yearly(found, "good")[:2] == [0, 0]
    assert money(found)["good"] > 0


def law_and_jobs(said, **more):
    """`a` and `good` serve the one objective, `b` protects."""
    library = catalogue_of(
        template("a", protection=True, serves=("unemployment_rate",)),
        template("b", protection=True),
        template("good", serves=("unemployment_rate",)),
    )
    frame = measures(a="judgement", b="judgement", good="evidence").with_columns(template=pl.col("id"))
    return plan.allocate(planted(said, good=GOOD), GOALS, NEEDS, frame, said, NO_BOUND, templates=library, **more)


def test_a_persons_own_measure_has_what_its_rows_say_and_no_envelope():
    said = terms(**FREE)
    assert money(allocate(said, {"own": "judgement"}, {}))["own"] == 0
    assert money(allocate(said, {"own": "judgement"}, {}, bound=budget(own_2028=500_000)))["own"] == 500_000


def test_judgement_is_paid_by_its_part_in_the_need_and_reach_stays_blank():
    """Half of the need is more than a third of nine tenths, which one measure may have."""
    found = law_and_jobs(terms(judgement_share_max=0.9))
    assert (money(found)["a"], money(found)["b"]) == (3_000_000, 100_000)
    assert found.allocation.filter(measure="a")["reached"].to_list() == [None]


def test_measures_without_a_cost_make_no_envelope_smaller():
    """Four judged measures have their whole share of the money, and five uncosted ones beside them change nothing."""
    judged, free = [f"law_{number}" for number in range(4)], [f"free_{number}" for number in range(5)]
    library = catalogue_of(*[template(name, serves=("unemployment_rate",)) for name in judged + free])
    classes = dict.fromkeys(judged, "judgement") | dict.fromkeys(free, "uncosted")
    frame = measures(**classes).with_columns(template=pl.col("id"))
    said = terms(judgement_share_max=0.8)
    found = plan.allocate(planted(said), GOALS, NEEDS, frame, said, NO_BOUND, templates=library)
    assert {money(found)[name] for name in judged} == {2_000_000}
    assert {money(found)[name] for name in free} == {0}


def test_judgement_keeps_to_its_share_and_is_cut_in_proportion():
    library = catalogue_of(*[template(f"law_{number}", protection=True) for number in range(5)])
    frame = measures(**dict.fromkeys(library, "judgement")).with_columns(template=pl.col("id"))
    said = terms(judgement_share_max=0.03)
    found = plan.allocate(planted(said), GOALS, NEEDS, frame, said, NO_BOUND, templates=library)
    assert {money(found)[name] for name in library} == {60_000}


@pytest.mark.parametrize(("number", "each"), [(5, 100_000), (20, 50_000)])
def test_the_least_parts_of_protection_hold_a_tenth_at_most_however_many_templates(number, each):
    """Ten million: a hundredth each, or a tenth in equal parts; those without a cost take no part of it."""
    guards, free = [f"law_{one:02}" for one in range(number)], [f"free_{one}" for one in range(3)]
    library = catalogue_of(*[template(name, protection=True) for name in guards + free])
    classes = dict.fromkeys(guards, "judgement") | dict.fromkeys(free, "uncosted")
    frame = measures(**classes).with_columns(template=pl.col("id"))
    said = terms(judgement_share_max=0.8)
    found = plan.allocate(planted(said), GOALS, NEEDS, frame, said, NO_BOUND, templates=library)
    assert {money(found)[name] for name in guards} == {each}


def test_an_uncosted_measure_gets_no_money_but_the_cost_at_which_it_would_match():
    """Twice the effect for one person, so worth twice the cost of the last measure funded."""
    twice = {"changes": {"unemployment_rate": -2e-6}, "unit_cost": None}
    found = allocate(terms(**FREE), {"good": "evidence", "free": "uncosted"}, {"good": GOOD, "free": twice})
    line = found.allocation.filter(measure="free").row(0, named=True)
    assert line["amount_usd"] == 0
    assert line["reached"] is None
    assert line["break_even_usd"] == pytest.approx(200.0, rel=0.2)


def test_bound_amounts_are_kept_to_the_dollar_and_the_free_draft_stands_beside_them():
    bound = budget(poor_2028=1_234_567)
    found = allocate(terms(**FREE), TWO, {"good": GOOD, "poor": POOR}, bound)
    assert yearly(found, "poor")[1] == 1_234_567
    line = found.allocation.filter(measure="poor").row(0, named=True)
    assert (line["bound"], line["free_usd"]) == (True, 0)
    assert found.budget["amount_usd"].sum() == 10_000_000
    assert found.free_budget.filter(measure="poor")["amount_usd"].sum() == 0


def test_a_bound_harmful_amount_counts_as_harm():
    said = terms(**FREE)
    bound = budget(harm_2027=500_000)
    found = allocate(said, {"harm": "evidence"}, {"harm": HARM}, bound)
    assert money(found)["harm"] == 500_000
    assert found.gains["mean"].max() < 0


def test_bound_amounts_beyond_the_budget_are_refused_by_name():
    bound = budget(poor_2028=6_000_000, good_2029=5_000_000)
    with pytest.raises(RequestError, match="poor 2028: 6000000"):
        allocate(terms(**FREE), TWO, {"good": GOOD, "poor": POOR}, bound)


def test_an_amount_for_what_is_no_measure_is_refused():
    with pytest.raises(RequestError, match="nobody"):
        allocate(terms(), TWO, {"good": GOOD, "poor": POOR}, budget(nobody_2027=5))


def test_bound_amounts_beyond_absorption_are_kept_and_the_limit_says_so():
    found = allocate(terms(**FREE), TWO, {"good": GOOD, "poor": POOR}, budget(poor_2027=5_000_000))
    assert yearly(found, "poor")[0] == 5_000_000
    assert "you fixed" in row(found, "absorption_2027")["message"]


def test_a_bound_reserve_and_money_set_aside_are_kept():
    bound = pl.concat([budget(evaluation_reserve_2027=900_000), budget(unallocated_2030=2_000_000)])
    found = allocate(terms(**FREE), TWO, {"good": GOOD, "poor": POOR}, bound)
    assert yearly(found, RESERVE)[0] == 900_000
    assert yearly(found, UNALLOCATED)[3] >= 2_000_000
    assert found.budget["amount_usd"].sum() == 10_000_000


def test_what_is_bound_takes_from_envelopes_before_it_breaks_the_budget():
    found = allocate(terms(), TWO | {"law": "judgement"}, {"good": GOOD, "poor": POOR}, budget(poor_2028=9_900_000))
    assert money(found)["poor"] == 9_900_000
    assert sum(money(found).values()) == 10_000_000


def test_a_floor_is_kept_and_priced():
    found = allocate(terms(**FREE, floors={"poor": 2_000_000}), TWO, {"good": GOOD, "poor": POOR})
    assert money(found)["poor"] == pytest.approx(2_000_000, abs=2)
    assert row(found, "floor_poor")["price"] < 0


def test_a_floor_for_a_measure_without_score_or_of_no_measure_is_no_error():
    said = terms(**FREE, floors={"free": 1_000_000, "ghost": 5})
    found = allocate(said, TWO | {"free": "uncosted"}, {"good": GOOD, "poor": POOR})
    assert money(found)["free"] == 1_000_000
    assert row(found, "floor_ghost")["used_usd"] == 0


def test_scored_protection_has_a_floor():
    library = catalogue_of(template("poor", protection=True))
    frame = measures(**TWO).with_columns(
        template=pl.when(pl.col("id") == "poor").then(pl.lit("poor")).otherwise(pl.lit(""))
    )
    said = terms(**FREE)
    found = plan.allocate(planted(said, good=GOOD, poor=POOR), GOALS, NEEDS, frame, said, NO_BOUND, templates=library)
    assert money(found)["poor"] == pytest.approx(PROTECTION_FLOOR * 10_000_000, abs=2)


def test_no_money_at_all_is_no_error_and_the_first_million_still_has_a_use():
    found = allocate(terms(**FREE, budget_usd=0), TWO, {"good": GOOD, "poor": POOR})
    assert set(money(found).values()) == {0}
    assert found.gains["score"].to_list() == [0.0, 0.0]
    assert dict(found.next_million.select("measure", "amount_usd").iter_rows()) == {"good": 1_000_000}


def test_the_next_million_goes_where_the_last_one_went_and_sums_to_a_million():
    found = allocate(terms(), TWO, {"good": GOOD, "poor": POOR})
    assert found.next_million["amount_usd"].sum() == 1_000_000
    got = {line["measure"]: line for line in found.next_million.iter_rows(named=True)}
    assert got["good"]["reached"] > 0


def test_gains_on_fresh_draws_stand_beside_those_the_choice_was_made_on():
    many = {f"m{number}": GOOD | {"sd": 2.0} for number in range(12)}
    said = terms(**FREE, draws=100)
    found = allocate(said, dict.fromkeys(many, "evidence"), many)
    chosen, fresh = found.gains.sort("draws")["score"].to_list()
    assert chosen > fresh


def test_no_measures_and_no_objectives_leave_everything_unallocated():
    said = terms()
    found = plan.allocate(planted(said), GOALS.clear(), NEEDS, measures(), said, NO_BOUND, templates={})
    assert money(found) == {RESERVE: 500_000, UNALLOCATED: 9_500_000}


def test_a_plan_of_one_year_has_no_growth_to_keep():
    found = allocate(terms(**FREE, last_year=2027), TWO, {"good": GOOD, "poor": POOR})
    assert money(found)["good"] == 10_000_000


def test_a_measure_that_starts_after_the_plan_gets_nothing():
    frame = measures(good="evidence").with_columns(start_year=pl.lit(2040, dtype=pl.Int64))
    found = allocate(terms(**FREE), {}, {"good": GOOD}, frame=frame)
    assert money(found)["good"] == 0


def test_the_same_inputs_give_the_same_bytes():
    said = terms()
    first, second = (allocate(said, TWO, {"good": GOOD, "poor": POOR}) for _turn in range(2))
    assert first.allocation.equals(second.allocation)
    assert first.constraints.equals(second.constraints)
