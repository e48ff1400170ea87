"""Each objective and each measure is watched, with a baseline that somebody published or none."""

import polars as pl
import small_plan as s

from bothshores import monitor, tables
from bothshores.catalogue import indicators
from bothshores.tables.evidence import Figures
from bothshores.vocab import NATIONAL

LIBRARY = {"invented": s.template(output_indicators=("prog_beneficiaries", "prog_public_money_usd"))}


def figures(*rows):
    return tables.build(
        Figures,
        [
            {
                "country": country, "indicator": "unemployment_rate", "year": year, "value": value,
                "source": "factbook", "vintage": "2025", "status": status,
            }
            for country, year, value, status in rows
        ],
    )  # fmt: skip


SEEN = figures(
    ("NPL", 2020, 0.11, "observed"), ("NPL", 2022, 0.12, "estimated"), ("NPL", 2030, 0.5, "projected"),
    ("PHL", 2023, 0.9, "observed"),
)  # fmt: skip


def test_only_funded_measures_are_listed_and_a_scored_one_has_the_income_of_its_participants():
    rows = s.measures({"id": "training"}, {"id": "hubs", "money_class": "judgement"}, {"id": "idle"})
    money = s.budget({"training": [1] * 5, "hubs": [1] * 5, "idle": [0] * 5})
    goals = s.objectives(unemployment_rate="down_good")
    frame = monitor.framework(goals, rows, SEEN, s.TERMS, budget=money, templates=LIBRARY)
    assert set(frame["measure"]) == {NATIONAL, "training", "hubs"}
    income = frame.filter(indicator="prog_income_usd")
    assert income["measure"].to_list() == ["training"]
    assert income["data_source"].to_list() == ["to be measured in the baseline survey"]


def framework(objectives=None, seen=SEEN, **measure):
    frame = monitor.framework(
        s.objectives(unemployment_rate="down_good") if objectives is None else objectives,
        s.measures({"id": "training"} | measure), seen, s.TERMS, templates=LIBRARY,
    )  # fmt: skip
    return {(row["measure"], row["indicator"]): row for row in frame.iter_rows(named=True)}


def test_objectives_keep_the_baseline_of_the_plan():
    row = framework()[NATIONAL, "unemployment_rate"]
    assert (row["baseline"], row["baseline_year"], row["data_source"], row["level"]) == (
        0.2,
        2024,
        "world_bank",
        "outcome",
    )


def test_an_objective_without_a_baseline_takes_the_newest_figure():
    nulls = {"baseline": pl.lit(None, pl.Float64), "baseline_year": pl.lit(None, pl.Int64)}
    row = framework(s.objectives(unemployment_rate="down_good").with_columns(**nulls))[NATIONAL, "unemployment_rate"]
    assert (row["baseline"], row["baseline_year"], row["data_source"]) == (0.12, 2022, "factbook")


def test_baselines_are_the_newest_that_was_observed_in_the_country():
    row = framework()["training", "unemployment_rate"]
    assert (row["baseline"], row["baseline_year"], row["data_source"]) == (0.12, 2022, "factbook")


def test_what_nobody_has_stays_blank_and_says_where_it_will_come_from():
    row = framework()["training", "prog_beneficiaries"]
    assert (row["baseline"], row["baseline_year"]) == (None, None)
    assert row["data_source"] == indicators()["prog_beneficiaries"].other_source
    assert framework(seen=figures())["training", "unemployment_rate"]["baseline"] is None


def test_rows_carry_what_the_catalogue_says():
    found, catalogue = framework(), indicators()
    assert {name for measure, name in found if measure == "training"} == {
        *LIBRARY["invented"].output_indicators, *LIBRARY["invented"].outcome_indicators,
        "prog_income_usd",
    }  # fmt: skip
    for (_measure, name), row in found.items():
        assert row["frequency"] == catalogue[name].frequency
        assert row["smallest_cell"] == catalogue[name].smallest_cell
        assert set(row["breakdowns"].split()) <= set(catalogue[name].breakdowns)
    assert found["training", "prog_beneficiaries"]["breakdowns"] == "sex age"
    assert found["training", "prog_beneficiaries"]["level"] == "output"


def test_the_measures_post_reports_its_own_figures_and_the_statistician_the_countrys():
    found = framework(owner="Director of something")
    assert found["training", "prog_beneficiaries"]["owner"] == "Director of something"
    assert found["training", "unemployment_rate"]["owner"] == found[NATIONAL, "unemployment_rate"]["owner"]
    assert found["training", "unemployment_rate"]["owner"] != "Director of something"


def test_a_measure_of_ones_own_has_no_rows_until_somebody_adds_them():
    assert {measure for measure, _name in framework(template="")} == {NATIONAL}
