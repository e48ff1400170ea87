"""A text table is read whole, and a cut one as far as it is sure."""

from evidence.files import put
from hypothesis import given
from hypothesis import strategies as st

from bothshores.evidence import text_table
from bothshores.evidence.aside import Aside, first_rows
from bothshores.evidence.probe import Probe


def read(folder, text):
    path = put(folder, "a.csv", text)
    aside = Aside(path.name)
    return text_table.read(Probe.of(path, path.name), aside), aside


def test_rows_are_counted_under_the_header(tmp_path):
    frame, aside = read(tmp_path, "a,b\n1,2\n3,4\n")
    assert frame.rows() == [(1, "1", "2"), (2, "3", "4")]
    assert not aside.rows


def test_a_last_line_without_its_end_is_left(tmp_path):
    frame, aside = read(tmp_path, "a,b\n1,2\n3,44")
    assert frame.height == 1
    assert [(row["rule"], row["row"]) for row in aside.rows] == [("cut", "2")]
    assert aside.figures == 1


def test_a_header_alone_is_no_table(tmp_path):
    frame, aside = read(tmp_path, "a,b\n")
    assert frame.is_empty()
    assert [row["rule"] for row in aside.rows] == ["empty"]


def test_short_and_long_rows_go_on(tmp_path):
    frame, _ = read(tmp_path, "a,b\n1\n2,3,4\n")
    assert frame.rows() == [(1, "1", None), (2, "2", "3")]


def test_quoted_cells_and_windows_line_ends(tmp_path):
    frame, _ = read(tmp_path, 'a,b\r\n"Korea, Rep.",1\r\n')
    assert frame.rows() == [(1, "Korea, Rep.", "1")]


def test_names_are_unique_and_never_empty():
    assert text_table.columns("a,,a,row\n", ",") == ["a", "column 2", "a (3)", "row (4)"]


@given(st.lists(st.integers(1, 999), min_size=1, max_size=12))
def test_the_first_rows_are_named_and_the_rest_hinted_at(numbers):
    import polars as pl

    text = first_rows(pl.Series(numbers))
    assert text.startswith(str(numbers[0]))
    assert text.endswith("…") == (len(set(numbers)) > 5)
