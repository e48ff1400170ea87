"""The matrix of origins and destinations: whose sex it counts, which years are whole, and what sums to what."""

import json

import polars as pl
from evidence.files import put

from bothshores.evidence.probe import Probe
from bothshores.evidence.sources.un_desa_matrix import UnDesaMatrix

HEADER = "Year,Destination,Total,Other South,Other North,Nepal,India,Channel Islands\n"
WORLD = "1990,WORLD,153011473,0,0,491818,410401,7\n"
ASIA = "1990,Asia,..,..,..,..,..,..\n"


def read(folder, text):
    path = put(folder, "a.csv", text)
    probe = Probe.of(path, path.name)
    assert UnDesaMatrix().recognises(probe)
    return UnDesaMatrix().read(probe)


def whole(nepal="1990,Nepal,429078,0,0,,410401,\n", india="1990,India,152582395,0,0,491818,,7\n"):
    return HEADER + WORLD + ASIA + nepal + india


def test_stocks_by_corridor_and_each_origins_sum(tmp_path):
    reading = read(tmp_path, whole())
    assert {row[:4] + row[6:] for row in reading.stocks.rows()} == {
        ("IND", "NPL", 1990, "all", 410401),
        ("NPL", "IND", 1990, "all", 491818),
    }
    assert dict(zip(*reading.observations.select("country", "value"), strict=True)) == {"IND": 410401, "NPL": 491818}
    assert {row["rule"] for row in reading.aside.rows} == {"no_iso_code", "aggregate"}


def test_the_world_total_tells_whose_sex_is_counted(tmp_path):
    women = whole().replace("153011473", "75349784").replace("152582395", "74920706")
    assert read(tmp_path, women).stocks["sex"].unique().to_list() == ["female"]
    unknown = read(tmp_path, whole().replace("153011473", "153011474"))
    assert [row["rule"] for row in unknown.aside.rows] == ["unknown_edition"]
    assert unknown.taken == 0


def test_a_year_that_does_not_sum_is_left(tmp_path):
    reading = read(tmp_path, whole(india=""))
    assert "year_not_whole" in {row["rule"] for row in reading.aside.rows}
    assert reading.taken == 0


def test_a_wrong_cell_is_named_and_the_others_go_on(tmp_path):
    reading = read(tmp_path, whole(nepal="1990,Nepal,429078,0,0,,x,\n"))
    assert "not_a_number" in {row["rule"] for row in reading.aside.rows}
    assert reading.stocks["origin"].to_list() == ["NPL"]


def test_a_contradicting_world_row_is_a_remark_and_the_sum_is_taken(tmp_path):
    reading = read(tmp_path, whole().replace("0,0,491818,410401,7", "0,0,400000,410401,7"))
    [remark] = [row for row in reading.aside.rows if row["rule"] == "totals_differ"]
    assert (remark["country"], remark["severity"]) == ("NPL", "remark")
    assert json.loads(remark["args"]) == {"stated": "whole:400000", "sum": "whole:491818", "year": "year:1990"}
    taken = {row["country"]: row for row in reading.observations.iter_rows(named=True)}
    assert taken["NPL"]["value"] == 491818
    assert taken["NPL"]["locator"] == "column Nepal, year 1990, sum of 1 destinations; the row WORLD states 400000"
    assert taken["IND"]["locator"] == "column India, year 1990, sum of 1 destinations"


def test_totals_within_one_percent_of_the_sum_are_no_remark(tmp_path):
    reading = read(tmp_path, whole().replace("0,0,491818,410401,7", "0,0,495000,410401,7"))
    assert "totals_differ" not in {row["rule"] for row in reading.aside.rows}


def test_the_published_file_contradicts_itself_for_one_origin_in_four(data_folder):
    path = data_folder / "stocks" / "migrants_by_origin_and_destination_total.csv"
    reading = UnDesaMatrix().read(Probe.of(path, path.name))
    remarks = {row["country"]: row for row in reading.aside.rows if row["rule"] == "totals_differ"}
    assert (len(remarks), reading.observations["country"].n_unique()) == (62, 231)
    assert json.loads(remarks["PHL"]["args"]) == {
        "stated": "whole:5377337", "sum": "whole:5996161", "year": "year:2019"
    }  # fmt: skip
    philippines = reading.observations.filter(pl.col("country") == "PHL", pl.col("year") == 2019)
    assert philippines["value"].item() == 5996161
    assert philippines["locator"].item().endswith("the row WORLD states 5377337")
