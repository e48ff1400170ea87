"""The remittance workbooks: inflows and outflows, one shape, each its own indicator."""

from evidence.files import put, workbook

from bothshores.evidence.probe import Probe
from bothshores.evidence.sources.world_bank_outflows import OUTFLOWS, WorldBankOutflows
from bothshores.evidence.sources.world_bank_remittances import INFLOWS, WorldBankRemittances


def read(folder, rows, source=WorldBankRemittances):
    path = put(folder, "a.xlsx", workbook({"Remittance inflows": rows}))
    probe = Probe.of(path, path.name)
    assert [each for each in (WorldBankRemittances, WorldBankOutflows) if each().recognises(probe)] == [source]
    return source().read(probe)


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


def test_outflows_are_remittances_sent(tmp_path):
    reading = read(tmp_path, [(OUTFLOWS, "2018"), ("Nepal", "5"), ("Date: April 2020", "")], WorldBankOutflows)
    assert reading.observations.select("country", "indicator", "year", "source", "vintage", "value").rows() == [
        ("NPL", "remittances_sent_usd", 2018, "world_bank_outflows", "2020-04", 5e6),
    ]


def test_footnotes_other_columns_and_thousands_separators_are_named_and_good_cells_go_on(tmp_path):
    reading = read(
        tmp_path,
        [
            (OUTFLOWS, "Year 2017", "2018", "2019", "Remittances as a share of GDP in 2018 (%)"),
            ("Nepal", "1", "1,234.5", "7", "0.1"),
            ("India (a)", "", "8", "9", "0.1"),
            ("(a) A note.", "", "", "", ""),
        ],
        WorldBankOutflows,
    )
    found = {row["rule"]: (row["row"], row["column"], row["args"]) for row in reading.aside.rows}
    assert found == {
        "wrong_header": ("1", "Year 2017", '{"value": "text:Year 2017"}'),
        "not_a_number": ("2", "2018", '{"value": "text:1,234.5"}'),
        "no_iso_code": ("3", "", '{"place": "text:India (a)"}'),
    }
    assert reading.observations.select("country", "year").rows() == [("NPL", 2019)]
    assert (reading.taken, reading.left) == (1, 4)


def test_a_country_given_twice_is_named_and_its_first_row_stays(tmp_path):
    reading = read(tmp_path, [(INFLOWS, "2018"), ("Nepal", "5"), ("Nepal", "6")])
    [problem] = reading.aside.rows
    assert (problem["rule"], problem["row"], problem["country"], reading.left) == ("duplicate_row", "3", "NPL", 1)
    assert reading.observations["value"].to_list() == [5e6]


def test_a_table_without_years_says_that_it_holds_nothing(tmp_path):
    reading = read(tmp_path, [(INFLOWS, "a", "b"), ("Nepal", "5", "6")])
    assert [row["rule"] for row in reading.aside.rows] == ["wrong_header", "wrong_header", "empty"]
    assert (reading.taken, reading.left) == (0, 2)
