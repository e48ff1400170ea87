"""Which countries a country is compared with: origin countries alike in size, income, people and migration."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from bothshores import tables
from bothshores.plan.recent import SEEN, newest_year, recent, robust_deviation
from bothshores.plan.scales import Numbers
from bothshores.tables.basis import Peers
from bothshores.vocab import Message
from bothshores.vocab import gettext_noop as _

POPULATION_FLOOR: Final = 100_000
REMITTANCE_FLOOR: Final = 0.01
EMIGRANT_FLOOR: Final = 0.05
"""An origin country has at least POPULATION_FLOOR residents and either net emigration, or remittances of at least
REMITTANCE_FLOOR of GDP, or emigrants of at least EMIGRANT_FLOOR of its residents. Judgements, not norms."""
STOCKS: Final = ("immigrant_stock", "migrant_stock_abroad")
DESTINATION: Final = 3.0
LIVING_ON_REMITTANCES: Final = 0.05
"""A country with more than DESTINATION times as many immigrants as emigrants is a destination, unless remittances are
LIVING_ON_REMITTANCES of GDP: it may host refugees and still be left by many."""
FEATURES: Final = {
    "population_total": pl.col("population_total").log(),
    "gdp_per_capita_ppp": pl.col("gdp_per_capita_ppp").log(),
    "remittances_share_gdp": pl.col("remittances_share_gdp").sqrt(),
    "emigrant_share_population": pl.col("emigrant_share_population").sqrt(),
    "net_migration_rate": pl.col("net_migration_rate"),
    "urban_share": pl.col("urban_share"),
    "median_age": pl.col("median_age"),
    "fertility_rate": pl.col("fertility_rate").log(),
}
"""What is compared, each on a scale on which countries spread evenly."""
RESTLESS: Final = "net_migration_rate"
USUAL_YEARS: Final = 10
"""Net migration swings from year to year (refugees, returns): the mean of ten years is compared, not the last one."""
FEATURES_NEEDED: Final = 3
FARTHEST: Final = 3.0
"""Standardised features are cut here: an extreme figure makes a country unlike others, not incomparable."""
NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class Similarity:
    """standardised[country, feature] in robust standard deviations among origin countries; NaN: no recent figure."""

    countries: list[str]
    origin: NDArray[np.bool_]
    standardised: Numbers


def measure_similarity(figures: pl.DataFrame) -> Similarity:
    """Standardise the recent figures of all countries; computed once where many countries are compared."""
    wide = features(figures)
    return Similarity(wide["country"].to_list(), wide.select(is_origin()).to_series().to_numpy(), standardise(wide))


def features(figures: pl.DataFrame) -> pl.DataFrame:
    """One row a country, one column a feature in its own unit, null where there is no recent figure."""
    chosen = figures.filter(pl.col("indicator").is_in([*FEATURES, *STOCKS]))
    newest = recent(chosen.filter(pl.col("indicator") != RESTLESS)).select("country", "indicator", "value")
    known = pl.concat([newest, usual(chosen.filter(pl.col("indicator") == RESTLESS))])
    wide = known.pivot(on="indicator", index="country", values="value") if known.height else known.select("country")
    wanted = [*FEATURES, *STOCKS]
    missing = [pl.lit(None, dtype=pl.Float64).alias(name) for name in wanted if name not in wide.columns]
    return wide.with_columns(missing).select("country", *wanted).sort("country")


def usual(figures: pl.DataFrame) -> pl.DataFrame:
    """Mean of each country's figures of the last USUAL_YEARS years before the newest of all."""
    newest = newest_year(figures)
    lately = figures.filter(SEEN & (pl.col("year") > (newest or 0) - USUAL_YEARS)).sort("country", "indicator", "year")
    return lately.group_by("country", "indicator", maintain_order=True).agg(pl.col("value").mean())


def is_origin() -> pl.Expr:
    """The rule above; what a country has no figure on does not speak for it."""
    sends = (
        (pl.col("net_migration_rate") < 0).fill_null(False)
        | (pl.col("remittances_share_gdp") >= REMITTANCE_FLOOR).fill_null(False)
        | (pl.col("emigrant_share_population") >= EMIGRANT_FLOOR).fill_null(False)
    )
    hosts = (pl.col("immigrant_stock") > DESTINATION * pl.col("migrant_stock_abroad")).fill_null(False)
    lives = (pl.col("remittances_share_gdp") >= LIVING_ON_REMITTANCES).fill_null(False)
    large = (pl.col("population_total") >= POPULATION_FLOOR).fill_null(False)
    return (large & sends & (lives | ~hosts)).alias("origin")


def origins(figures: pl.DataFrame) -> list[str]:
    """Origin countries among all, sorted."""
    return features(figures).filter(is_origin())["country"].to_list()


def standardise(wide: pl.DataFrame) -> Numbers:
    """(feature - median) / robust deviation, both among origin countries, cut at FARTHEST; NaN where that has none."""
    scaled = wide.select(pl.when(on.is_finite()).then(on).alias(name) for name, on in FEATURES.items())
    among = scaled.filter(wide.select(is_origin()).to_series())
    middle = among.select(pl.col(name).median() for name in FEATURES).row(0)
    spread = among.select(robust_deviation(pl.col(name)).alias(name) for name in FEATURES).row(0)
    matrix = scaled.select(pl.col(name).fill_null(np.nan) for name in FEATURES).to_numpy()
    unit = np.array([each or np.nan for each in spread], dtype=np.float64)
    return np.clip((matrix - np.array(middle, dtype=np.float64)) / unit, -FARTHEST, FARTHEST)


def find_peers(
    figures: pl.DataFrame, country: str, *, count: int = 12, similarity: Similarity | None = None
) -> pl.DataFrame:
    """The `count` most similar origin countries (table `peers`), with the features in which they are closest.

    distance = sqrt(mean over shared features of (difference in standard deviations)^2). Compared are countries that
    share at least FEATURES_NEEDED features with it, and at least half of those it has; a country or territory with
    fewer gets no peers.
    """
    world = similarity or measure_similarity(figures)
    return tables.build(Peers, nearest(world, country, count) if country in world.countries else ())


def nearest(world: Similarity, country: str, count: int) -> Iterator[dict[str, Any]]:
    """Rows of `peers`, nearest first; equal distances in the order of the codes."""
    here = world.countries.index(country)
    apart = np.abs(world.standardised - world.standardised[here])
    shared = np.sum(~np.isnan(apart), axis=1)
    needed = max(FEATURES_NEEDED, (shared[here] + 1) // 2)
    distance = np.sqrt(np.nansum(apart**2, axis=1) / np.maximum(shared, 1))
    fit = world.origin & (shared >= needed) & (np.arange(len(shared)) != here)
    order = [int(each) for each in np.argsort(distance, kind="stable") if fit[each]]
    for rank, peer in enumerate(order[:count], start=1):
        why = reason(apart[peer], int(shared[peer]))
        yield {
            "peer": world.countries[peer],
            "rank": rank,
            "distance": float(distance[peer]),
            "message": why.text,
            "args": why.args,
        }


def reason(apart: Numbers, shared: int) -> Message:
    """The features in which two countries are closest; `apart` has one entry a feature."""
    closest = np.argsort(apart, kind="stable")[:NAMED]
    names = [list(FEATURES)[each] for each in closest]
    return Message.of(
        _("Closest in {first}, {second} and {third}, of {shared} features compared."),
        first=f"indicator:{names[0]}",
        second=f"indicator:{names[1]}",
        third=f"indicator:{names[2]}",
        shared=f"number:{shared}",
    )
