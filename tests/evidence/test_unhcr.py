"""UNHCR's tables: whose codes they hold, what is a total, what an extract can say, and what may not be summed."""

import polars as pl
import pytest
from evidence.files import put

from bothshores.evidence.probe import Probe
from bothshores.evidence.sources.unhcr import Unhcr

TOTALS = "Year,ISO3CoO,ISO3CoA,REF,IDP,ASY\n"
NEPAL = "2018,BTN,NPL,100,0,5\n2018,CHN,NPL,20,0,0\n2018,NPL,NPL,0,300,0\n"
API = "year,coo_name,coo,coo_iso,coa_name,coa,coa_iso,refugees,asylum_seekers\n"


def read(folder, text):
    path = put(folder, "a.csv", text)
    probe = Probe.of(path, path.name)
    assert Unhcr().recognises(probe)
    return Unhcr().read(probe)


def rules(reading):
    return {row["rule"]: row for row in reading.aside.rows}


def said(reading, breakdown=""):
    kept = reading.observations.filter(pl.col("breakdown").str.starts_with(breakdown) if breakdown
                                       else pl.col("breakdown") == "")  # fmt: skip
    return {(row["country"], row["indicator"], row["breakdown"]): row["value"] for row in kept.iter_rows(named=True)}


def test_sums_by_country_of_asylum_and_corridors(tmp_path):
    reading = read(tmp_path, TOTALS + NEPAL)
    assert said(reading) == {
        ("NPL", "refugees_hosted", ""): 120, ("NPL", "asylum_seekers_hosted", ""): 5,
        ("NPL", "idps_protected", ""): 300,
    }  # fmt: skip
    assert said(reading, "corridor=") == {
        ("NPL", "refugees_hosted", "corridor=BTN-NPL"): 100, ("NPL", "refugees_hosted", "corridor=CHN-NPL"): 20,
        ("NPL", "asylum_seekers_hosted", "corridor=BTN-NPL"): 5,
    }  # fmt: skip


def test_an_extract_gives_no_total_by_origin_and_says_so(tmp_path):
    reading = read(tmp_path, TOTALS + NEPAL)
    assert "refugees_from_country" not in reading.observations["indicator"]
    assert rules(reading)["extract"]["args"] == '{"value": "text:NPL"}'


def test_a_file_of_one_origin_and_many_countries_gives_its_total(tmp_path):
    hosts = ("IND", "USA", "CAN", "GBR", "FRA", "DEU", "CHE", "AUS", "AUT", "JPN")
    reading = read(tmp_path, TOTALS + "".join(f"2018,BTN,{host},10,0,0\n" for host in hosts))
    assert said(reading) == {("BTN", "refugees_from_country", ""): 100}


class TestCodes:
    """UNHCR's own AUS is Austria; ISO's is Australia, and Austria is AUT."""

    def test_iso_columns_are_iso(self, tmp_path):
        reading = read(tmp_path, TOTALS + "2018,AFG,AUS,10,0,0\n2018,IRQ,AUS,5,0,0\n2018,AFG,AUT,7,0,0\n")
        assert said(reading) == {("AUS", "refugees_hosted", ""): 15, ("AUT", "refugees_hosted", ""): 7}

    def test_own_codes_beside_iso_are_never_used(self, tmp_path):
        rows = "2018,Afghanistan,AFG,AFG,Austria,AUS,AUT,7,0\n2018,Iraq,IRQ,IRQ,Australia,AUL,AUS,10,0\n"
        reading = read(tmp_path, API + rows)
        assert said(reading) == {("AUT", "refugees_hosted", ""): 7, ("AUS", "refugees_hosted", ""): 10}

    def test_without_iso_codes_names_decide(self, tmp_path):
        text = (
            "year,coo_name,coo,coa_name,coa,refugees\n2018,Afghanistan,AFG,Austria,AUS,7\n2018,Iraq,IRQ,Austria,AUS,1\n"
        )
        assert said(read(tmp_path, text)) == {("AUT", "refugees_hosted", ""): 8}

    def test_a_code_that_its_name_contradicts_is_a_problem(self, tmp_path):
        rows = "2018,Afghanistan,AFG,AFG,Austria,AUS,AUS,7,0\n2018,Iraq,IRQ,IRQ,Nepal,NEP,NPL,10,0\n"
        rows += "2018,Bhutan,BHU,BTN,Nepal,NEP,NPL,5,0\n"
        reading = read(tmp_path, API + rows)
        assert rules(reading)["code_and_name_differ"]["severity"] == "problem"
        assert said(reading) == {("NPL", "refugees_hosted", ""): 15}

    def test_iso_columns_that_hold_own_codes_are_found_out(self, tmp_path):
        reading = read(tmp_path, TOTALS + "2018,AFG,AUS,10,0,0\n2018,IRQ,GFR,5,0,0\n")
        assert rules(reading)["not_iso_codes"]["severity"] == "problem"
        assert reading.taken == 0


def test_unknown_and_stateless_origins_count_where_they_live(tmp_path):
    reading = read(tmp_path, TOTALS + "2018,UKN,NPL,3,0,0\n2018,STA,NPL,2,0,0\n2018,BTN,NPL,100,0,0\n")
    assert said(reading) == {("NPL", "refugees_hosted", ""): 105}
    assert list(said(reading, "corridor=")) == [("NPL", "refugees_hosted", "corridor=BTN-NPL")]
    assert rules(reading)["no_iso_code"]["severity"] == "remark"


