"""A path with an interval where there is something to learn from, and an honest nothing where there is not."""

from __future__ import annotations

from typing import Any

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plan.planted import CODES, LAST, figures, walks

from bothshores.plan.forecast import OLDEST, TAIL, Baseline, forecast
from bothshores.plan.trends import TrendPool, pool_trends
from bothshores.tables.basis import Forecasts

YEARS = range(LAST + 2, LAST + 7)
SHARES = walks("poverty_national", drift=-0.05, of=lambda z: 1.0 / (1.0 + np.exp(-z)))
MONEY = walks("gdp_per_capita_usd", drift=0.03, between=0.02, start=8.0, of=np.exp, seed=9)
ONE = CODES[0]


@pytest.fixture(scope="module")
def pool() -> TrendPool:
    return pool_trends(pl.concat([SHARES, MONEY]))


def ahead(pool: TrendPool, frame: pl.DataFrame, *indicators: str, **more: Any) -> Baseline:
    """Forecast of the first country."""
    return forecast(pool, frame, ONE, indicators, more.pop("years", YEARS), **{"draws": 500, "seed": 1} | more)


def said(baseline: Baseline) -> str:
    """The one message of the forecasts."""
    assert baseline.forecasts["message"].n_unique() == 1
    return str(baseline.forecasts["message"][0])


def test_every_indicator_and_year_has_a_row_that_fits_its_draws(pool: TrendPool) -> None:
    baseline = ahead(pool, pl.concat([SHARES, MONEY]), "poverty_national", "gdp_per_capita_usd")
    Forecasts.validate(baseline.forecasts)
    assert baseline.forecasts.select("indicator", "year").rows() == [
        (name, year) for name in ("gdp_per_capita_usd", "poverty_national") for year in YEARS
    ]
    for name, drawn in baseline.draws.items():
        mine = baseline.forecasts.filter(pl.col("indicator") == name)
        assert drawn.shape == (500, len(YEARS))
        np.testing.assert_allclose(mine["mean"], drawn.mean(axis=0))
        np.testing.assert_allclose(mine["low"], np.quantile(drawn, 0.05, axis=0))
        np.testing.assert_allclose(mine["high"], np.quantile(drawn, 0.95, axis=0))


def test_uncertainty_grows_with_the_years(pool: TrendPool) -> None:
    for drawn in ahead(pool, pl.concat([SHARES, MONEY]), "poverty_national", "gdp_per_capita_usd").draws.values():
        assert (np.diff(np.std(np.log(drawn), axis=0)) > 0).all()


def test_years_are_counted_from_the_last_figure(pool: TrendPool) -> None:
    mine = MONEY.filter(pl.col("country") == ONE)
    late, early = (
        ahead(pool, mine.filter(pl.col("year") <= LAST - cut), "gdp_per_capita_usd", years=[LAST + 1, LAST + 2])
        for cut in (0, 5)
    )
    wide, wider = (np.std(np.log(each.draws["gdp_per_capita_usd"]), axis=0) for each in (late, early))
    assert (wider > 1.5 * wide).all()
    assert '"year": "year:2019"' in early.forecasts["args"][0]


def test_a_year_that_has_a_figure_keeps_it(pool: TrendPool) -> None:
    drawn = ahead(pool, MONEY, "gdp_per_capita_usd", years=[LAST, LAST + 1]).draws["gdp_per_capita_usd"]
    newest = MONEY.filter((pl.col("country") == ONE) & (pl.col("year") == LAST))["value"].item()
    assert (drawn[:, 0] == newest).all()
    assert np.std(drawn[:, 1]) > 0
    past = ahead(pool, MONEY, "gdp_per_capita_usd", years=[LAST]).draws["gdp_per_capita_usd"]
    assert (past == newest).all()


@settings(max_examples=20, deadline=None)
@given(st.lists(st.floats(0.0, 1.0), min_size=1, max_size=8), st.integers(0, 2**32 - 1))
def test_shares_stay_shares(pool: TrendPool, shares: list[float], seed: int) -> None:
    mine = figures((ONE, "poverty_national", LAST - at, share) for at, share in enumerate(shares))
    drawn = ahead(pool, mine, "poverty_national", seed=seed, draws=50).draws["poverty_national"]
    assert ((drawn >= 0.0) & (drawn <= 1.0)).all()


@settings(max_examples=10, deadline=None)
@given(st.floats(1e-3, 1e6))
def test_money_in_another_unit_is_the_same_forecast_in_that_unit(factor: float) -> None:
    scaled = MONEY.with_columns(pl.col("value") * factor)
    one, other = (ahead(pool_trends(frame), frame, "gdp_per_capita_usd") for frame in (MONEY, scaled))
    np.testing.assert_allclose(other.draws["gdp_per_capita_usd"], factor * one.draws["gdp_per_capita_usd"], rtol=1e-6)


