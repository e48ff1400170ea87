"""ILOSTAT's labels-only files: names of countries, sexes, classes, and whatever else is in the file."""

import polars as pl
import pytest
from evidence.files import put

from bothshores.evidence.probe import Probe
from bothshores.evidence.sources.ilostat import Ilostat

HEADER = '"ref_area.label","source.label","indicator.label","sex.label","time","obs_value","obs_status.label"\n'
RATE = "Informal employment rate by sex (%)"


def line(place="Nepal", sex="Sex: Total", time="2017", value="84.1", label=RATE, status=""):
    return f'"{place}","LFS - Labour Force Survey","{label}","{sex}","{time}",{value},{status}\n'


def read(folder, text, name="a.csv"):
    path = put(folder, name, text)
    probe = Probe.of(path, path.name)
    assert Ilostat().recognises(probe)
    return Ilostat().read(probe)


def rules(reading):
    return {row["rule"]: row for row in reading.aside.rows}


def test_sexes_become_breakdowns_and_percent_shares(tmp_path):
    lines = line() + line(sex="Sex: Male", value="80") + line(sex="Sex: Female", value="88") + line(sex="Sex: Other")
    reading = read(tmp_path, ("\ufeff" + HEADER + lines).encode())
    assert set(reading.observations.select("country", "breakdown", "value").rows()) == {
        ("NPL", "", 0.841), ("NPL", "sex=male", 0.8), ("NPL", "sex=female", 0.88),
    }  # fmt: skip
    assert rules(reading).keys() == {"unknown_breakdown"}
    assert (reading.taken, reading.left) == (3, 1)


def test_another_file_of_the_shape_is_read_where_the_catalogue_has_its_label_and_class(tmp_path):
    header = HEADER.replace('"time"', '"classif1.label","time"')
    rows = "".join(
        f'"Morocco","LFS","Unemployment rate by sex and age (%)","Total","Age (Youth, adults): {age}","2022",{value},\n'
        for age, value in (("15+", 11.8), ("15-24", 32.7), ("25+", 9.1))
    )
    reading = read(tmp_path, header + rows)
    assert set(reading.observations.select("indicator", "value").rows()) == {
        ("unemployment_rate", 0.118), ("youth_unemployment_rate", 0.327),
    }  # fmt: skip
    assert rules(reading)["unknown_indicator"]["count"] == 1


def test_estimates_are_marked(tmp_path):
    reading = read(tmp_path, HEADER + line() + line(time="2018", status="Imputation"))
    assert reading.observations["status"].to_list() == ["observed", "estimated"]


BAD = {
    "cut": (line("India") + line("Kenya")[:-3], "cut"),
    "an unknown name": (line("Nepaul"), "unknown_country"),
    "a group of countries": (line("World: Low income"), "aggregate"),
    "quarters": (line("India", time="2021Q1"), "not_annual"),
    "thousands separators": (line("India", value='"1,084.1"'), "number_marks"),
    "a mark of a footnote": (line("India", value='"84.1 (b)"'), "not_a_number"),
    "a footnote": ('"Source: ILOSTAT",,,,,,\n', "no_figure"),
    "a row twice": (line(), "duplicate_row"),
    "value and year swapped": (line("India", time="84.1", value="2017"), "wrong_year"),
    "an indicator of none": (line(label="Employment by sex (thousands)"), "unknown_indicator"),
}


@pytest.mark.parametrize(("more", "rule"), BAD.values(), ids=BAD)
def test_what_is_wrong_is_named_and_good_rows_go_on(tmp_path, more, rule):
    reading = read(tmp_path, HEADER + line() + more)
    assert rule in rules(reading)
    assert ("NPL", 2017, 0.841) in reading.observations.select("country", "year", "value").rows()


@pytest.mark.parametrize("column", ["ref_area.label", "indicator.label", "time", "obs_value"])
def test_a_renamed_column_is_named(tmp_path, column):
    reading = read(tmp_path, HEADER.replace(column, "x") + line())
    assert rules(reading)["wrong_header"]["args"] == f'{{"columns": "text:{column}"}}'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_encodings_and_separators(tmp_path, encoding, separator):
    text = (HEADER + line("Côte d'Ivoire").replace("(%)", "(%)")).replace('","', f'"{separator}"')
    text = text.replace('",84.1,', f'"{separator}84.1{separator}')
    assert read(tmp_path, text.encode(encoding)).observations["country"].to_list() == ["CIV"]


def test_the_official_file_is_read_whole(data_folder):
    [path] = (data_folder / "labour").glob("EMP_NIFL*.csv")
    reading = Ilostat().read(Probe.of(path, path.name))
    counts = reading.observations.group_by("breakdown").len().sort("breakdown").rows()
    assert counts == [("", 1184), ("sex=female", 1184), ("sex=male", 1184)]
    assert reading.taken + reading.left == 3559 - 1, "one of the seven rows for other sexes has no value"
    assert reading.observations["country"].n_unique() == 141
    said = reading.observations.filter(pl.col("country") == "AFG", pl.col("year") == 2021).sort("breakdown")
    assert said["value"].to_list() == [0.86395, 0.97295, 0.82987]
    assert {row["severity"] for row in reading.aside.rows} == {"remark"}
