"""Responses are what the formula says, uncertain as the rules say, and silent where nothing is known."""

from dataclasses import replace

import numpy as np
import polars as pl
import pytest
from plan.land import assumed, catalogue_of, figures, link, needs, seen, template, terms

from bothshores import plan, tables
from bothshores.catalogue import effects
from bothshores.plan.assumptions import TRANSFER, rows
from bothshores.plan.caution import carry
from bothshores.tables.plan import Assumptions

MANY = terms(draws=4000)
JOBS = link("E061", "unemployment_rate", -1, "labour_force")
TRAINING = template("training", cost=seen(100.0), effects=(JOBS,))


def propose(library, **values):
    return plan.propose(needs(unemployment_rate=1.0, poverty_international=1.0, gdp_per_capita_usd=1.0),
                        figures(**values), MANY, {}, templates=library)  # fmt: skip


def respond(*templates, measures=None, assumptions=None, without=(), said=MANY):
    library = catalogue_of(*templates)
    found = propose(library)
    known = figures().filter(~pl.col("indicator").is_in(list(without)))
    measures = found.measures if measures is None else measures(found.measures)
    assumptions = found.assumptions if assumptions is None else assumptions
    return plan.respond(measures, assumptions, known, said, templates=library)


def without_width(found):
    """A template's assumptions as if they were known."""
    frame = tables.build(Assumptions, rows(found.id, found))
    return frame.with_columns(low=pl.col("central"), high=pl.col("central"))


def mean_of(effect):
    """The effect as used."""
    return carry(effects()[effect], "ZZZ", TRANSFER[1]).mean


def use(response, effect):
    return response.effect_uses.filter(effect=effect).row(0, named=True)


def test_the_change_for_one_person_is_the_formula():
    """E061: 6.8 points, drawn in; measured after 1.2 years and lasting; a tenth leaks; 400,000 in the labour force."""
    found = respond(replace(TRAINING, leakage=0.1)).changes["training"]["unemployment_rate"]
    used = carry(effects()["E061"], "ZZZ", TRANSFER[1])
    assert np.median(found[5]) == pytest.approx(-0.01 * used.mean * 0.9 / 400_000, rel=0.05)
    spread = np.sqrt(used.variance) / used.mean
    assert found[5].std() / abs(found[5].mean()) == pytest.approx(spread, rel=0.1)


def test_a_base_is_a_figure_times_its_share_and_take_up_counts():
    grant = template("grant", cost=seen(100.0), effects=(
        link("E019", "gdp_per_capita_usd", base="gdp_per_capita_usd", base_share=0.5, take_up=0.4),
    ))  # fmt: skip
    found = respond(grant, assumptions=without_width(grant)).changes["grant"]["gdp_per_capita_usd"]
    assert found[1].mean() == pytest.approx(0.01 * mean_of("E019") * 1_000 * 0.5 * 0.4 / 1_000_000, rel=0.05)


def test_a_dollar_buys_one_over_the_unit_cost():
    found = respond(TRAINING)
    expected = found.changes["training"]["unemployment_rate"] / found.reaches["training"].cost
    assert np.array_equal(found.per_usd("training", "unemployment_rate"), expected)


@pytest.mark.parametrize("effect", ["E051", "E002", "E055", "E009"])
def test_what_is_unverified_or_without_figure_or_spread_enters_no_score(effect):
    found = respond(template("x", cost=seen(10.0), protection=True, effects=(link(effect, "unemployment_rate"),)))
    assert not use(found, effect)["scored"]
    assert use(found, effect)["message"]
    assert not found.changes and not found.reaches


def test_a_missing_figure_leaves_the_effect_out_and_names_it():
    found = respond(TRAINING, without=["labour_force"])
    assert not use(found, "E061")["scored"]
    assert "labour_force" in use(found, "E061")["args"]
    assert not found.reaches


def test_people_unknown_leaves_the_measure_without_reach_and_says_so():
    found = respond(TRAINING, measures=lambda frame: frame.with_columns(eligible_persons=pl.lit(None, dtype=pl.Int64)))
    assert not use(found, "E061")["scored"]
    assert not found.reaches


def test_an_uncosted_measure_has_a_change_but_no_reach():
    found = respond(template("free", effects=(JOBS,)))
    assert "free" in found.changes
    assert "free" not in found.reaches
    assert found.indicators == []


def test_judgement_has_an_envelope_and_no_change():
    found = respond(template("law", protection=True, effects=(JOBS,)))
    assert found.envelope_weights == {"law": 1.0}
    assert not found.changes