def test_order_of_rows_and_other_indicators_change_no_draw(pool: TrendPool) -> None:
    both = pl.concat([SHARES, MONEY])
    shuffled = both.sample(fraction=1.0, shuffle=True, seed=4)
    one = ahead(pool, both, "poverty_national")
    other = ahead(pool_trends(shuffled), shuffled, "gdp_per_capita_usd", "poverty_national")
    np.testing.assert_array_equal(one.draws["poverty_national"], other.draws["poverty_national"])
    longer = ahead(pool, both, "poverty_national", years=range(LAST + 2, LAST + 9)).draws["poverty_national"]
    np.testing.assert_allclose(longer[:, :5], one.draws["poverty_national"], rtol=0.2)


def test_another_seed_gives_other_draws(pool: TrendPool) -> None:
    one, other = (ahead(pool, MONEY, "gdp_per_capita_usd", seed=seed) for seed in (1, 2))
    assert not np.array_equal(one.draws["gdp_per_capita_usd"], other.draws["gdp_per_capita_usd"])


def test_no_draw_runs_away(pool: TrendPool) -> None:
    drawn = np.log(ahead(pool, MONEY, "gdp_per_capita_usd", draws=5000).draws["gdp_per_capita_usd"])
    low, middle, high = np.quantile(drawn, (0.05, 0.5, 0.95), axis=0)
    assert (np.abs(drawn - middle) <= (TAIL + 0.2) * (high - low) / 2.0).all()


def test_three_figures_of_one_country_are_no_forecast() -> None:
    mine = figures((ONE, "gini", LAST - at, 40.0 + at) for at in range(3))
    baseline = ahead(pool_trends(mine), mine, "gini")
    assert (baseline.draws, said(baseline)[:12]) == ({}, "No forecast:")
    assert baseline.forecasts.select("mean", "low", "high").null_count().row(0) == (5, 5, 5)
    assert baseline.forecasts["observations"].unique().to_list() == [3]


def test_three_figures_in_many_countries_are_one_with_a_wide_interval() -> None:
    frame = walks("gini", countries=60, years=3, innovation=0.1, start=40.0)
    baseline = ahead(pool_trends(frame), frame, "gini", years=[LAST + 1])
    assert "too short to try" in said(baseline)
    assert np.std(np.log(baseline.draws["gini"])) * 40.0 > 0.2


def test_a_country_without_a_figure_has_no_forecast(pool: TrendPool) -> None:
    baseline = ahead(pool, SHARES, "gdp_per_capita_usd", "no_such_indicator")
    assert baseline.draws == {}
    assert said(baseline) == "No forecast: no source has a figure of the country."


def test_an_old_figure_starts_no_forecast(pool: TrendPool) -> None:
    mine = MONEY.filter(pl.col("country") == ONE)
    first = LAST + OLDEST
    assert ahead(pool, mine, "gdp_per_capita_usd", years=range(first, first + 5)).draws
    late = ahead(pool, mine, "gdp_per_capita_usd", years=range(first + 1, first + 6))
    assert "No forecast: the last figure is of {year}" in said(late)
    assert f'"year": "year:{LAST}"' in late.forecasts["args"][0]
    assert late.draws == {}


def test_a_gross_share_is_forecast_on_a_scale_that_may_exceed_the_whole() -> None:
    frame = walks("secondary_enrolment", drift=0.03, of=np.exp)
    pool = pool_trends(frame)
    assert pool.trends["secondary_enrolment"].scale.kind == "log"
    assert ahead(pool, frame, "secondary_enrolment").draws["secondary_enrolment"].max() > 1.0


def test_a_figure_that_cannot_be_starts_no_forecast(pool: TrendPool) -> None:
    wrong = figures([(ONE, "gdp_per_capita_usd", LAST, -5.0)])
    assert "outside the range" in said(ahead(pool, wrong, "gdp_per_capita_usd"))


def test_nine_in_ten_planted_futures_lie_inside() -> None:
    whole = walks("gini", countries=150, years=35, drift=0.2, between=0.1, innovation=0.5, start=50.0)
    known = whole.filter(pl.col("year") <= LAST - 5)
    pool = pool_trends(known)
    inside = []
    for (country,), future in whole.filter(pl.col("year") > LAST - 5).group_by("country"):
        years = future.sort("year")["year"].to_list()
        rows = forecast(pool, known, str(country), ["gini"], years, draws=400, seed=1).forecasts
        actual = future.sort("year")["value"]
        inside += (actual.is_between(rows["low"], rows["high"])).to_list()
    assert 0.86 < np.mean(inside) < 0.94
