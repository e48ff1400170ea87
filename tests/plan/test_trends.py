"""Everything is pooled once for all countries, whatever the order of rows."""

from __future__ import annotations

import polars as pl
from plan.planted import figures, snapshot, walks

from bothshores.plan.trends import pool_trends

WORLD = pl.concat([walks("gini", start=40.0), walks("poverty_national", of=lambda z: 0.5 + 0.01 * z, seed=8)])


def test_a_trend_for_every_indicator_on_its_scale() -> None:
    pool = pool_trends(WORLD)
    assert {name: trend.scale.kind for name, trend in pool.trends.items()} == {
        "gini": "log",
        "poverty_national": "logit",
    }


def test_the_order_of_rows_changes_nothing() -> None:
    shuffled = WORLD.sample(fraction=1.0, shuffle=True, seed=5)
    one, other = pool_trends(WORLD), pool_trends(shuffled)
    assert one == other


def test_spread_is_that_of_origin_countries() -> None:
    people, away = [1e6] * 30, [-1.0] * 20 + [5.0] * 10
    world = snapshot(population_total=people, net_migration_rate=away, gini=[*range(20, 40), *([1000.0] * 10)])
    assert 5.0 < pool_trends(world).deviations["gini"] < 10.0


def test_nothing_gives_an_empty_pool() -> None:
    pool = pool_trends(figures([("AAA", "gini", 2020, 1.0)]).clear())
    assert (pool.trends, pool.deviations) == ({}, {})
