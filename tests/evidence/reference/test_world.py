"""A seed is a country: the same bytes each time, figures that fit together, and needs that are found again."""

from __future__ import annotations

import json

import polars as pl
import pytest
from evidence.reference.files import written

from bothshores import evidence, plan
from bothshores.evidence import places, reference
from bothshores.vocab import FICTIONAL_CODES, REFERENCE


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others():
    one, again, other = (reference.make(seed) for seed in (4, 4, 5))
    assert one == again
    assert {name for name in one if one[name] == other[name]} == {"micro/district_neighbours.csv"}


def test_its_codes_can_be_those_of_no_place():
    assert REFERENCE in FICTIONAL_CODES
    assert not places.real_iso3() & set(FICTIONAL_CODES)
    assert "XKX" not in FICTIONAL_CODES, "many use it for Kosovo"


def test_its_figures_fit_together(tmp_path):
    found, _truth = written(2, tmp_path)
    assert set(found.issues["rule"]) <= {"aggregate"}
    assert set(found.observations["country"]) == set(FICTIONAL_CODES)
    assert set(found.observations["source"]) == {"reference_country"}
    abroad = found.stocks.group_by("origin", "year").agg(pl.col("persons").sum().cast(pl.Float64))
    stated = found.observations.filter(pl.col("indicator") == "migrant_stock_abroad")
    both = stated.join(abroad, left_on=["country", "year"], right_on=["origin", "year"])
    assert both.height == stated.height > 0
    assert (both["value"] == both["persons"]).all()


@pytest.mark.parametrize("seed", range(11, 17))
def test_nine_of_ten_planted_needs_are_among_the_first_twelve(seed, tmp_path):
    found, truth = written(seed, tmp_path)
    figures = evidence.prefer(found.observations)
    needs = plan.diagnose(figures, plan.find_peers(figures, REFERENCE), REFERENCE, seed=1)
    top = set(needs.sort("rank").head(12)["indicator"])
    planted = {need["indicator"] for need in truth["needs"]}
    assert len(planted) == 10
    assert needs.height > 30, "ten of a dozen would be no art"
    assert len(planted & top) >= 9


def test_the_truth_says_what_comes_after_the_last_known_year():
    truth = json.loads(reference.make(1)["truth/truth.json"])
    assert truth["fictional"] is True
    assert set(truth["futures"]["unemployment_rate"]) == {str(year) for year in range(2025, 2036)}
    assert truth["futures"].keys() >= {"remittances_share_gdp", "gdp_per_capita_usd"}, "ratios too"
    assert {each["course"] for each in truth["effects"]} <= {"lasts", "fades", "emerges"}
