"""What a spreadsheet leaves does no harm; what rewriting the file would lose is said."""

import pytest

from bothshores.store.csv_rows import read_rows
from bothshores.store.issues import Problems


def read(tmp_path, text):
    file = tmp_path / "budget.csv"
    file.write_bytes(text.encode())
    issues = Problems()
    rows = read_rows(file, ["measure", "year", "amount_usd"], issues)
    return rows, [(row["rule"], row["row"], row["column"]) for row in issues.rows]


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffmeasure,year,amount_usd\r\na,2027,5\r\n",
        'measure,year,amount_usd\n"a", 2027 ,5\n\n,,\n',
        "measure,year,amount_usd,,\na,2027,5,,\n",
        "amount_usd,measure,year,note\n5,a,2027,\n",
    ],
)
def test_marks_spaces_empty_lines_and_empty_columns_do_no_harm(tmp_path, text):
    assert read(tmp_path, text) == ([[2, "a", "2027", "5"]], [])


@pytest.mark.parametrize(("header", "column"), [("note", "note"), ("", ""), ("year", "year")])
def test_a_column_of_ones_own_would_be_lost_and_is_named(tmp_path, header, column):
    rows, problems = read(tmp_path, f"measure,year,amount_usd,{header}\na,2027,5,why\n")
    assert rows == [[2, "a", "2027", "5"]]
    assert problems == [("unknown_column", "", column)]


@pytest.mark.parametrize("sign", ["\0", "\x1b", "\x07"])
def test_signs_that_no_text_holds_are_named(tmp_path, sign):
    rows, problems = read(tmp_path, f"measure,year,amount_usd\na{sign},2027,5\nb,2027,5\n")
    assert rows == [[3, "b", "2027", "5"]]
    assert problems == [("no_text", "2", "measure")]