def test_noted_effects_stand_in_the_table_unscored():
    found = respond(replace(TRAINING, noted_effects=("E034", "E002")))
    assert set(found.effect_uses.filter(indicator="")["effect"]) == {"E034", "E002"}
    assert not found.effect_uses.filter(indicator="")["scored"].any()


def test_a_null_weighs_as_much_as_what_was_found():
    """E063 found nothing in the same unit: the mean of both is half."""
    alone = respond(TRAINING).changes["training"]["unemployment_rate"]
    both = respond(replace(TRAINING, effects=(JOBS, link("E063", "unemployment_rate", -1, "labour_force"))))
    assert use(both, "E063")["spread_rule"] == "borrowed"
    assert use(both, "E063")["published"] is None
    assert both.changes["training"]["unemployment_rate"][1].mean() == pytest.approx(0.5 * alone[1].mean(), rel=0.1)


def test_two_follow_ups_of_a_trial_are_one_path_not_two_effects():
    """E079: 33 per cent after one year; E080: nothing after five, linked or not."""
    grant = link("E079", "gdp_per_capita_usd", base="gdp_per_capita_usd")
    found = respond(template("grant", cost=seen(100.0), effects=(grant,)))
    path = found.changes["grant"]["gdp_per_capita_usd"].mean(axis=1)
    assert use(found, "E080")["scored"]
    assert path[1] == pytest.approx(0.01 * mean_of("E079") * 1_000 / 1_000_000, rel=0.1)
    assert abs(path[5]) < 0.1 * path[1]
    assert path[3] == pytest.approx(0.5 * (path[1] + path[5]), rel=0.01)


def test_correcting_an_assumption_changes_the_result():
    library = catalogue_of(template("guessed", cost=assumed(50.0, 200.0, 900.0), effects=(JOBS,)))
    drafted = tables.build(Assumptions, rows("guessed", library["guessed"]))
    mine = drafted.with_columns(
        pl.when(pl.col("parameter") == "unit_cost_usd").then(pl.col(name) / 4).otherwise(pl.col(name)).alias(name)
        for name in ("low", "central", "high")
    )
    before = respond(library["guessed"], assumptions=drafted).reaches["guessed"]
    after = respond(library["guessed"], assumptions=mine).reaches["guessed"]
    assert (before.unit_cost, after.unit_cost) == (200.0, 50.0)
    assert np.median(after.cost) == pytest.approx(np.median(before.cost) / 4)


def test_a_unit_cost_in_the_measure_itself_wins():
    found = respond(TRAINING, measures=lambda frame: frame.with_columns(unit_cost_usd=pl.lit(80.0)))
    assert found.reaches["training"].unit_cost == 80.0


def test_an_assumed_cost_is_drawn_over_its_range_and_a_read_one_over_its_markup():
    guessed = template("guessed", cost=assumed(50.0, 200.0, 900.0), effects=(JOBS,), coverage_max=0.1)
    cost = respond(guessed).reaches["guessed"].cost
    assert np.quantile(cost, [0.05, 0.5, 0.95]) == pytest.approx([50.0, 200.0, 900.0], rel=0.1)
    assert np.quantile(respond(TRAINING).reaches["training"].cost, 0.95) == pytest.approx(150.0, rel=0.1)


def test_all_leaking_changes_nothing():
    whole = replace(TRAINING, leakage=1.0)
    drafted = tables.build(Assumptions, rows("training", whole)).with_columns(
        pl.when(pl.col("parameter") == "leakage").then(1.0).otherwise(pl.col("low")).alias("low")
    )
    found = respond(whole, assumptions=drafted)
    assert np.all(found.changes["training"]["unemployment_rate"] == 0)


def test_a_new_measure_changes_nobody_elses_draws_and_order_does_not_matter():
    other = template("another", cost=seen(50.0), effects=(JOBS,))
    alone, both = respond(TRAINING), respond(other, TRAINING)
    turned = respond(other, TRAINING, measures=lambda frame: frame.reverse())
    for found in (both, turned):
        assert np.array_equal(
            found.changes["training"]["unemployment_rate"], alone.changes["training"]["unemployment_rate"]
        )
    assert turned.effect_uses.equals(both.effect_uses)


def test_the_seed_changes_the_draws():
    first, second = respond(TRAINING), respond(TRAINING, said=terms(draws=4000, seed=2))
    assert not np.array_equal(first.reaches["training"].cost, second.reaches["training"].cost)
