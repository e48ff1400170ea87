"""Prices by corridor and quarter, and what a receiving country pays on average."""

import pytest
from evidence.files import put

from bothshores.evidence import gather
from bothshores.evidence.probe import Probe
from bothshores.evidence.sources.remittance_prices import RemittancePrices

HEAD = (
    "Sending Countries Name,Sending Countries Code,Series Name,Series Code,Receiving Countries  Name,"
    "Receiving Countries  Code,2019Q3 [YR2019Q3],2019Q4 [YR2019Q4],2020Q1 [YR2020Q1]\n"
)
COST = "Average Total Cost to remit in corridor,ATCR.CORR"
QATAR = f"Qatar,QAT,{COST},Nepal,NPL,5,3,..\n"
JAPAN = f"Japan,JPN,{COST},Nepal,NPL,..,7,8\n"
TAIL = (
    ",,,,,,,,\nData from database: Remittance Prices Worldwide (Corridors),,,,,,,,\nLast Updated: 12/07/2020,,,,,,,,\n"
)
WHOLE = HEAD + QATAR + JAPAN + TAIL


def read(folder, text):
    path = put(folder, "a.csv", text)
    probe = Probe.of(path, path.name)
    assert RemittancePrices().recognises(probe)
    return RemittancePrices().read(probe)


def rules(reading):
    return {row["rule"]: row for row in reading.aside.rows}


def test_percent_of_the_amount_becomes_a_share(tmp_path):
    reading = read(tmp_path, WHOLE)
    columns = ("sender", "receiver", "year", "quarter", "amount_usd", "cost_share")
    assert sorted(reading.corridor_prices.select(columns).rows()) == [
        ("JPN", "NPL", 2019, 4, 200, 0.07), ("JPN", "NPL", 2020, 1, 200, 0.08), ("QAT", "NPL", 2019, 3, 200, 0.05),
        ("QAT", "NPL", 2019, 4, 200, 0.03),
    ]  # fmt: skip
    assert reading.vintage == "2020-12-07"
    assert [(row["rule"], row["severity"]) for row in reading.aside.rows] == [("amount_taken", "remark")]


def test_a_years_average_is_that_of_its_last_quarter_over_corridors_alike(tmp_path):
    table = read(tmp_path, WHOLE).observations
    assert table.select("country", "indicator", "year", "value", "locator").rows() == [
        ("NPL", "remittance_cost_share", 2019, 0.05, "2019Q4, simple average of 2 corridors"),
        ("NPL", "remittance_cost_share", 2020, 0.08, "2020Q1, simple average of 1 corridors"),
    ]


def test_a_price_below_zero_is_kept_with_a_remark(tmp_path):
    reading = read(tmp_path, WHOLE.replace("5,3,", "-5,3,"))
    assert reading.corridor_prices["cost_share"].min() == -0.05
    assert rules(reading)["below_zero"]["severity"] == "remark"


@pytest.mark.parametrize("text", ['"1,234"', "many", "NaN", "1e9"])
def test_a_cell_that_is_no_price_is_named_and_the_others_go_on(tmp_path, text):
    reading = read(tmp_path, WHOLE.replace(",5,3,", f",{text},3,"))
    assert rules(reading)["not_a_number"]["row"] == "1"
    assert (reading.corridor_prices.height, reading.left) == (3, 1)


@pytest.mark.parametrize(
    ("old", "new"),
    [("Sending Countries Code", "From"), ("Receiving Countries  Code", "To"), ("Series Code", "Code")],
)
def test_a_renamed_column_is_named_and_its_figures_are_counted(tmp_path, old, new):
    reading = read(tmp_path, WHOLE.replace(old, new))
    assert rules(reading)["wrong_header"]["severity"] == "problem"
    assert (reading.taken, reading.left >= 4) == (0, True)


def test_a_renamed_quarter_is_named_and_the_others_go_on(tmp_path):
    reading = read(tmp_path, WHOLE.replace("2019Q4 [YR2019Q4]", "Q4 2019"))
    assert (rules(reading)["wrong_header"]["count"], reading.left, reading.corridor_prices.height) == (2, 2, 2)


def test_names_where_codes_belong_are_named(tmp_path):
    swapped = WHOLE.replace("Countries Name,Sending Countries Code", "Countries Code,Sending Countries Name")
    reading = read(tmp_path, swapped)
    assert (rules(reading)["unknown_country"]["count"], reading.taken) == (4, 0)


def test_other_series_and_places_without_a_code_are_remarks(tmp_path):
    reading = read(tmp_path, HEAD + QATAR + JAPAN.replace("ATCR.CORR", "X") + QATAR.replace("NPL", "KSV") + TAIL)
    assert {rule: (row["severity"], row["count"]) for rule, row in rules(reading).items()} == {
        "unknown_indicator": ("remark", 2), "no_iso_code": ("remark", 2), "amount_taken": ("remark", 1),
    }  # fmt: skip


def test_a_corridor_given_twice_is_named(tmp_path):
    reading = read(tmp_path, HEAD + QATAR + QATAR.replace("5,3", "5,4") + TAIL)
    assert rules(reading)["duplicate_row"]["row"] == "2"
    assert reading.corridor_prices.filter(quarter=4)["cost_share"].item() == 0.03


@pytest.mark.parametrize("cut", [HEAD + QATAR + JAPAN, HEAD + QATAR + JAPAN[:-4], (HEAD + QATAR + TAIL)[:-20]])
def test_a_cut_file_gives_prices_but_no_averages(tmp_path, cut):
    reading = read(tmp_path, cut)
    assert "problem" in {row["severity"] for row in reading.aside.rows}
    assert (reading.corridor_prices.height >= 2, reading.observations.height) == (True, 0)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "latin-1", "cp1252"])
def test_other_encodings_of_one_byte_do_not_matter_since_codes_are_read(tmp_path, encoding):
    text = WHOLE.replace("Qatar", "Côte d'Ivoire").replace("QAT", "CIV").encode(encoding)
    assert read(tmp_path, text).corridor_prices.filter(sender="CIV").height == 2


def test_semicolons_and_decimal_commas_are_read(tmp_path):
    reading = read(tmp_path, WHOLE.replace(",", ";").replace(";5;3;", ";5,1;3;"))
    assert "number_marks" in rules(reading)
    assert reading.corridor_prices.height == read(tmp_path, WHOLE).corridor_prices.height
    assert 0.051 in reading.corridor_prices["cost_share"].to_list()


def test_a_file_in_two_bytes_a_letter_is_read(tmp_path):
    whole, wide = (
        gather([put(tmp_path, name, WHOLE.encode(code))]) for name, code in (("a", "utf-8"), ("b", "utf-16"))
    )
    assert wide.corridor_prices.height == whole.corridor_prices.height > 0
