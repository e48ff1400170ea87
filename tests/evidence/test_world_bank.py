"""World Bank files in every shape: what they say is taken, what is wrong in them is listed."""

import polars as pl
import pytest
from evidence.files import put

from bothshores.evidence.gather import Walk, quiet
from bothshores.evidence.probe import Probe
from bothshores.evidence.sources.world_bank import WorldBank

LONG = "Country Name,Country Code,Year,Value\n"
CODED = "Country Name,Country Code,Indicator Code,Year,Value,Last Updated\n"


def read(folder, text, name="sp.pop.totl.csv"):
    path = put(folder, name, text)
    probe = Probe.of(path, name)
    assert WorldBank().recognises(probe)
    return WorldBank().read(probe)


def rules(reading):
    return {row["rule"]: row["row"] for row in reading.aside.rows}


def values(reading):
    return {(row["country"], row["indicator"], row["year"], row["breakdown"]): row["value"]
            for row in reading.observations.iter_rows(named=True)}  # fmt: skip


def test_long_file_named_by_its_code(tmp_path):
    reading = read(tmp_path, LONG + "Nepal,NPL,2020,29348627\n")
    assert values(reading) == {("NPL", "population_total", 2020, ""): 29348627.0}
    assert reading.observations["locator"].item() == "row 1, Value"


def test_a_code_column_says_the_indicator_whatever_the_file_is_called(tmp_path):
    text = CODED + "Nepal,NPL,SL.UEM.1524.FE.ZS,2020,22.5,2026-07-01\nNepal,NPL,SL.UEM.TOTL.ZS,2020,11.1,2026-07-01\n"
    reading = read(tmp_path, text, "x.txt")
    assert values(reading) == {
        ("NPL", "youth_unemployment_rate", 2020, "sex=female"): 0.225,
        ("NPL", "unemployment_rate", 2020, ""): 0.111,
    }
    assert reading.vintage == "2026-07-01"
    assert set(reading.observations["status"]) == {"estimated"}, "modelled by the ILO"


def test_wide_download_with_title_lines(tmp_path):
    text = (
        '"Data Source","World Development Indicators",\n\n"Last Updated Date","2024-12-16",\n\n'
        '"Country Name","Country Code","Indicator Name","Indicator Code","2019","2020",\n'
        '"Nepal","NPL","Population, total","SP.POP.TOTL","28832496","29348627",\n'
        '"World","WLD","Population, total","SP.POP.TOTL","7776892015","7856138790",\n'
    )
    reading = read(tmp_path, text, "API.csv")
    assert values(reading)["NPL", "population_total", 2019, ""] == 28832496.0
    assert reading.vintage == "2024-12-16"
    assert reading.left == 2


def test_databank_export(tmp_path):
    text = (
        "Country Name,Country Code,Series Name,Series Code,2019 [YR2019],2020 [YR2020]\n"
        "Nepal,NPL,x,SP.POP.TOTL,28832496,..\n"
    )
    assert values(read(tmp_path, text, "Data.csv")) == {("NPL", "population_total", 2019, ""): 28832496.0}


def test_each_wrong_row_is_named_and_the_good_ones_go_on(tmp_path):
    rows = [
        "Nepal,NPL,2020,29348627",
        "Nepal,NPL,2020,1",
        "Nepal,NPL,2021,many",
        "Nepal,NPL,21,5",
        "Nepal,NPX,2021,5",
        "World,WLD,2021,5",
        "Kosovo,XKX,2021,5",
        "Nepal,NPL,2022,",
        "Nepal,NPL,2023,1e999",
    ]
    reading = read(tmp_path, LONG + "\n".join(rows) + "\n")
    assert values(reading) == {("NPL", "population_total", 2020, ""): 29348627.0}
    assert rules(reading) == {
        "duplicate_row": "2",
        "not_a_number": "3, 9",
        "wrong_year": "4",
        "unknown_country": "5",
        "aggregate": "6",
        "no_iso_code": "7",
    }
    remarks = {row["rule"] for row in reading.aside.rows if row["severity"] == "remark"}
    assert remarks == {"aggregate", "no_iso_code"}
    assert reading.left == 7


@pytest.mark.parametrize("header", ["Country Name,Country Code,Jahr,Wert", "Country Name,Code,Year,Value"])
def test_a_wrong_header_is_named(tmp_path, header):
    reading = read(tmp_path, f"{header}\nNepal,NPL,2020,1\n")
    assert "wrong_header" in rules(reading)
    assert reading.taken == 0


def test_a_file_that_does_not_say_its_indicator_is_a_clear_problem(tmp_path):
    reading = read(tmp_path, LONG + "Nepal,NPL,2020,1\n", "data.csv")
    assert "no_indicator" in rules(reading)
    assert reading.left == 1


def test_a_code_that_is_not_in_the_catalogue_is_left(tmp_path):
    reading = read(tmp_path, CODED + "Nepal,NPL,AG.LND.TOTL.K2,2020,143350,2026-07-01\n")
    assert rules(reading) == {"unknown_indicator": "1"}


@pytest.mark.parametrize("code", ["sp.pop.totl", "sl.uem.1524.fe.zs", "bx.trf.pwkr.cd.dt", "ny.gdp.mktp.kd.zg"])
def test_values_tell_the_indicator_of_a_renamed_file(data_folder, tmp_path, code):
    whole = (data_folder / "wdi" / f"{code}.csv").read_bytes()
    [by_name] = walk(put(tmp_path, f"a/{code}.csv", whole))
    [by_values] = walk(put(tmp_path, "b/x.csv", whole))
    assert by_values.reading.observations.drop("file").equals(by_name.reading.observations.drop("file"))
    assert [row["rule"] for row in by_values.reading.aside.rows][-1] == "known_by_values"


def test_a_name_that_contradicts_the_values_is_a_problem(data_folder, tmp_path):
    whole = (data_folder / "wdi" / "sp.pop.totl.csv").read_bytes()
    [found] = walk(put(tmp_path, "sl.tlf.totl.in.csv", whole))
    assert found.reading.taken == 0
    assert "name_and_values_differ" in rules(found.reading)


def walk(path):
    walked = Walk(quiet)
    walked.through(path.parent)
    return walked.files


def test_all_official_files_are_known_by_name_and_by_values(data_folder):
    walked = Walk(quiet)
    walked.through(data_folder / "wdi")
    assert len(walked.files) == 42
    problems = [row for each in walked.files for row in each.reading.aside.rows if row["severity"] == "problem"]
    assert not problems
    assert pl.concat([each.reading.observations for each in walked.files])["indicator"].n_unique() == 41
