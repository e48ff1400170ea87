"""Peers are the origin countries that were planted close, and say in what."""

from __future__ import annotations

import json

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plan.planted import CODES, figures, snapshot

from bothshores.plan.peers import FEATURES, POPULATION_FLOOR, find_peers, measure_similarity, origins
from bothshores.tables.basis import Peers
from bothshores.vocab import Message


def world(countries: int = 30, seed: int = 1) -> pl.DataFrame:
    """Origin countries spread over every feature; the second is nearly the first."""
    drawn = np.random.default_rng(seed).uniform(0.0, 1.0, (countries, len(FEATURES)))
    drawn[1] = drawn[0] + 0.01
    low = dict(zip(FEATURES, (2e5, 1e3, 0.0, 0.0, -12.0, 0.1, 17.0, 1.2), strict=True))
    high = dict(zip(FEATURES, (2e8, 4e4, 0.3, 0.3, -0.1, 0.9, 45.0, 6.0), strict=True))
    return snapshot(**{name: low[name] + (high[name] - low[name]) * drawn[:, at] for at, name in enumerate(FEATURES)})


def test_the_nearest_comes_first_and_distances_grow() -> None:
    peers = find_peers(world(), CODES[0])
    Peers.validate(peers)
    ranked = peers.sort("rank")
    assert (ranked["peer"][0], peers.height) == (CODES[1], 12)
    assert ranked["rank"].to_list() == list(range(1, 13))
    assert ranked["distance"].is_sorted()
    assert CODES[0] not in ranked["peer"]


def test_a_reason_names_the_closest_features() -> None:
    apart = world().with_columns(
        pl.when(
            (pl.col("country") == CODES[1])
            & ~pl.col("indicator").is_in(["urban_share", "median_age", "fertility_rate"])
        )
        .then(pl.col("value") * 1.2)
        .otherwise("value")
    )
    reason = find_peers(apart, CODES[0]).filter(pl.col("peer") == CODES[1])
    named = json.loads(reason["args"].item())
    assert {named[gap] for gap in ("first", "second", "third")} == {
        "indicator:urban_share",
        "indicator:median_age",
        "indicator:fertility_rate",
    }
    assert named["shared"] == "number:8"
    assert Message.of(reason["message"].item(), **named).args == reason["args"].item()


def test_distance_as_worked_out_by_hand() -> None:
    people = [1e6] * 5
    frame = snapshot(
        population_total=people, net_migration_rate=[-1.0, -2.0, -3.0, -4.0, -5.0],
        urban_share=[0.1, 0.3, 0.5, 0.7, 0.9], median_age=[20.0, 22.0, 24.0, 26.0, 28.0],
    )  # fmt: skip
    similarity = measure_similarity(frame)
    assert np.isnan(similarity.standardised[:, 0]).all(), "a feature in which nobody differs says nothing"
    steps = np.diff(similarity.standardised[:, 4:7], axis=0)
    assert np.abs(steps).max() == pytest.approx(np.abs(steps).min())
    nearest = find_peers(frame, CODES[0], count=1)
    assert nearest["distance"].item() == pytest.approx(abs(float(steps[0, 0])))


@pytest.mark.parametrize(
    ("changes", "origin"),
    [
        ({"net_migration_rate": -0.1, "remittances_share_gdp": 0.0, "emigrant_share_population": 0.0}, True),
        ({"net_migration_rate": 4.0, "remittances_share_gdp": 0.01, "emigrant_share_population": 0.0}, True),
        ({"net_migration_rate": 4.0, "remittances_share_gdp": 0.0, "emigrant_share_population": 0.05}, True),
        ({"net_migration_rate": 4.0, "remittances_share_gdp": 0.009, "emigrant_share_population": 0.04}, False),
        ({"population_total": POPULATION_FLOOR - 1.0, "net_migration_rate": -9.0}, False),
    ],
)
def test_the_rule_of_origin(changes: dict[str, float], origin: bool) -> None:
    frame = world()
    for indicator, value in changes.items():
        mine = (pl.col("country") == CODES[3]) & (pl.col("indicator") == indicator)
        frame = frame.with_columns(pl.when(mine).then(value).otherwise("value").alias("value"))
    assert (CODES[3] in origins(frame)) == origin


@pytest.mark.parametrize(("remittances", "origin"), [(0.02, False), (0.06, True)])
def test_a_destination_is_no_peer_unless_it_lives_on_remittances(remittances: float, origin: bool) -> None:
    frame = world().with_columns(
        pl.when((pl.col("country") == CODES[3]) & (pl.col("indicator") == "remittances_share_gdp"))
        .then(remittances).otherwise("value").alias("value")
    )  # fmt: skip
    people = figures([(CODES[3], "immigrant_stock", 2024, 4e6), (CODES[3], "migrant_stock_abroad", 2024, 1e6)])
    assert (CODES[3] in origins(pl.concat([frame, people]))) == origin


def test_one_odd_year_of_migration_does_not_count() -> None:
    odd = figures([(CODES[3], "net_migration_rate", 2014 + at, -8.0) for at in range(1, 10)])
    arrivals = world().with_columns(
        pl.when((pl.col("country") == CODES[3]) & (pl.col("indicator") == "net_migration_rate"))
        .then(40.0)
        .when(
            (pl.col("country") == CODES[3])
            & pl.col("indicator").is_in(["remittances_share_gdp", "emigrant_share_population"])
        )
        .then(0.0)
        .otherwise("value")
        .alias("value")
    )
    assert CODES[3] not in origins(arrivals)
    assert CODES[3] in origins(pl.concat([arrivals, odd]))


def test_a_place_with_fewer_than_three_features_has_no_peers() -> None:
    little = figures([("ZZZ", "population_total", 2024, 5e4), ("ZZZ", "urban_share", 2024, 0.5)])
    assert find_peers(pl.concat([world(), little]), "ZZZ").is_empty()


def test_a_peer_has_to_share_half_of_what_is_known() -> None:
    few = world().filter(
        (pl.col("country") != CODES[1])
        | pl.col("indicator").is_in(["population_total", "net_migration_rate", "median_age"])
    )
    assert CODES[1] not in find_peers(few, CODES[0], count=30)["peer"]


def test_unknown_countries_and_no_figures_give_an_empty_table() -> None:
    assert find_peers(world(), "QQQ").is_empty()
    assert find_peers(world().clear(), CODES[0]).is_empty()
    Peers.validate(find_peers(world().clear(), CODES[0]))


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 1000))
def test_order_of_rows_changes_nothing(seed: int) -> None:
    frame = world()
    shuffled = frame.sample(fraction=1.0, shuffle=True, seed=seed)
    assert find_peers(frame, CODES[0]).equals(find_peers(shuffled, CODES[0]))


@settings(max_examples=15, deadline=None)
@given(st.floats(1e-3, 1e3))
def test_income_in_another_currency_gives_the_same_peers(factor: float) -> None:
    richer = pl.when(pl.col("indicator") == "gdp_per_capita_ppp").then(pl.col("value") * factor).otherwise("value")
    one, other = find_peers(world(), CODES[0]), find_peers(world().with_columns(richer.alias("value")), CODES[0])
    assert one["peer"].to_list() == other["peer"].to_list()
    np.testing.assert_allclose(one["distance"], other["distance"], rtol=1e-9)


def test_similarity_measured_once_gives_the_same() -> None:
    frame = world()
    assert find_peers(frame, CODES[5], similarity=measure_similarity(frame)).equals(find_peers(frame, CODES[5]))
