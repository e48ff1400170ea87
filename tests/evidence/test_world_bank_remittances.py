"""The remittance workbook: inflows are read, outflows are told apart."""

from evidence.files import put, workbook

from bothshores.evidence.probe import Probe
from bothshores.evidence.sources.world_bank_remittances import INFLOWS, OUTFLOWS, WorldBankRemittances


def read(folder, rows):
    path = put(folder, "a.xlsx", workbook({"Remittance inflows": rows}))
    probe = Probe.of(path, path.name)
    assert WorldBankRemittances().recognises(probe)
    return WorldBankRemittances().read(probe)


def test_millions_become_dollars_and_estimates_are_marked(tmp_path):
    reading = read(
        tmp_path,
        [
            (INFLOWS, "2018", "2019e", "Remittances as a share of GDP in 2019 (%)"),
            ("Nepal", "8293.84128", "8127.9644544", "27.26"),
            ("Congo, Dem. Rep.", "", "1823", "-"),
            ("Kosovo", "1", "2", "3"),
            ("World", "1", "2", ""),
            ("", "", "", ""),
            ("Note: All numbers are in current (nominal) US $.", "", "", ""),
            ("Date: April 2020", "", "", ""),
        ],
    )
    assert {(row[0], row[2], row[6], row[7]) for row in reading.observations.rows()} == {
        ("NPL", 2018, 8293841280.0, "observed"),
        ("NPL", 2019, 8127964454.4, "estimated"),
        ("COD", 2019, 1823000000.0, "estimated"),
    }
    assert reading.vintage == "2020-04"
    assert [row["rule"] for row in reading.aside.rows] == ["no_iso_code", "aggregate"]
    assert reading.left == 4


def test_a_cell_that_is_no_number_is_named(tmp_path):
    reading = read(tmp_path, [(INFLOWS, "2018", "2019"), ("Nepal", "many", "5")])
    [problem] = reading.aside.rows
    assert (problem["rule"], problem["row"], problem["column"], problem["country"]) == (
        "not_a_number", "2", "2018", "NPL",
    )  # fmt: skip
    assert reading.taken == 1


def test_outflows_are_not_taken_for_inflows(tmp_path):
    reading = read(tmp_path, [(OUTFLOWS, "2018"), ("Nepal", "5")])
    assert reading.taken == 0
    assert [row["rule"] for row in reading.aside.rows] == ["outflows"]
    assert reading.left == 1
