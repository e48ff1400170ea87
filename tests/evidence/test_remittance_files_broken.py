"""The publishers' own files on remittances, broken in turn: each fault is named, good rows go on, no traceback."""

import csv
import io

import openpyxl
import pytest
from evidence.files import put, workbook

from bothshores.evidence.gather import Walk, quiet

pytestmark = pytest.mark.slow


def problems(folder, name, data):
    """How many figures a file gives, and the rules it breaks."""
    walk = Walk(quiet)
    walk.through(put(folder, name, data))
    asides = [*walk.others, *(each.reading.aside for each in walk.files)]
    return sum(each.reading.taken for each in walk.files), [
        row["rule"] for aside in asides for row in aside.rows if row["severity"] == "problem"
    ]


@pytest.fixture(scope="module")
def prices(data_folder):
    [file] = (data_folder / "remittances").glob("rpw*.csv")
    return list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"))))


@pytest.fixture(scope="module")
def sheets(data_folder):
    """Cells of each workbook as text."""
    return {
        file.name.split("_")[0]: [
            ["" if cell is None else str(cell) for cell in row]
            for row in openpyxl.load_workbook(file, read_only=True, data_only=True).worksheets[0].values
        ]
        for file in (data_folder / "remittances").glob("*.xlsx")
    }


def text(rows, separator=","):
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\n").writerows(rows)
    return out.getvalue()


def test_prices_with_each_column_renamed_in_turn(prices, tmp_path):
    whole, none = problems(tmp_path, "0.csv", text(prices))
    assert (whole, none) == (11_293, [])
    for place in range(len(prices[0])):
        head = [*prices[0]]
        head[place] = "Renamed"
        taken, rules = problems(tmp_path, f"{place}.csv", text([head, *prices[1:]]))
        if "Name" in prices[0][place]:
            assert (taken, rules) == (whole, ["wrong_header"] if rules else []), "names are not read"
        elif "Code" in prices[0][place]:
            assert (taken, rules) == (0, ["wrong_header"])
        else:
            assert 0 < taken < whole
            assert rules == ["wrong_header"]


@pytest.mark.parametrize("share", [0.001, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 0.9999])
def test_prices_cut_anywhere(prices, tmp_path, share):
    whole = text(prices)
    taken, rules = problems(tmp_path, "a.csv", whole[: int(len(whole) * share)])
    assert rules
    assert taken < 11_293


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_prices_in_other_encodings_and_separators(prices, tmp_path, encoding, separator):
    taken, rules = problems(tmp_path, "a.csv", text(prices, separator).encode(encoding, errors="replace"))
    assert (taken, rules) == (11_293, [])


def test_prices_in_wide_letters_are_read_or_named(prices, tmp_path):
    assert problems(tmp_path, "a.csv", text(prices).encode("utf-16")) == (11_293, [])
    assert problems(tmp_path, "b.csv", text(prices).encode("utf-32")) == (0, ["not_recognised"])


def test_prices_with_swapped_codes(prices, tmp_path):
    swapped = [
        [row[5], row[4], *row[2:4], row[1], row[0], *row[6:]] if number else row for number, row in enumerate(prices)
    ]
    taken, rules = problems(tmp_path, "a.csv", text(swapped))
    assert taken == 0
    assert "unknown_country" in rules


@pytest.mark.parametrize("sheet", ["april2020", "remittance"])
def test_a_table_by_country_with_each_head_renamed_in_turn(sheets, tmp_path, sheet):
    rows = sheets[sheet]
    whole, none = problems(tmp_path, "a.xlsx", workbook({"x": rows}))
    assert (whole > 5000, none) == (True, [])
    for place in (0, 1, 20, len(rows[0]) - 2):
        head = [*rows[0]]
        head[place] = "Renamed"
        taken, rules = problems(tmp_path, "a.xlsx", workbook({"x": [head, *rows[1:]]}))
        assert rules == (["not_recognised"] if place == 0 else ["wrong_header"])
        assert (taken == 0) if place == 0 else (0 < taken < whole)


@pytest.mark.parametrize("sheet", ["april2020", "remittance"])
def test_a_table_by_country_with_thousands_separators(sheets, tmp_path, sheet):
    [nepal] = [number for number, row in enumerate(sheets[sheet]) if row[0] == "Nepal"]
    rows = [[*row] for row in sheets[sheet]]
    figures = [place for place, cell in enumerate(rows[nepal][:-1]) if place and cell]
    for place in figures:
        rows[nepal][place] = f"{float(rows[nepal][place]) + 1000:,.2f}"
    taken, rules = problems(tmp_path, "a.xlsx", workbook({"x": rows}))
    whole, _none = problems(tmp_path, "b.xlsx", workbook({"x": sheets[sheet]}))
    assert (whole - taken, rules) == (len(figures), ["not_a_number"] * len(figures))


def test_the_matrix_broken_in_turn(sheets, tmp_path):
    whole, none = problems(tmp_path, "a.xlsx", workbook({"x": sheets["WB"]}))
    assert (whole, none) == (44_728, [])
    title, corner, *rows = sheets["WB"]
    places = {"India": "Nepal", "Nepal": "India"}
    swapped = [places.get(name, name) for name in corner]
    broken = {
        "wrong_header": [["Renamed"], corner, *rows],
        "no_total": [title, corner, *rows[:100]],
        "sends_to_itself": [title, swapped, *rows],
        "not_a_number": [title, corner, ["x" if cell else "" for cell in rows[0]], *rows[1:]],
        "totals_differ": [title, corner, *rows[1:]],
    }
    for rule, cells in broken.items():
        _taken, rules = problems(tmp_path, "b.xlsx", workbook({"x": cells}))
        assert rule in rules