def test_decisions_on_the_substance(tmp_path):
    header = "Year,ISO3CoO,ISO3CoA,DecisionType,DecisionDataType,Recognized,RecognizedOther,OtherwiseClosed,Rejected\n"
    reading = read(
        tmp_path, header + "2018,BTN,NPL,FI,P,10,5,7,85\n2018,CHN,NPL,FI,P,1,0,0,0\n2018,BTN,NPL,AR,P,1,0,0,1\n"
    )
    assert said(reading) == {("NPL", "asylum_decided", ""): 103, ("NPL", "asylum_protected", ""): 17}


def test_returns_are_of_the_country_of_origin(tmp_path):
    reading = read(tmp_path, "Year,ISO3CoO,ISO3CoA,RST,NAT,RET,RDP\n2018,AFG,PAK,0,6,40,0\n2018,PAK,PAK,0,0,0,9\n")
    assert said(reading, "corridor=AFG-PAK") == {
        ("AFG", "refugees_returned", "corridor=AFG-PAK"): 40, ("PAK", "refugees_naturalised", "corridor=AFG-PAK"): 6,
    }  # fmt: skip
    assert said(reading)[("PAK", "idps_returned", "")] == 9


def test_women_and_men_only_where_the_sex_of_all_is_known(tmp_path):
    header = "Year,ISO3CoO,ISO3CoA,PT,Female_total,Male_total,Total\n"
    reading = read(
        tmp_path, header + "2018,BTN,NPL,REF,40,60,100\n2017,BTN,NPL,REF,40,60,100\n2017,CHN,NPL,REF,0,0,9\n"
    )
    assert set(reading.observations.select("year", "breakdown", "value").rows()) == {
        (2018, "sex=female", 40.0), (2018, "sex=male", 60.0),
    }  # fmt: skip
    assert rules(reading)["sex_not_known"]["severity"] == "remark"


def test_cases_are_no_persons(tmp_path):
    header = "Year,ISO3CoO,ISO3CoA,ApplicationType,ApplicationDataType,Applications\n"
    reading = read(tmp_path, header + "2018,BTN,NPL,N,P,10\n2018,CHN,NPL,N,C,4\n2017,BTN,NPL,N,P,3\n")
    assert said(reading) == {("NPL", "asylum_applications", ""): 3}
    assert {"cases", "sum_not_whole"} <= rules(reading).keys()


BAD = {
    "cut": ("2019,BTN,NPL,1,0,0\n2019,CHN,NPL,10", "cut"),
    "a word for a number": ("2019,BTN,NPL,some,0,0\n2019,CHN,NPL,10,0,0\n", "not_a_number"),
    "marks that separate nothing": ('2019,BTN,NPL,"1,0,0",0,0\n2019,CHN,NPL,10,0,0\n', "not_a_number"),
    "an unknown country of asylum": ("2019,BTN,XYZ,1,0,0\n", "unknown_country"),
    "year and country swapped": ("BTN,2019,NPL,1,0,0\n", "wrong_year"),
    "a row twice": ("2018,BTN,NPL,100,0,5\n", "duplicate_row"),
    "a footnote": ("Source: UNHCR,,,,,\n", "no_figure"),
}


@pytest.mark.parametrize(("more", "rule"), BAD.values(), ids=BAD)
def test_what_is_wrong_is_named_and_no_sum_is_short(tmp_path, more, rule):
    reading = read(tmp_path, TOTALS + NEPAL + more)
    assert rule in rules(reading)
    assert said(reading)[("NPL", "refugees_hosted", "")] == 120
    assert reading.observations.filter(pl.col("year") == 2019, pl.col("breakdown") == "",
                                       pl.col("indicator") == "refugees_hosted").is_empty()  # fmt: skip


def test_a_column_that_a_sum_needs_is_not_done_without(tmp_path):
    decisions = "Year,ISO3CoO,ISO3CoA,Recognized,Rejected\n2018,BTN,NPL,10,85\n"
    assert rules(read(tmp_path, decisions))["wrong_header"]["args"] == '{"columns": "text:RecognizedOther"}'
    sexes = "Year,ISO3CoO,ISO3CoA,PT,Female_total,Male_total\n2018,BTN,NPL,REF,40,60\n"
    assert rules(read(tmp_path, sexes))["wrong_header"]["args"] == '{"columns": "text:Total"}'


@pytest.mark.parametrize("column", ["Year", "ISO3CoO", "ISO3CoA"])
def test_a_renamed_column_is_named(tmp_path, column):
    assert column in rules(read(tmp_path, (TOTALS + NEPAL).replace(column, "x")))["wrong_header"]["args"]


def official(data_folder, name):
    path = data_folder / "displacement" / f"HDX_{name}.csv"
    return Unhcr().read(Probe.of(path, path.name))


@pytest.mark.parametrize(
    "name", ["EndYearPopulationTotals", "AsylumApplications", "AsylumDecisions", "Demographics", "Solutions"]
)
def test_official_files_are_read_without_a_problem(data_folder, name):
    reading = official(data_folder, name)
    assert reading.taken > 100
    assert {row["severity"] for row in reading.aside.rows} == {"remark"}


def test_official_totals_agree_with_the_world_banks_copy(data_folder):
    """The extracts hold three countries of asylum; the World Bank prints UNHCR's totals of them, rounded otherwise."""
    from bothshores.evidence.gather import gather

    ours = official(data_folder, "EndYearPopulationTotals").observations
    ours = ours.filter(pl.col("indicator") == "refugees_hosted", pl.col("breakdown") == "")
    assert set(ours["country"]) == {"AFG", "IRN", "PAK"}
    bank = gather([data_folder / "wdi" / "sm.pop.refg.csv"]).observations.filter(source="world_bank")
    both = ours.join(bank, on=["country", "year"], suffix="_bank").filter(pl.col("year").is_between(2010, 2016))
    assert both.height == 21
    assert (both["value"] - both["value_bank"]).abs().max() <= 5
