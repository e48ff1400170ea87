"""The embedded Factbook alone: most indicators have one year, a few have three; both must be told honestly."""

from __future__ import annotations

import polars as pl
import pytest

from bothshores import evidence, plan
from bothshores.plan.diagnose import left_out

FIVE = ("NPL", "PHL", "SEN", "SLV", "MAR")
YEARS = range(2027, 2032)


@pytest.fixture(scope="module")
def figures() -> pl.DataFrame:
    return evidence.prefer(evidence.gather().observations)


@pytest.fixture(scope="module")
def pool(figures: pl.DataFrame) -> plan.TrendPool:
    return plan.pool_trends(figures)


@pytest.fixture(scope="module")
def similarity(figures: pl.DataFrame) -> plan.Similarity:
    return plan.measure_similarity(figures)


@pytest.mark.parametrize("country", FIVE)
def test_five_countries_have_peers_needs_and_honest_forecasts(
    country: str, figures: pl.DataFrame, pool: plan.TrendPool, similarity: plan.Similarity
) -> None:
    peers = plan.find_peers(figures, country, similarity=similarity)
    needs = plan.diagnose(figures, peers, country, seed=1, pool=pool)
    assert peers.height == 12
    assert needs.height > 15
    assert needs.height + left_out(figures, peers, country, pool=pool).height > 40
    baseline = plan.forecast(pool, figures, country, needs["indicator"].to_list(), YEARS, draws=200, seed=1)
    forecast = baseline.forecasts.filter(pl.col("model") == "pooled_trend")
    assert set(forecast["indicator"]) == set(baseline.draws)
    assert {"gdp_per_capita_ppp", "unemployment_rate"} & set(baseline.draws)
    assert (forecast["observations"] >= 2).all() and (forecast["pooled_countries"] > 100).all()
    single = needs.filter(pl.col("trend").is_null())["indicator"]
    assert "life_expectancy" in single and "life_expectancy" not in baseline.draws


@pytest.mark.slow
def test_every_place_is_told_what_there_is(
    figures: pl.DataFrame, pool: plan.TrendPool, similarity: plan.Similarity
) -> None:
    without = 0
    for country in figures["country"].unique().sort():
        peers = plan.find_peers(figures, country, similarity=similarity)
        without += peers.is_empty()
        needs = plan.diagnose(figures, peers, country, seed=1, pool=pool)
        assert peers.height or needs.is_empty()
    assert without < 30
