"""What can be compared, at the edges of each rule."""

from __future__ import annotations

import polars as pl
import pytest
from plan.planted import CODES, LAST, figures

from bothshores.catalogue import indicators
from bothshores.plan.comparison import PEERS_NEEDED, Compared, Omitted, compare, is_total, judged
from bothshores.plan.recent import AGE_LIMIT

HERE, *OTHERS = CODES[: 1 + PEERS_NEEDED]


def found(frame: pl.DataFrame, deviation: float = 5.0) -> Compared | Omitted:
    """What becomes of the Gini index."""
    every = compare(frame, OTHERS, HERE, {"gini": deviation})
    return next(
        each for each in every if (each.indicator if isinstance(each, Omitted) else each.indicator.id) == "gini"
    )


def world(*, year: int = LAST, peers: int = PEERS_NEEDED, peer_year: int = LAST) -> pl.DataFrame:
    """The country's figure, its peers' figures, and a newer one of a country that is no peer."""
    mine = [(HERE, "gini", year, 45.0), (HERE, "gini", year - 1, 44.0), ("ZZZ", "gini", LAST, 30.0)]
    return figures([*mine, *((code, "gini", peer_year, 30.0 + at) for at, code in enumerate(OTHERS[:peers]))])


def test_the_newest_figures_are_compared_in_the_order_of_codes() -> None:
    gini = found(world().sample(fraction=1.0, shuffle=True, seed=3))
    assert isinstance(gini, Compared)
    assert (gini.value, gini.year, gini.source, gini.deviation) == (45.0, LAST, "made_up", 5.0)
    assert gini.peers.tolist() == [30.0 + at for at in range(PEERS_NEEDED)]


@pytest.mark.parametrize(
    ("frame", "rule"),
    [
        (world(year=LAST - AGE_LIMIT), ""),
        (world(year=LAST - AGE_LIMIT - 1), "figure_too_old"),
        (world(peer_year=LAST - AGE_LIMIT), ""),
        (world(peer_year=LAST - AGE_LIMIT - 1), "too_few_peers"),
        (world(peers=PEERS_NEEDED - 1), "too_few_peers"),
        (world().filter(pl.col("country") != HERE), "no_figure"),
    ],
)
def test_the_edges_of_the_rules(frame: pl.DataFrame, rule: str) -> None:
    gini = found(frame)
    assert (gini.rule if isinstance(gini, Omitted) else "") == rule


def test_where_countries_do_not_differ_there_is_no_unit_to_measure_a_gap_in() -> None:
    gini = found(world(), deviation=0.0)
    assert isinstance(gini, Omitted) and gini.rule == "no_spread"


def test_totals_grow_with_the_country_and_are_not_compared() -> None:
    totals = {each.id for each in judged() if is_total(each)}
    assert {"remittances_received_usd", "reserves_usd", "refugees_from_country"} <= totals
    assert not {"gdp_per_capita_usd", "remittances_per_capita", "gdp_per_capita_ppp"} & totals
    assert all(indicators()[name].unit in ("usd", "persons") for name in totals)
