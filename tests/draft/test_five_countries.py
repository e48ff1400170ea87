"""Five real countries end to end from embedded data: whole, consistent, and honest about what is not known."""

import json

import polars as pl
import pytest
from frictionless import Package

from bothshores import tables
from bothshores.catalogue import effects
from bothshores.store.plan_folder import DECIDED
from bothshores.vocab import RESERVE, UNALLOCATED

pytestmark = pytest.mark.slow

FIVE = ("NPL", "PHL", "SEN", "SLV", "MAR")


@pytest.fixture(params=FIVE)
def one(request, drafted):
    return drafted[request.param]


def test_every_table_is_valid_and_every_file_is_there(one):
    for name, frame in one.tables.items():
        tables.every()[name].validate(frame)
    files = {file.name for file in (one.folder / "plan").iterdir()}
    assert files == {f"{name}.csv" for name in DECIDED} | {"plan.toml", "datapackage.json"}


def test_the_plan_is_a_valid_data_package(one):
    package = one.folder / "plan" / "datapackage.json"
    report = Package(str(package)).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "note"])
    assert "hash" not in package.read_text()


def test_the_money_sums_and_keeps_its_limits(one):
    terms, budget = one.terms, one.tables["budget"]
    assert budget["amount_usd"].sum() == terms.budget_usd
    by_class = dict(
        one.tables["allocation"]
        .filter(~pl.col("measure").is_in([RESERVE, UNALLOCATED]))
        .group_by(pl.col("money_class").cast(pl.String))
        .agg(pl.col("amount_usd").sum())
        .iter_rows()
    )
    assert by_class.get("assumption", 0) <= terms.assumption_share_max * terms.budget_usd + 1
    assert by_class.get("judgement", 0) <= terms.judgement_share_max * terms.budget_usd + 1
    assert by_class.get("uncosted", 0) == 0
    financing = one.tables["financing"]
    assert financing["amount_usd"].sum() == terms.budget_usd
    assert set(financing["source"]) == {"to be negotiated"}


def test_no_unverified_effect_is_scored(one):
    scored = one.tables["effect_uses"].filter("scored")
    assert all(effects()[name].verified for name in scored["effect"])
    unverified = one.tables["effect_uses"].filter(~pl.col("verified"))
    assert not unverified["scored"].any()


def test_nobody_is_reached_without_evidence(one):
    blank = one.tables["allocation"].filter(pl.col("money_class").is_in(["judgement", "uncosted"]))
    assert blank["reached"].null_count() == blank.height


def test_a_small_programme_does_not_move_a_nation(one):
    paths = one.tables["outcome_paths"].filter(pl.col("year") == one.terms.last_year)
    wide = paths.pivot("scenario", index="indicator", values="mean")
    share = one.terms.budget_usd / 5
    gdp = one.tables["figures"].filter(pl.col("indicator") == "gdp_usd").sort("year")["value"][-1]
    for row in wide.iter_rows(named=True):
        if row["without"]:
            # A budget of a few thousandths of GDP that moved an indicator by a tenth would be a wrong number.
            assert abs(row["with"] / row["without"] - 1) < 0.1 + 20 * share / gdp


def test_weights_sum_to_one_and_every_objective_has_a_baseline_with_a_source(one):
    objectives = one.tables["objectives"]
    assert objectives["weight"].sum() == pytest.approx(1)
    assert objectives["baseline"].null_count() == 0
    assert all(objectives["source"])


def test_every_measure_has_owner_delivery_monitoring_and_an_evaluation_or_a_reason(one):
    measures = set(one.tables["measures"]["id"])
    assert len(measures) >= 5
    assert all(one.tables["measures"]["owner"])
    for name in ("evaluations", "risks", "partners"):
        assert measures <= set(one.tables[name]["measure"]), name
    funded = set(one.tables["budget"].filter(pl.col("amount_usd") > 0)["measure"]) & measures
    assert funded <= set(one.tables["delivery"]["measure"])
    assert funded == set(one.tables["monitoring"]["measure"]) - {"national"}
    lost = one.tables["evaluations"].filter(pl.col("design") == "not_evaluable")
    assert all(lost["message"])


def test_no_interval_is_made_of_three_points_alone(one):
    forecasts = one.tables["forecasts"].filter(pl.col("model") == "pooled_trend")
    assert (forecasts["pooled_countries"] >= 20).all()
    none = one.tables["forecasts"].filter(pl.col("model") == "no_forecast")
    assert none["mean"].null_count() == none.height
    assert all(none["message"])


def test_the_manifest_names_inputs_outputs_and_versions(one):
    manifest = json.loads((one.folder / "runs" / one.run / "manifest.json").read_text())
    assert manifest["country"] == one.terms.country
    assert set(manifest["outputs"]) == set(one.tables)
    assert {"figures", "observations"} <= set(manifest["inputs"]["evidence"])
    assert all(source["licence"] and source["sha256"] and source["vintage"] for source in manifest["sources"])
    assert (one.folder / "runs" / "LATEST").read_text().strip() == one.run
