"""The bilateral matrix: a row sends, a column receives; totals are compared, never taken."""

import pytest
from evidence.files import put, workbook

from bothshores.evidence import gather
from bothshores.evidence.probe import Probe
from bothshores.evidence.sources.world_bank_bilateral import WorldBankBilateral

TITLE = "Bilateral Remittance Estimates for 2017 using Migrant Stocks (millions of US$) (April 2018 Version)"
CORNER = "receiving (across) / sending (down) "
MATRIX = (
    (TITLE, "", "", "", "", ""),
    (CORNER, "India", "Nepal", "Kosovo", "Qatar", "WORLD"),
    ("India", "0", "1000", "1", "0", "1001"),
    ("Nepal", "3000", "0", "", "-", "3000"),
    ("Qatar", "4000", "2000", "0", "0", "6000"),
    ("WORLD", "7000", "3000", "1", "0", "10001"),
    ("", "", "", "", "", ""),
    ("Notes:", "", "", "", "", ""),
)


def read(folder, rows):
    path = put(folder, "a.xlsx", workbook({"x": rows}))
    probe = Probe.of(path, path.name)
    assert WorldBankBilateral().recognises(probe)
    return WorldBankBilateral().read(probe)


def changed(**cells):
    """The matrix with cells replaced, named as in a sheet: B3 is India to itself."""
    rows = [list(row) for row in MATRIX]
    for place, text in cells.items():
        rows[int(place[1:]) - 1]["ABCDEF".index(place[0])] = text
    return rows


def rules(reading):
    return {row["rule"]: row for row in reading.aside.rows}


def test_a_row_sends_and_a_column_receives_in_dollars(tmp_path):
    reading = read(tmp_path, MATRIX)
    assert reading.corridor_remittances.select("sender", "receiver", "usd").rows() == [
        ("IND", "NPL", 1e9), ("IND", "QAT", 0.0), ("NPL", "IND", 3e9), ("QAT", "IND", 4e9), ("QAT", "NPL", 2e9),
    ]  # fmt: skip
    assert set(reading.corridor_remittances.select("year", "vintage", "status").rows()) == {
        (2017, "2018-04", "estimated")
    }
    assert reading.observations.is_empty(), "a model's output is no indicator"
    assert {rule: row["severity"] for rule, row in rules(reading).items()} == {
        "aggregate": "remark", "no_iso_code": "remark", "same_country": "remark",
    }  # fmt: skip


def test_no_cell_is_lost(tmp_path):
    reading = read(tmp_path, MATRIX)
    cells = sum(cell not in ("", "-") for row in MATRIX[2:6] for cell in row[1:])
    assert reading.taken + reading.left == cells == 18


@pytest.mark.parametrize("text", ["1,234.5", "many", "-5", "1 000", "12a"])
def test_a_cell_that_is_no_amount_is_named_and_the_others_go_on(tmp_path, text):
    reading = read(tmp_path, changed(C3=text))
    problem = rules(reading)["not_a_number"]
    assert (problem["row"], text in problem["args"]) == ("3", True)
    assert reading.corridor_remittances.height == 4
    assert rules(reading)["totals_differ"]["column"] == "Nepal", "the total shows what is missing"


def test_a_small_difference_of_the_publishers_is_a_remark_and_a_large_one_a_problem(tmp_path):
    for stated, severity in (("7005", "remark"), ("7500", "problem")):
        found = rules(read(tmp_path, changed(B6=stated)))["totals_differ"]
        assert (found["column"], found["country"], found["severity"]) == ("India", "IND", severity)


def test_names_that_changed_places_show_on_the_diagonal(tmp_path):
    found = rules(read(tmp_path, changed(B2="Nepal", C2="India")))["sends_to_itself"]
    assert (found["severity"], found["count"]) == ("problem", 2)


def test_a_country_given_twice_is_named_and_its_first_row_stays(tmp_path):
    reading = read(tmp_path, [*MATRIX[:3], ("India", "0", "5", "1", "0", "6"), *MATRIX[3:]])
    assert rules(reading)["duplicate_row"]["row"] == "4"
    assert reading.corridor_remittances.filter(sender="IND", receiver="NPL")["usd"].item() == 1e9


def test_a_table_cut_after_some_rows_is_named(tmp_path):
    reading = read(tmp_path, MATRIX[:4])
    assert rules(reading)["no_total"]["severity"] == "problem"
    assert reading.corridor_remittances.height == 3


@pytest.mark.parametrize("cells", [{"A1": "Table"}, {"A2": "sending (across) / receiving (down)"}, {"A2": ""}])
def test_without_title_or_corner_nothing_is_guessed(tmp_path, cells):
    reading = read(tmp_path, changed(**cells))
    assert list(rules(reading)) == ["wrong_header"]
    assert (reading.taken, reading.left > 0) == (0, True)


def test_corridors_reach_the_evidence_and_its_sources(tmp_path):
    evidence = gather([put(tmp_path, "m.xlsx", workbook({"x": MATRIX}))])
    assert evidence.corridor_remittances.height == 5
    row = evidence.sources.filter(source="world_bank_bilateral").row(0, named=True)
    assert (row["file"], row["rows_taken"], row["rows_left"], row["vintage"]) == ("m.xlsx", 5, 13, "2018-04")
