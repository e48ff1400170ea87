"""What is hidden stays hidden, and on official series nine in ten hidden figures lie in the interval."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from plan.planted import LAST, walks

from bothshores import evidence
from bothshores.plan.backtest import backtest, score

WALKS = walks("gini", countries=40, years=30, drift=0.1, innovation=0.3, start=50.0)


def test_the_last_years_of_every_series_are_forecast_from_the_years_before() -> None:
    tried = backtest(WALKS, years=5, draws=100)
    assert tried.height == 40 * 5
    assert tried["horizon"].unique().sort().to_list() == [1, 2, 3, 4, 5]
    known = WALKS.filter(pl.col("year") == LAST - 5).select("country", "value")
    assert tried.join(known, on="country").filter(pl.col("known") != pl.col("value")).is_empty()


def test_hidden_figures_change_no_forecast() -> None:
    other = WALKS.with_columns(pl.when(pl.col("year") > LAST - 5).then(-1e6).otherwise("value").alias("value"))
    forecasts = ("low", "median", "high")
    assert backtest(WALKS, draws=50).select(forecasts).equals(backtest(other, draws=50).select(forecasts))


def test_scores_as_worked_out_by_hand() -> None:
    tried = pl.DataFrame(
        {
            "indicator": ["a", "a"],
            "actual": [1.0, 4.0],
            "known": [0.0, 0.0],
            "median": [1.0, 2.0],
            "low": [0.0, 0.0],
            "high": [2.0, 3.0],
        }
    )
    assert score(tried).row(0) == ("a", 2, 0.5, 1.0, 2.5, 0.4, (2.0 + 3.0 + 20.0) / 2.0 / 2.5)


@pytest.fixture(scope="module")
def official(data_folder: Path) -> pl.DataFrame:
    """World Development Indicators, as `evidence` reads them."""
    figures = evidence.prefer(evidence.gather([data_folder / "wdi"]).observations)
    return figures.filter(pl.col("source") != "factbook")


@pytest.mark.slow
@pytest.mark.parametrize("years", [5, 10])
def test_nine_in_ten_official_figures_lie_inside_and_persistence_is_beaten(official: pl.DataFrame, years: int) -> None:
    scores = score(backtest(official, years=years, draws=300))
    figures, coverage = scores["figures"], scores["coverage"]
    assert scores.height > 40
    assert 0.85 < float((figures * coverage).sum()) / float(figures.sum()) < 0.95
    assert coverage.min() > 0.6
    assert float(scores["ratio"].median() or 2.0) < 1.0


@pytest.mark.slow
def test_three_figures_a_country_hold_for_what_the_factbook_has_three_years_of(official: pl.DataFrame) -> None:
    short = [
        "exchange_rate", "gdp_growth", "gdp_per_capita_ppp", "inflation", "remittances_share_gdp", "reserves_usd",
        "unemployment_rate",
    ]  # fmt: skip
    scores = score(backtest(official.filter(pl.col("indicator").is_in(short)), length=3, draws=300))
    assert scores["indicator"].to_list() == short
    assert 0.85 < float(scores["coverage"].mean() or 0.0) < 0.97
