"""What a file is, shows in its bytes."""

from evidence.files import put, workbook

from bothshores.evidence.probe import Probe

BOOK = workbook({"A": [("x", "1"), ("", "2.5")], "B": [("y",)]})


def probe(folder, data, name="a.bin"):
    return Probe.of(put(folder, name, data), name)


def test_a_workbook_is_known_by_its_bytes(tmp_path):
    book = probe(tmp_path, BOOK, "a.csv")
    assert book.sheets == ("A", "B")
    assert book.sheet("A") == (("x", "1"), ("", "2.5"))
    assert book.first_rows[0] == ("x", "1")
    assert not book.damaged


def test_a_cut_workbook_is_damaged(tmp_path):
    book = probe(tmp_path, BOOK[: len(BOOK) // 2])
    assert book.damaged
    assert book.sheets == ()
    assert book.first_rows == ()


def test_another_zip_file_is_no_workbook(tmp_path):
    assert not probe(tmp_path, b"PK\x03\x04 something else").is_workbook


def test_text_is_split_by_the_separator_it_holds_most(tmp_path):
    assert probe(tmp_path, "a;b\n1,5;2\n3;4\n").first_rows == (("a", "b"), ("1,5", "2"), ("3", "4"))
    assert probe(tmp_path, "a\tb\n").separator == "\t"


def test_a_byte_order_mark_is_no_part_of_the_first_cell(tmp_path):
    assert probe(tmp_path, "\ufeffa,b\n").first_rows == (("a", "b"),)


def test_binary_content_has_no_cells(tmp_path):
    assert probe(tmp_path, b"\x89PNG\x00\x00").first_rows == ()
