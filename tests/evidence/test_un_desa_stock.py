"""The migrant stock workbook: title rows, groups, missing cells and areas without a code."""

import pytest
from evidence.files import put, workbook

from bothshores.evidence.probe import Probe
from bothshores.evidence.sources.un_desa_stock import SHEET, UnDesaStock

SAMPLE = [list(row) for row in UnDesaStock.samples[0].sheets[SHEET]]


def read(folder, rows, sheet=SHEET):
    path = put(folder, "a.xlsx", workbook({sheet: rows}))
    probe = Probe.of(path, path.name)
    return UnDesaStock().read(probe) if UnDesaStock().recognises(probe) else None


def test_countries_are_taken_groups_are_left_and_dots_are_no_figure(tmp_path):
    reading = read(tmp_path, SAMPLE)
    assert {(row[0], row[2], row[3], row[6]) for row in reading.observations.rows()} == {
        ("BDI", 1990, "", 333110.0),
        ("BDI", 1990, "sex=male", 163269.0),
        ("BDI", 1990, "sex=female", 169841.0),
    }
    assert [(row["rule"], row["count"]) for row in reading.aside.rows] == [("aggregate", 1)]
    assert reading.vintage == "2019"


def test_a_cell_that_is_no_number_is_named(tmp_path):
    rows = [row.copy() for row in SAMPLE]
    rows[5][5] = "many"
    rows[5][6] = "-7"
    reading = read(tmp_path, rows)
    wrong = [(row["rule"], row["row"], row["column"], row["country"]) for row in reading.aside.rows[:2]]
    assert wrong == [
        ("not_a_number", "6", "both sexes 1990", "BDI"),
        ("not_a_number", "6", "male 1990", "BDI"),
    ]
    assert reading.taken == 1


def test_an_area_without_an_iso_code_is_named(tmp_path):
    rows = [*SAMPLE, ["250", "Channel Islands", "20", "830", "B", "83833", "40068", "43765"]]
    reading = read(tmp_path, rows)
    assert ("no_iso_code", 3) in [(row["rule"], 3) for row in reading.aside.rows]


def test_a_table_without_countries_is_a_problem(tmp_path):
    assert [row["rule"] for row in read(tmp_path, SAMPLE[:4]).aside.rows] == ["empty"]


@pytest.mark.parametrize("sheet", ["Table 2", "Sheet1"])
def test_another_sheet_is_not_recognised(tmp_path, sheet):
    assert read(tmp_path, SAMPLE, sheet) is None
