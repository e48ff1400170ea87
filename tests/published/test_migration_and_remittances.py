"""Numbers the publishers state themselves, found again in what is read from their files."""

import polars as pl
import pytest

from bothshores.evidence import gather, prefer
from bothshores.evidence.gather import Walk, quiet

CHANNEL_ISLANDS_2019 = 83_833
"""In UN DESA's world total, but without an ISO 3166-1 code of their own (Guernsey and Jersey have one each)."""


@pytest.fixture(scope="module")
def stocks(data_folder):
    walk = Walk(quiet)
    walk.through(data_folder / "stocks")
    return {each.file: each.reading for each in walk.files}


@pytest.fixture(scope="module")
def remittances(data_folder):
    walk = Walk(quiet)
    walk.through(data_folder / "remittances")
    return pl.concat(each.reading.observations for each in walk.files)


@pytest.mark.parametrize(
    ("breakdown", "world", "left"),
    [("", 271_642_105, 83_833), ("sex=female", 130_154_101, 43_765), ("sex=male", 141_488_004, 40_068)],
)
def test_un_desa_world_total_2019(stocks, breakdown, world, left):
    table = stocks["undesa_pd_2019_migrant_stock_total_dataset.xlsx"].observations
    countries = table.filter(year=2019, breakdown=breakdown)["value"].sum()
    assert countries == world - left, "all but the Channel Islands"


def test_un_desa_largest_destination_2019(stocks):
    table = stocks["undesa_pd_2019_migrant_stock_total_dataset.xlsx"].observations
    assert table.filter(country="USA", year=2019, breakdown="")["value"].item() == 50_661_149


def test_un_desa_corridors_2019(stocks):
    corridors = stocks["migrants_by_origin_and_destination_total.csv"].stocks
    people = {(row[0], row[1]): row[6] for row in corridors.filter(year=2019).rows()}
    assert people["NPL", "QAT"] == 254_340
    assert people["PHL", "USA"] == 2_047_269
    assert people["PRT", "FRA"] == 687_530


def test_un_desa_women_and_men_are_everybody(stocks):
    table = pl.concat(reading.stocks for reading in stocks.values())
    by_sex = table.pivot("sex", index=["origin", "destination", "year"], values="persons").drop_nulls()
    assert by_sex.height > 70_000
    assert (by_sex["all"] - by_sex["female"] - by_sex["male"]).abs().max() <= 1


def test_un_desa_emigrants_of_nepal_2019(stocks):
    table = stocks["migrants_by_origin_and_destination_total.csv"].observations
    assert table.filter(country="NPL", year=2019)["value"].item() == pytest.approx(2_285_364, rel=1e-3)
    assert table.filter(country="PHL", year=2019)["value"].item() == 5_996_161


def test_world_bank_inflows_2019(remittances):
    table = remittances.filter(year=2019, indicator="remittances_received_usd")
    value = dict(table.select("country", "value").rows())
    assert value["PHL"] == 35_167e6
    assert value["NPL"] == pytest.approx(8_127.9644544e6)
    kosovo = 714_248.963296927e6 - sum(value.values())
    assert 1_000e6 < kosovo < 1_500e6, "the world total is all countries and Kosovo"


@pytest.mark.slow
def test_factbook_and_world_bank_agree_on_remittances_and_unemployment(data_folder):
    everything = gather([data_folder / "wdi"]).observations
    official = prefer(everything.filter(pl.col("source") == "world_bank"))
    for indicator, most in (("remittances_share_gdp", 0.02), ("unemployment_rate", 0.02), ("gdp_growth", 0.02)):
        ours = everything.filter(source="factbook", indicator=indicator, year=2022, breakdown="")
        both = ours.join(official, on=["country", "indicator", "year"], suffix="_official")
        apart = (both["value"] - both["value_official"]).abs()
        assert both.height > 150
        assert apart.quantile(0.9) < most, indicator
        assert apart.median() < 0.005, indicator
