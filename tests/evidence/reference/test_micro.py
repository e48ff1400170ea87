"""What is planted below the national level can be found by a right method, and not by a naive one."""

from __future__ import annotations

import io
import json

import numpy as np
import polars as pl
import pytest

from bothshores.evidence import reference
from bothshores.evidence.reference import ledger
from bothshores.vocab import FICTIONAL

SEED = 3


@pytest.fixture(scope="module")
def files():
    return reference.make(SEED)


@pytest.fixture(scope="module")
def truth(files):
    return json.loads(files["truth/truth.json"])


@pytest.fixture(scope="module")
def table(files):
    return lambda name: pl.read_csv(io.BytesIO(files[f"micro/{name}.csv"]), infer_schema_length=None)


def test_every_file_says_that_it_is_fictional(files):
    for name, content in files.items():
        if name.endswith(".xlsx"):
            continue  # its first sheet does: the reader finds the label there, or reads nothing
        text = content.decode()
        start = text.splitlines()[0]
        assert FICTIONAL in text if name.endswith((".json", ".md")) else start.startswith((FICTIONAL, "fictional,")), (
            name
        )
    package = json.loads(files["datapackage.json"])
    assert package["fictional"] is True
    assert all(resource["fictional"] for resource in package["resources"])
    assert {resource["path"] for resource in package["resources"]} == set(files) - {"README.md", "datapackage.json"}


def test_districts_hold_the_whole_country(table):
    districts, beside = table("districts"), table("district_neighbours")
    assert districts["district"].n_unique() == districts.height == 40
    assert districts["population"].min() > 0
    assert (
        beside.join(beside, left_on=["district", "neighbour"], right_on=["neighbour", "district"]).height
        == beside.height
    )


def changes(table, rollout):
    """Mean change from before the first start to `age` years after the own start, against districts never treated."""
    panel = table("district_panel").filter(outcome=rollout["outcome"])
    starts = table("district_rollouts").filter(measure=rollout["measure"])
    wide = panel.join(starts, on="district")
    before = wide.filter(pl.col("year") < 2013).group_by("district").agg(pl.col("value").mean().alias("before"))
    return wide.join(before, on="district").with_columns(change=pl.col("value") - pl.col("before"))


@pytest.mark.parametrize("measure", ["rollout_lasts", "rollout_fades"])
def test_an_effect_that_lasts_and_one_that_fades_are_told_apart(measure, table, truth):
    rollout = next(each for each in truth["rollouts"] if each["measure"] == measure)
    changed = changes(table, rollout)
    never = changed.filter(first_year=0).group_by("year").agg(pl.col("change").mean().alias("never"))
    treated = changed.filter(pl.col("first_year") > 0).join(never, on="year")
    for age in (1, 5):
        now = treated.filter(pl.col("year") - pl.col("first_year") == age)
        assert (now["change"] - now["never"]).mean() == pytest.approx(rollout["effect"][age], abs=0.009)


def test_neighbours_of_treated_districts_gain_where_effects_spill(table, truth):
    rollout = next(each for each in truth["rollouts"] if each["measure"] == "rollout_spills")
    changed = changes(table, rollout).filter(year=2024)
    starts = dict(changed.select("district", "first_year").iter_rows())
    beside = table("district_neighbours").group_by("district").agg("neighbour")
    share = {
        one: np.mean([starts[each] > 0 for each in others])
        for one, others in beside.select("district", "neighbour").iter_rows()
    }
    rows = np.array(
        [[starts[one] > 0, share[one], change] for one, change in changed.select("district", "change").iter_rows()]
    )
    direct, spilled, _common = np.linalg.lstsq(np.c_[rows[:, :2], np.ones(len(rows))], rows[:, 2], rcond=None)[0]
    assert direct == pytest.approx(rollout["effect"][-1], abs=0.4)
    assert spilled == pytest.approx(rollout["spill"] * rollout["effect"][-1], abs=0.6)


def difference(table, programme, years):
    """Mean earnings of those treated less those of the others."""
    who = table("programme_applicants").filter(programme=programme)
    seen = table("programme_outcomes").filter(programme=programme, years_since=years)
    means = dict(
        who.join(seen, on="applicant").group_by("treated").agg(pl.col("earnings_usd_month").mean()).iter_rows()
    )
    return means[True] - means[False]


@pytest.mark.parametrize("at", range(4))
def test_a_lottery_shows_the_planted_effect(at, table, truth):
    for each in truth["programmes"]:
        if each["chosen_by"] == "lottery":
            assert difference(table, each["programme"], (1, 2, 3, 5)[at]) == pytest.approx(each["effect"][at], abs=9.0)


def test_where_people_chose_themselves_a_naive_comparison_is_wrong_by_the_stated_bias(table, truth):
    for each in truth["programmes"]:
        if each["chosen_by"] == "self":
            found, bias = difference(table, each["programme"], 3), each["selection_bias"][2]
            assert bias > 10.0
            assert found - each["effect"][2] == pytest.approx(bias, abs=8.0)


def test_corrupt_releases_can_be_seen_in_the_ledger_and_only_they(table, truth):
    releases = table("ledger_releases")
    planted = {each["release"] for each in truth["corrupt_releases"]}
    key = ["programme", "district", "payee_account", "milestone", "verified", "amount_usd"]
    found = releases.filter(
        (pl.col("verified_by") == pl.col("implementer"))
        | (pl.col("released") < pl.col("verified"))
        | (pl.col("payee_account") == ledger.OFFICIAL)
        | pl.col("verified").is_null()
        | pl.col("amount_usd").is_between(ledger.CEILING - 300, ledger.CEILING - 200)
        | ~pl.struct(key).is_first_distinct()
    )
    assert set(found["release"]) == planted
    assert releases["release"].is_sorted(), "their numbers give nothing away"


def test_misreporting_districts_differ_from_an_independent_count(table, truth):
    both = table("district_returns").join(table("district_counts"), on=["district", "quarter"])
    apart = both.filter(pl.col("people_served") != pl.col("people_counted"))
    assert set(apart["district"]) <= set(truth["misreporting_districts"])
    inflated = {name for name, kind in truth["misreporting_districts"].items() if kind == "inflated"}
    seen = apart.filter((pl.col("people_served") / pl.col("people_counted")).is_between(1.3, 1.4))
    assert len(inflated & set(seen["district"])) >= 3


def test_one_agency_passes_over_qualified_women(table, truth):
    share = table("placements").filter("qualified").group_by("agency", "sex").agg(pl.col("placed").mean())
    rates = {(agency, sex): placed for agency, sex, placed in share.iter_rows()}
    apart = {agency: rates[agency, "male"] - rates[agency, "female"] for agency, _sex in rates}
    assert max(apart, key=apart.get) == truth["biased_matching"]["agency"]
    assert apart[truth["biased_matching"]["agency"]] > 0.1


def test_bribes_are_reported_where_they_were_planted(table, truth):
    bribes = table("feedback_cases").filter(topic="bribe")["district"].value_counts(sort=True)
    assert set(bribes.head(3)["district"]) == set(truth["bribe_hotspots"])


def test_openings_ask_for_more_than_there_is_in_the_planted_occupations(table, truth):
    asked = table("openings").group_by("isco08").agg(pl.col("places").sum())
    both = asked.join(table("persons").group_by("isco08").len(), on="isco08")
    short = both.sort(pl.col("places") / pl.col("len"), descending=True).head(4)["isco08"]
    assert set(map(str, short)) == set(truth["short_occupations"])
