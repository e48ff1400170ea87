"""The embedded Factbook: every place and year, and an account of what was left."""

import re

import polars as pl
import pytest

from bothshores.catalogue import indicators
from bothshores.evidence import places
from bothshores.evidence.aside import Aside
from bothshores.evidence.factbook_text import Figure, Reason
from bothshores.evidence.factbook_tree import Found, find, look_up
from bothshores.evidence.sources.factbook import Factbook, Said, join, load


@pytest.fixture(scope="module")
def reading():
    return Factbook().embedded()


def figure(reading, country, indicator, year, breakdown=""):
    rows = reading.observations.filter(country=country, indicator=indicator, year=year, breakdown=breakdown)
    return rows["value"].item()


def key(path, factor=1.0, unit="persons", words=""):
    return {"indicator": "x", "breakdown": "", "key": path, "factor": factor, "unit": unit, "words": words}


def test_all_places_are_known_by_their_own_code():
    entries, _ = load()
    assert len(entries) == 256
    assert set(entries) == set(places.by_gec())


def test_a_place_is_mapped_to_the_country_that_its_own_name_says():
    entries, _ = load()
    for gec, entry in entries.items():
        country, name = places.by_gec()[gec]
        names = look_up(entry, "Government/Country name") or {}
        own = [re.sub(r"&(\w)\w+;", r"\1", str(names.get(f"conventional {length} form", {}).get("text", "")))
               for length in ("short", "long")]  # fmt: skip
        found = {places.find(each) for each in own} - {""}
        assert found <= {country}, f"{gec} {name}: {own}"
        assert bool(found) or not country or places.fold(name) in places.fold(" ".join(own)) or country in {
            "COD", "FLK", "PSE", "SJM", "VAT", "VIR",
        }, f"{gec} {name}: {own}"  # fmt: skip


def test_every_key_of_the_catalogue_is_a_path_that_exists():
    entries, _ = load()
    for each in Factbook.catalogue_keys():
        given = [gec for gec, entry in entries.items() if any(find(entry, each))]
        assert given, f"{each['indicator']}: no place has {each['key']}"


def test_three_years_of_remittances_are_three_observations(reading):
    years = reading.observations.filter(country="NPL", indicator="remittances_share_gdp")["year"].to_list()
    assert sorted(years) == [2022, 2023, 2024]
    assert figure(reading, "NPL", "remittances_share_gdp", 2022) == 0.22


def test_units_are_those_of_the_catalogue(reading):
    assert figure(reading, "NPL", "gdp_usd", 2024) == 42.914e9
    assert figure(reading, "NPL", "labour_force", 2024) == 8.435e6
    assert figure(reading, "NPL", "net_migration_rate", 2025) == -4.46
    assert figure(reading, "NPL", "urban_share", 2023) == 0.219
    assert figure(reading, "NPL", "population_total", 2025, "sex=female") == 15981696


def test_a_year_beside_serves_where_the_text_names_none(reading):
    row = reading.observations.filter(country="NPL", indicator="working_age_share").row(0, named=True)
    assert (row["year"], row["value"], row["status"]) == (2024, 0.678, "estimated")


def test_no_year_is_invented():
    entry = {"A": {"B": {"text": "5%"}, "C": {"text": "6% (2020)"}, "D": {"text": "7% (2021)"}}}
    assert [each.said for each in find(entry, key("A/B", 0.01))] == [Reason.NO_YEAR]


def test_another_unit_is_left():
    assert [each.said for each in find({"A": {"text": "5 (2020)"}}, key("A", 0.01))] == [Reason.WRONG_UNIT]
    assert [each.said for each in find({"A": {"text": "5% (2020)"}}, key("A", unit="usd"))] == [Reason.WRONG_UNIT]


def test_words_tell_one_measure_from_another():
    entry = {"A": {"text": "5.6% national budget (2025 est.)"}}
    assert not list(find(entry, key("A", 0.01, words="of GDP")))


def test_nought_percent_of_a_dissolved_chamber_is_no_finding(reading):
    assert reading.observations.filter(country="NPL", indicator="women_in_parliament").is_empty()
    rows = [row for row in reading.aside.rows if row["rule"] == "no_chamber"]
    assert "NPL" in {row["country"] for row in rows}
    assert figure(reading, "TUV", "women_in_parliament", 2024) == 0


def test_the_only_chamber_counts_where_there_is_one(reading):
    assert figure(reading, "SLV", "women_in_parliament", 2024) == 0.317
    assert figure(reading, "PHL", "women_in_parliament", 2025) == 0.283


def test_places_without_a_code_are_counted_not_mapped(reading):
    named = {row["args"]: row["count"] for row in reading.aside.rows if row["rule"] == "no_iso_code"}
    assert named['{"place": "text:Kosovo"}'] > 30
    assert named['{"place": "text:World"}'] > 30
    assert not reading.observations.filter(~pl.col("country").is_in(list(places.iso3()))).height


def test_palestine_is_both_places_or_nothing():
    def said(indicator, value, year=2025):
        return Said(indicator, "", 1.0, Found("path", Figure(value, year, "estimated", False, False)))

    aside = Aside("file")
    west_bank = [said("population_total", 3.0), said("gini", 36.4), said("fertility_rate", 3.44)]
    gaza = [said("population_total", 2.0), said("gini", 36.4), said("fertility_rate", 3.14), said("median_age", 19.9)]
    joined = {each.indicator: each.found.said.value for each in join(west_bank, gaza, aside)}
    assert joined == {"population_total": 5.0, "gini": 36.4}
    assert aside.figures == 3


def test_nothing_is_lost_silently(reading):
    assert reading.left == sum(row["count"] for row in reading.aside.rows)
    assert reading.taken > 13_000
    assert {row["severity"] for row in reading.aside.rows} == {"remark"}


def test_locators_lead_back_to_the_text(reading):
    entries, _ = load()
    gec = {country: code for code, (country, _name) in places.by_gec().items() if country and country != "PSE"}
    for row in reading.observations.filter(country="MAR").iter_rows(named=True):
        assert "text" in look_up(entries[gec["MAR"]], row["locator"])


def test_indicators_of_the_factbook_are_in_the_catalogue(reading):
    assert set(reading.observations["indicator"]) <= set(indicators())
