"""World Population Prospects: which measure a file holds, what is a country, and the publisher's own world."""

import polars as pl
import pytest
from evidence.files import put

from bothshores.evidence.probe import Probe
from bothshores.evidence.sources.un_wpp import UnWpp

HEADER = "country_code\tcountry\t1950\t2021\n"
WORLD = "900\tWorld\t92083.258\t1219.59\n"
NEPAL = "524\tNepal\t395.211\t609.79\n"
INDIA = "356\tIndia\t91688.047\t609.8\n"
BIRTHS = HEADER + WORLD + "1834\tSub-Saharan Africa\t1\t2\n" + NEPAL + INDIA


def read(folder, text, name="a.txt"):
    path = put(folder, name, text)
    probe = Probe.of(path, path.name)
    assert UnWpp().recognises(probe)
    return UnWpp().read(probe)


def rules(reading):
    return {row["rule"]: row for row in reading.aside.rows}


def test_thousands_become_persons_and_groups_are_left(tmp_path):
    reading = read(tmp_path, BIRTHS)
    assert set(reading.observations.select("country", "indicator", "year", "value").rows()) == {
        ("NPL", "births", 1950, 395_211.0), ("NPL", "births", 2021, 609_790.0),
        ("IND", "births", 1950, 91_688_047.0), ("IND", "births", 2021, 609_800.0),
    }  # fmt: skip
    assert (reading.vintage, reading.taken, reading.left) == ("2022", 4, 4)
    assert rules(reading).keys() == {"aggregate"}


def test_values_tell_the_measure_and_a_wrong_name_is_a_problem(tmp_path):
    assert read(tmp_path, BIRTHS, "births.txt").taken == 4
    wrong = read(tmp_path, BIRTHS, "deaths.txt")
    assert (wrong.taken, list(rules(wrong))) == (0, ["name_and_values_differ"])
    unknown = BIRTHS.replace("92083.258", "92083.259").replace("395.211", "395.212")
    assert list(rules(read(tmp_path, unknown))) == ["no_indicator"]
    named = read(tmp_path, unknown, "births.txt")
    assert (named.taken, named.vintage) == (4, "edition not stated")


def test_a_missing_row_shows_in_the_world(tmp_path):
    assert rules(read(tmp_path, HEADER + WORLD + NEPAL))["totals_differ"]["severity"] == "problem"


def test_projections_and_columns_of_several_years_are_left(tmp_path):
    text = "country_code\tcountry\t1950\t2021\t2022\t1950-1955\n524\tNepal\t3.86\t-15.05\t-15.05\t-8\n"
    reading = read(tmp_path, text)
    assert reading.observations["value"].to_list() == [3860.0, -15050.0]
    assert {"projection", "period"} <= rules(reading).keys()
    assert reading.left == 2


BAD = {
    "cut": (BIRTHS[:-4], "cut"),
    "a name of another country": (BIRTHS.replace("\tIndia", "\tPakistan"), "code_and_name_differ"),
    "an unknown code": (BIRTHS.replace("356\tIndia", "355\tIndiana"), "unknown_country"),
    "code and name swapped": (BIRTHS.replace("356\tIndia", "India\t356"), "unknown_country"),
    "thousands separators": (BIRTHS.replace("91688.047", "91,688.047"), "number_marks"),
    "a footnote": (BIRTHS + "Source: United Nations\t\t\t\n", "no_figure"),
    "a row twice": (BIRTHS + NEPAL, "duplicate_row"),
    "semicolons": (BIRTHS.replace("\t", ";").replace("91688.047", "91688,047"), "number_marks"),
}


@pytest.mark.parametrize(("text", "rule"), BAD.values(), ids=BAD)
def test_what_is_wrong_is_named_and_good_rows_go_on(tmp_path, text, rule):
    reading = read(tmp_path, text)
    assert rule in rules(reading)
    assert ("NPL", 1950, 395_211.0) in reading.observations.select("country", "year", "value").rows()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path, encoding):
    text = (BIRTHS + "384\tCôte d'Ivoire\t0\t0\n").encode(encoding)
    assert "CIV" in read(tmp_path, text).observations["country"]


def test_columns_in_another_order_are_the_same(tmp_path):
    lines = [line.split("\t") for line in BIRTHS.splitlines()]
    swapped = "\n".join("\t".join((name, code, *years)) for code, name, *years in lines) + "\n"
    assert read(tmp_path, swapped).observations.drop("file").equals(read(tmp_path, BIRTHS).observations.drop("file"))


WORLD_2022 = {
    "births": (92_083_258, 133_974_696), "deaths": (48_788_536, 69_248_154), "migration": (0, 0),
}  # fmt: skip


@pytest.mark.parametrize("measure", WORLD_2022)
def test_countries_sum_to_the_publishers_world(data_folder, measure):
    """Over 235 countries and Kosovo, which has no code, within the rounding of the published thousands."""
    path = data_folder / "population" / f"{measure}.txt"
    reading = UnWpp().read(Probe.of(path, path.name))
    lines = path.read_text(encoding="utf-8").splitlines()
    kosovo = dict(zip(lines[0].split("\t"), next(x for x in lines if x.startswith("412\t")).split("\t"), strict=True))
    assert reading.observations["country"].n_unique() == 235
    assert {row["severity"] for row in reading.aside.rows} == {"remark"}
    for year, world in zip((1950, 2021), WORLD_2022[measure], strict=True):
        total = reading.observations.filter(year=year)["value"].sum() + 1000 * float(kosovo[str(year)])
        assert total == pytest.approx(world, rel=2e-5, abs=20)


def test_the_list_of_places_names_the_one_country_without_a_code(data_folder):
    path = data_folder / "population" / "UNlocations.txt"
    found = rules(read_file(path))
    assert found["no_iso_code"]["args"] == '{"place": "text:Kosovo (under UNSC res. 1244)"}'
    assert found.keys() == {"list_of_places", "no_iso_code"}


def read_file(path):
    probe = Probe.of(path, path.name)
    assert UnWpp().recognises(probe)
    return UnWpp().read(probe)


def test_the_official_file_gives_nepal_in_persons(data_folder):
    reading = read_file(data_folder / "population" / "migration.txt")
    nepal = reading.observations.filter(pl.col("country") == "NPL", pl.col("year") == 2021)
    assert nepal.select("indicator", "value", "vintage", "status").rows() == [
        ("net_migration", 296_541.0, "2022", "estimated")
    ]
