"""Needs as worked out by hand, and what is left out says why."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plan.planted import CODES, LAST, figures, snapshot, walks

from bothshores.plan.comparison import PEERS_NEEDED, judged
from bothshores.plan.diagnose import diagnose, left_out
from bothshores.plan.recent import AGE_LIMIT
from bothshores.plan.trends import pool_trends
from bothshores.tables.basis import Needs
from bothshores.tables.evidence import Issues

HERE, *OTHERS = CODES[:13]
PEERS = pl.DataFrame({"peer": OTHERS})
FRAME = snapshot(
    population_total=[1e6] * 13, net_migration_rate=[-1.0] * 13,
    gini=[45.0, *(30.0 + at for at in range(12))], life_expectancy=[70.0, *(60.0 + at for at in range(12))],
    gdp_per_capita_usd=[1000.0, *(500.0 * (1 + at) for at in range(12))],
)  # fmt: skip


def needs(frame: pl.DataFrame = FRAME, **more: Any) -> dict[str, dict[str, Any]]:
    """Needs of the first country by indicator."""
    found = diagnose(frame, PEERS, HERE, **{"seed": 1} | more)
    Needs.validate(found)
    return {row["indicator"]: row for row in found.iter_rows(named=True)}


def test_gap_in_the_bad_direction() -> None:
    found = needs()
    gini, life = found["gini"], found["life_expectancy"]
    assert (gini["value"], gini["peer_median"], gini["gap"], gini["peers"]) == (45.0, 35.5, 9.5, 12)
    assert (life["peer_median"], life["gap"]) == (65.5, -4.5)
    assert (gini["peer_low"], gini["peer_high"]) == (32.75, 38.25)
    assert gini["gap_low"] < gini["gap"] < gini["gap_high"]
    assert (gini["probability_behind"], life["probability_behind"]) == (1.0, 0.0)
    assert (gini["rank"], life["score"]) == (1, 0.0)


def test_gap_in_robust_deviations_of_all_origin_countries() -> None:
    deviation = pool_trends(FRAME).deviations["gini"]
    assert needs()["gini"]["gap_sd"] == pytest.approx(9.5 / deviation)
    assert needs()["gini"]["score"] == pytest.approx(9.5 / deviation)


def test_a_gap_counts_for_three_deviations_at_most() -> None:
    far = FRAME.with_columns(
        pl.when((pl.col("country") == HERE) & (pl.col("indicator") == "gini"))
        .then(100.0)
        .otherwise("value")
        .alias("value")
    )
    assert needs(far)["gini"]["gap_sd"] > 10.0
    assert needs(far)["gini"]["score"] == 3.0


def test_a_country_like_its_peers_has_no_gap() -> None:
    for row in needs(
        snapshot(gini=[40.0] * 13 + [30.0, 50.0] * 10, population_total=[1e6] * 33, net_migration_rate=[-1.0] * 33)
    ).values():
        assert (row["gap"], row["gap_low"], row["gap_high"], row["score"]) == (0.0, 0.0, 0.0, 0.0)


def test_resampled_medians_agree_with_their_exact_distribution() -> None:
    gini = needs(seed=3)["gini"]
    drawn = np.random.default_rng(99).choice(30.0 + np.arange(12), (40_000, 12))
    low, high = np.quantile(45.0 - np.median(drawn, axis=1), (0.05, 0.95))
    assert (gini["gap_low"], gini["gap_high"]) == pytest.approx((low, high), abs=0.51)


def test_the_same_seed_gives_the_same_needs_whatever_the_order_of_rows() -> None:
    shuffled = FRAME.sample(fraction=1.0, shuffle=True, seed=2)
    assert diagnose(FRAME, PEERS, HERE, seed=1).equals(diagnose(shuffled, PEERS.reverse(), HERE, seed=1))
    mine = (pl.col("country") == HERE) & (pl.col("indicator") == "gini")
    level = FRAME.with_columns(pl.when(mine).then(35.2).otherwise("value").alias("value"))
    assert not diagnose(level, PEERS, HERE, seed=1).equals(diagnose(level, PEERS, HERE, seed=2))


@settings(max_examples=15, deadline=None)
@given(st.floats(1e-3, 1e6))
def test_money_in_another_unit_is_the_same_need(factor: float) -> None:
    scaled = FRAME.with_columns(
        pl.when(pl.col("indicator") == "gdp_per_capita_usd")
        .then(pl.col("value") * factor)
        .otherwise("value")
        .alias("value")
    )
    one, other = needs()["gdp_per_capita_usd"], needs(scaled)["gdp_per_capita_usd"]
    for column in ("value", "peer_median", "peer_low", "peer_high", "gap", "gap_low", "gap_high"):
        assert other[column] == pytest.approx(factor * one[column], rel=1e-9)
    for column in ("gap_sd", "probability_behind", "score"):
        assert other[column] == pytest.approx(one[column], rel=1e-9)


def planted(*paths: float) -> pl.DataFrame:
    """Sixty countries whose Gini index falls by one a year; the first country has its own figures, newest last."""
    others = walks("gini", countries=60, years=20, drift=-0.02, between=0.002, innovation=0.002, start=4.0, of=np.exp)
    setting = snapshot(population_total=[1e6] * 60, net_migration_rate=[-1.0] * 60)
    mine = figures((HERE, "gini", LAST - len(paths) + 1 + at, figure) for at, figure in enumerate(paths))
    return pl.concat([others.filter(pl.col("country") != HERE), setting, mine])


def test_the_good_direction_of_a_trend_is_positive() -> None:
    falling = needs(planted(*np.geomspace(60.0, 40.0, 20)))["gini"]
    assert 0 < falling["trend_low"] < falling["trend"] < falling["trend_high"]
    rising = needs(planted(*np.geomspace(40.0, 60.0, 20)))["gini"]
    assert rising["trend_low"] < rising["trend"] < rising["trend_high"] < 0
    assert rising["trend"] == pytest.approx(-60.0 * np.log(60 / 40) / 19, rel=0.1)
    assert "worsening" in rising["message"]
    assert "worsening" not in falling["message"]


def test_a_short_trend_is_drawn_to_the_pool() -> None:
    short = needs(planted(40.0, 41.0))["gini"]
    assert -1.0 < short["trend"] < 41.0 * 0.02


def test_one_figure_has_no_trend_of_its_own() -> None:
    assert needs(planted(40.0))["gini"]["trend"] is None


def test_worsening_adds_to_the_score() -> None:
    frame = planted(*np.geomspace(40.0, 60.0, 20))
    row, deviation = needs(frame)["gini"], pool_trends(frame).deviations["gini"]
    expected = min(row["gap_sd"], 3.0) * row["probability_behind"] + min(-5.0 * row["trend"] / deviation, 1.0)
    assert row["score"] == pytest.approx(expected, rel=1e-3)


def test_ranks_follow_scores() -> None:
    ranked = diagnose(FRAME, PEERS, HERE, seed=1).sort("rank")
    assert ranked["rank"].to_list() == list(range(1, ranked.height + 1))
    assert ranked["score"].is_sorted(descending=True)


def test_every_judged_indicator_is_either_compared_or_left_out_with_a_reason() -> None:
    remarks = left_out(FRAME, PEERS, HERE)
    Issues.validate(remarks)
    assert sorted([*needs(), *remarks["column"]]) == [each.id for each in judged()]
    assert set(remarks["severity"]) == {"remark"}
    assert set(remarks["rule"]) == {"no_figure", "total_not_compared"}
    for text, said in remarks.select("message", "args").iter_rows():
        text.format(**json.loads(said))


@pytest.mark.parametrize(
    ("frame", "rule"),
    [
        (FRAME.filter((pl.col("country") != HERE) | (pl.col("indicator") != "gini")), "no_figure"),
        (
            FRAME.with_columns(
                pl.when((pl.col("country") == HERE) & (pl.col("indicator") == "gini"))
                .then(pl.col("year") - AGE_LIMIT - 1)
                .otherwise("year")
                .alias("year")
            ),
            "figure_too_old",
        ),
        (FRAME.filter(pl.col("country").is_in([HERE, *OTHERS[: PEERS_NEEDED - 1]])), "too_few_peers"),
        (
            FRAME.with_columns(pl.when(pl.col("indicator") == "gini").then(40.0).otherwise("value").alias("value")),
            "no_spread",
        ),
    ],
)
def test_what_is_left_out_says_why(frame: pl.DataFrame, rule: str) -> None:
    assert "gini" not in needs(frame)
    assert left_out(frame, PEERS, HERE).filter(pl.col("column") == "gini")["rule"].to_list() == [rule]


def test_no_peers_or_no_figures_give_an_empty_table() -> None:
    for frame, peers in ((FRAME, PEERS.clear()), (FRAME.clear(), PEERS), (FRAME.clear(), PEERS.clear())):
        found = diagnose(frame, peers, HERE, seed=1)
        Needs.validate(found)
        assert found.is_empty()
