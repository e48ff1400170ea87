"""Every bad row of `plan/` is an issue with file, row, column and what to do; good rows go on."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bothshores import tables
from bothshores.store import read_plan
from bothshores.store.plan_folder import DECIDED, decided_columns

HEADER = "measure,year,amount_usd\n"


def read(tmp_path, table, content):
    (tmp_path / f"{table}.csv").write_bytes(
        content if isinstance(content, bytes) else content.encode("utf-8", "replace")
    )
    return read_plan(tmp_path)


def problems(found):
    return [(row["file"], row["row"], row["column"], row["rule"]) for row in found.issues.rows]


@pytest.mark.parametrize(
    ("line", "column", "rule"),
    [
        ("a,2027,-5", "amount_usd", "broken_min"),
        ("a,2027,many", "amount_usd", "wrong_type"),
        ("a,2027,1.5", "amount_usd", "wrong_type"),
        ("a,soon,5", "year", "wrong_type"),
        ("a,1066,5", "year", "broken_min"),
        ("A measure,2027,5", "measure", "broken_regex"),
        ("a,2027,", "amount_usd", "broken_nullability"),
        ("a,2027", "", "row_length"),
        ("a,2027,5,6", "", "row_length"),
    ],
)
def test_a_bad_row_is_named_and_the_good_ones_go_on(tmp_path, line, column, rule):
    found = read(tmp_path, "budget", f"{HEADER}good,2027,1\n{line}\nbetter,2028,2\n")
    assert problems(found) == [("budget.csv", "3", column, rule)]
    assert found.tables["budget"]["measure"].to_list() == ["good", "better"]
    assert found.broken == {"budget"}
    assert all(row["remedy"] for row in found.issues.rows)


@pytest.mark.parametrize("text", ["nan", "NaN", "inf", "-inf"])
def test_what_is_no_finite_number_is_one_issue(tmp_path, text):
    header = ",".join(decided_columns("targets"))
    row = {"measure": "a", "indicator": "b", "year": "2027", "target": text}
    line = ",".join(row.get(name, "") for name in decided_columns("targets"))
    found = read(tmp_path, "targets", f"{header}\n{line}\n")
    assert problems(found) == [("targets.csv", "1", "target", "wrong_type")]


def test_a_duplicate_row_is_named_on_each_of_its_lines(tmp_path):
    found = read(tmp_path, "budget", f"{HEADER}a,2027,1\nb,2027,2\na,2027,3\n")
    assert [(row["row"], row["rule"]) for row in found.issues.rows] == [("2", "duplicate_row"), ("4", "duplicate_row")]
    assert found.tables["budget"]["measure"].to_list() == ["b"]


def test_a_wrong_day_is_named(tmp_path):
    header = ",".join(decided_columns("commitments"))
    found = read(tmp_path, "commitments", f"{header}\none,m,Promise.,Post,2027-02-30,\n")
    assert problems(found) == [("commitments.csv", "2", "due", "wrong_type")]


def test_a_file_in_another_encoding_or_without_its_header_is_named(tmp_path):
    assert (
        problems(read(tmp_path, "budget", "measure,year,amount_usd\né,2027,1\n".encode("latin-1")))[0][3] == "not_utf8"
    )
    assert problems(read(tmp_path, "budget", "measure;year;amount_usd\na;2027;1\n"))[0][3] == "header"
    assert problems(read(tmp_path, "budget", ""))[0][3] == "header"


def test_a_spreadsheet_mark_empty_lines_and_other_column_order_do_no_harm(tmp_path):
    found = read(tmp_path, "budget", "\ufeffyear,amount_usd,measure,,\n2027,5,a,,\n,,,,\n")
    assert problems(found) == []
    assert found.tables["budget"].to_dicts() == [{"measure": "a", "year": 2027, "amount_usd": 5}]


@settings(max_examples=60, deadline=None)
@given(content=st.binary(max_size=300), table=st.sampled_from(DECIDED))
def test_nonsense_never_gives_a_traceback(tmp_path_factory, content, table):
    found = read(tmp_path_factory.mktemp("plan"), table, content)
    assert found.issues.frame().height or found.tables[table].height == 0


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(st.text(max_size=12), min_size=3, max_size=3), max_size=6))
def test_every_line_is_either_used_or_reported(tmp_path_factory, cells):
    import csv
    import io

    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerows([HEADER.strip().split(","), *cells])
    found = read(tmp_path_factory.mktemp("plan"), "budget", buffer.getvalue())
    reported = {row["row"] for row in found.issues.rows}
    used = found.tables["budget"].height
    filled = list(csv.reader(io.StringIO(buffer.getvalue(), newline="")))[1:]
    assert used + len(reported) == sum(any(cell.strip() for cell in row) for row in filled)


def test_every_decided_table_has_a_key_and_can_be_empty():
    for name in DECIDED:
        schema = tables.every()[name]
        assert schema.primary_key()
        assert tables.build(schema, []).height == 0


@pytest.mark.parametrize("name", ["budget.csv", "plan.toml"])
def test_a_file_that_is_a_folder_is_named_and_left(tmp_path, name):
    (tmp_path / name).mkdir()
    found = read_plan(tmp_path)
    assert problems(found) == [(name, "", "", "cannot_read")]
    assert found.broken == {name.split(".")[0]}


@pytest.mark.parametrize(
    ("low", "central", "high", "rule"),
    [
        (9, 5, 10, "broken_in_order"),
        (-1, 0.5, 1, "broken_min"),
        (1, 2, 1e300, "broken_max"),
        (0, 1, 2, "broken_cost_above_zero"),
    ],
)
def test_an_assumption_is_in_order_and_possible(tmp_path, low, central, high, rule):
    header = ",".join(decided_columns("assumptions"))
    found = read(tmp_path, "assumptions", f"{header}\na,m,unit_cost_usd,{low},{central},{high},USD,By analogy.,\n")
    assert rule in {row["rule"] for row in found.issues.rows}
    assert found.tables["assumptions"].height == 0
