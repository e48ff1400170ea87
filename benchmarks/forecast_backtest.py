"""How good are the baseline forecasts? Hides the last years of every official series and forecasts them from the rest.

    python benchmarks/forecast_backtest.py [FOLDER]

FOLDER holds official files (by default that of BOTHSHORES_DATA). Printed for each indicator: part of the hidden figures
inside the 90% interval, and the mean absolute error over that of persistence (the last figure stays), the peer.
"""

from __future__ import annotations

import argparse
import os
import time
from pathlib import Path

import polars as pl

from bothshores import evidence, plan
from bothshores.plan.backtest import backtest, score

MAIN = (
    "poverty_national", "unemployment_rate", "remittances_received_usd", "gdp_per_capita_ppp", "gdp_growth",
    "inflation", "literacy_rate", "under5_mortality", "life_expectancy", "tertiary_enrolment", "electricity_access",
    "net_migration_rate",
)  # fmt: skip
SHORT = (
    "exchange_rate", "gdp_growth", "gdp_per_capita_ppp", "inflation", "remittances_share_gdp", "reserves_usd",
    "unemployment_rate",
)  # fmt: skip
"""Of these the embedded Factbook has three years, of the others one."""


def official(folder: Path) -> pl.DataFrame:
    """Figures of the official files alone: no series is continued by the Factbook's definition."""
    figures = evidence.prefer(evidence.gather([folder]).observations)
    return figures.filter(pl.col("source") != "factbook")


def tell(title: str, tried: pl.DataFrame, *, rows: tuple[str, ...] = ()) -> None:
    """Print coverage and error over all figures, by horizon, and for some indicators."""
    scores = score(tried)
    inside = tried.select(pl.col("actual").is_between("low", "high").mean()).item()
    print(f"\n{title}: {tried.height} figures of {scores.height} indicators")
    print(f"  inside the 90% interval: {inside:.3f} of all, {scores['coverage'].mean():.3f} as mean over indicators")
    print(f"  error over persistence's: mean {scores['ratio'].mean():.3f}, median {scores['ratio'].median():.3f}")
    print(f"  interval score over persistence's error: median {scores['interval'].median():.2f}")
    ahead = score(tried, "horizon").filter(pl.col("figures") >= 500)
    print(
        "  inside, by years ahead: " + ", ".join(f"{h}: {c:.2f}" for h, c in ahead.select("horizon", "coverage").rows())
    )
    for row in scores.filter(pl.col("indicator").is_in(rows)).iter_rows(named=True):
        print(
            f"  {row['indicator']:28} {row['figures']:5} inside {row['coverage']:.3f}"
            f"  error {row['error']:.4g}  persistence {row['persistence']:.4g}  ratio {row['ratio']:.3f}"
        )


def main() -> None:
    """Run every trial and the clock."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default=os.environ.get("BOTHSHORES_DATA"), help="folder of official files")
    folder = parser.parse_args().folder
    if not folder:
        parser.error("give a folder of official files, or set BOTHSHORES_DATA")
    figures = official(Path(folder))
    began = time.process_time()
    plan.pool_trends(figures)
    print(f"Pooling {figures.height} figures takes {time.process_time() - began:.2f} CPU seconds.")
    everything = tuple(figures["indicator"].unique().sort())
    tell("Last 5 years hidden", backtest(figures, years=5), rows=everything)
    tell("Last 10 years hidden", backtest(figures, years=10), rows=MAIN)
    few = figures.filter(pl.col("indicator").is_in(SHORT))
    tell("Last 5 years hidden, three figures known of each series", backtest(few, years=5, length=3), rows=SHORT)
    tell("Last 10 years hidden, three figures known of each series", backtest(few, years=10, length=3), rows=SHORT)


if __name__ == "__main__":
    main()
