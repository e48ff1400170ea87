"""Every assumption is a row with a wide range; a correction takes its place."""

import polars as pl
from plan.land import assumed, link, seen, template

from bothshores import tables
from bothshores.catalogue import templates
from bothshores.plan.assumptions import drafted, eligible_share, in_force, rows
from bothshores.tables.plan import Assumptions

GRANT = template(
    "grant", cost=assumed(50.0, 200.0, 900.0), leakage=0.2,
    effects=(
        link("E079", "gdp_per_capita_usd", base="gdp_per_capita_usd", base_share=0.45),
        link("E080", "gdp_per_capita_usd", base="gdp_per_capita_usd", base_share=0.45),
    ),
)  # fmt: skip


def test_an_assumed_cost_is_a_row_and_a_cost_that_was_read_has_its_markup():
    assert drafted(GRANT)["unit_cost_usd"].high == 900.0
    markup = drafted(template("seen", cost=seen(12.0, 2.0)))["cost_markup"]
    assert (markup.low, markup.central, markup.high) == (1.5, 2.0, 3.0)


def test_links_that_state_the_same_share_one_row():
    assert [name for name in drafted(GRANT) if name.startswith("base_share")] == ["base_share_gdp_per_capita_usd_e079"]


def test_a_measure_without_usable_effect_assumes_nothing_about_effects():
    assert set(drafted(template("law", protection=True))) == {"envelope_weight"}
    assert drafted(template("unverified", effects=(link("E051", "unemployment_rate"),))) == {}


def test_ranges_are_wide_and_rows_valid():
    frame = tables.build(Assumptions, rows("grant", GRANT))
    assert (frame["low"] < frame["central"]).all()
    assert (frame["central"] < frame["high"]).all()
    assert frame["id"].str.starts_with("grant__").all()


def test_a_correction_takes_the_place_of_the_draft_and_a_removed_row_does_not():
    frame = tables.build(Assumptions, rows("grant", GRANT))
    mine = frame.with_columns(
        pl.when(pl.col("parameter") == "unit_cost_usd").then(120.0).otherwise(pl.col("central")).alias("central")
    )
    assert in_force("grant", GRANT, mine)["unit_cost_usd"].central == 120.0
    assert in_force("grant", GRANT, mine.clear()) == drafted(GRANT)
    assert in_force("other", GRANT, mine) == drafted(GRANT)


def test_the_part_of_a_group_that_could_be_served_is_a_row_and_a_correction_binds():
    training = templates()["vocational_training"]
    (row,) = (row for row in rows("vocational_training", training) if row["parameter"] == "eligible_share")
    assert row["central"] == training.group.share == eligible_share(training, None)
    corrected = tables.build(Assumptions, [row | {"low": 0.1, "central": 0.2, "high": 0.3}])
    assert eligible_share(training, corrected) == 0.2
