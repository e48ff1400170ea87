"""ND-GAIN and INFORM: which of three like files one is, whose codes agree with names, and what is left."""

import polars as pl
import pytest
from evidence.files import put

from bothshores.evidence.probe import Probe
from bothshores.evidence.sources.inform_risk import InformRisk
from bothshores.evidence.sources.nd_gain import NdGain

GAIN = {"NPL": ("Nepal", 41.7), "NOR": ("Norway", 75.4), "SOM": ("Somalia", 30.0)}
READY = {"NPL": ("Nepal", 0.34), "NOR": ("Norway", 0.76), "SOM": ("Somalia", 0.24)}
VULNERABLE = {"NPL": ("Nepal", 0.51), "NOR": ("Norway", 0.26), "SOM": ("Somalia", 0.68)}
TRENDS = "CountryName,Iso3,GNAYear,IndicatorId,FullName,IndicatorScore\nNepal,NPL,2024,INFORM,INFORM Risk Index,4.6\n"


def wide(values, header='"ISO3","Name","2019","2020"'):
    return header + "\n" + "".join(f'"{code}","{name}",{v},{v}\n' for code, (name, v) in values.items())


def read(source, folder, text, name="a.csv"):
    path = put(folder, name, text)
    probe = Probe.of(path, path.name)
    assert source().recognises(probe)
    return source().read(probe)


def rules(reading):
    return {row["rule"]: row for row in reading.aside.rows}


@pytest.mark.parametrize(
    ("values", "indicator"),
    [(GAIN, "climate_adaptation_score"), (READY, "climate_readiness"), (VULNERABLE, "climate_vulnerability")],
)
def test_values_tell_which_file_it_is(tmp_path, values, indicator):
    reading = read(NdGain, tmp_path, wide(values))
    assert reading.observations["indicator"].unique().to_list() == [indicator]
    assert (reading.taken, reading.left) == (6, 0)
    assert reading.vintage == "2020 (latest year in the file)"


def test_a_name_that_contradicts_the_values_is_a_problem(tmp_path):
    reading = read(NdGain, tmp_path, wide(READY), "vulnerability.csv")
    assert (reading.taken, list(rules(reading))) == (0, ["name_and_values_differ"])


def test_where_values_do_not_tell_the_name_does_and_else_nothing(tmp_path):
    nepal = wide({"NPL": ("Nepal", 0.4)})
    assert read(NdGain, tmp_path, nepal, "readiness.csv").taken == 2
    assert list(rules(read(NdGain, tmp_path, nepal))) == ["no_indicator"]


WIDE_BAD = {
    "cut": (wide(GAIN)[:-2], "cut"),
    "code and name of two countries": (wide(GAIN | {"AUS": ("Austria", 70.0)}), "code_and_name_differ"),
    "an unknown code": (wide(GAIN | {"XYZ": ("Nowhere", 70.0)}), "unknown_country"),
    "code and name swapped": (wide(GAIN | {"India": ("IND", 45.0)}), "unknown_country"),
    "thousands separators": (wide(GAIN | {"IND": ("India", '"1,045.0"')}), "number_marks"),
    "a footnote": (wide(GAIN) + '"Source: ND-GAIN",,,\n', "no_figure"),
}


@pytest.mark.parametrize(("text", "rule"), WIDE_BAD.values(), ids=WIDE_BAD)
def test_what_is_wrong_is_named_and_good_rows_go_on(tmp_path, text, rule):
    reading = read(NdGain, tmp_path, text)
    assert rule in rules(reading)
    assert ("NPL", 2020, 41.7) in reading.observations.select("country", "year", "value").rows()


def test_gain_is_made_of_readiness_and_vulnerability(data_folder):
    """The publisher's own formula holds in every country and year of the official files, as they were read."""
    frames = {}
    for path in sorted((data_folder / "risk" / "ndgain").glob("*.csv")):
        reading = NdGain().read(Probe.of(path, path.name))
        assert reading.aside.rows == []
        frames[path.stem] = reading.observations.select("country", "year", pl.col("value").alias(path.stem))
    both = frames["gain"].join(frames["readiness"], on=["country", "year"])
    both = both.join(frames["vulnerability"], on=["country", "year"])
    assert both.height == frames["gain"].height == 182 * 26
    made = 50 * (both["readiness"] - both["vulnerability"] + 1)
    assert (made - both["gain"]).abs().max() < 1e-6


TREND_BAD = {
    "cut": (TRENDS + "India,IND,2024,INFORM,INFORM Risk Index,5", "cut"),
    "code and name of two countries": (TRENDS + "Austria,AUS,2024,INFORM,x,2.0\n", "code_and_name_differ"),
    "another indicator": (TRENDS + "India,IND,2024,HA.NAT,Natural,5.1\n", "unknown_indicator"),
    "columns swapped": (TRENDS + "IND,India,2024,INFORM,x,5.1\n", "unknown_country"),
    "year and value swapped": (TRENDS + "India,IND,5.1,INFORM,x,2024\n", "wrong_year"),
    "a footnote": (TRENDS + "Note: trends are recalculated,,,,,\n", "no_figure"),
}


@pytest.mark.parametrize(("text", "rule"), TREND_BAD.values(), ids=TREND_BAD)
def test_what_is_wrong_in_trends_is_named_and_good_rows_go_on(tmp_path, text, rule):
    reading = read(InformRisk, tmp_path, text)
    assert rule in rules(reading)
    assert reading.observations.filter(country="NPL")["value"].to_list() == [4.6]


def test_a_decimal_comma_is_read_as_one(tmp_path):
    reading = read(InformRisk, tmp_path, TRENDS + 'India,IND,2024,INFORM,x,"5,1"\n')
    assert reading.observations.filter(country="IND")["value"].to_list() == [5.1]


def test_a_score_above_ten_is_left(tmp_path):
    from bothshores.evidence import gather

    put(tmp_path, "a.csv", TRENDS + "India,IND,2024,INFORM,x,51\n")
    evidence = gather([tmp_path])
    assert evidence.observations.filter(source="inform_risk").height == 1
    assert "implausible" in evidence.issues["rule"]


@pytest.mark.parametrize("column", ["Iso3", "GNAYear", "IndicatorId", "IndicatorScore"])
def test_a_renamed_column_is_named(tmp_path, column):
    assert column in rules(read(InformRisk, tmp_path, TRENDS.replace(column, "x")))["wrong_header"]["args"]


def test_the_official_trends_are_read_whole(data_folder):
    path = data_folder / "risk" / "inform_risk_index_trends.csv"
    reading = InformRisk().read(Probe.of(path, path.name))
    assert (reading.taken, reading.left, reading.aside.rows) == (7640, 0, [])
    assert reading.observations.group_by("indicator").len()["len"].to_list() == [1910] * 4
    nepal = reading.observations.filter(country="NPL", year=2024).sort("indicator")
    assert nepal.select("indicator", "value").rows() == [
        ("coping_capacity_lack", 5.9), ("crisis_risk", 4.6), ("crisis_vulnerability", 4.8), ("hazard_exposure", 3.4),
    ]  # fmt: skip
