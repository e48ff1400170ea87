"""What a file is, shows in its bytes."""

from evidence.files import put, workbook

from bothshores.evidence.probe import Labelled, Probe
from bothshores.vocab import FICTIONAL

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


def test_a_fictional_file_shows_its_label_and_nothing_else_until_it_is_taken_off(tmp_path):
    text = probe(tmp_path, f"{FICTIONAL}. Seed 1.\r\na,b\r\n1,2\r\n", "a.csv")
    book = probe(tmp_path, workbook({"Fictional": [(f"{FICTIONAL}. Seed 1.",)], "B": [("a", "b")]}), "b.xlsx")
    for each in (text, book):
        assert each.fictional == f"{FICTIONAL}. Seed 1."
        assert each.first_rows == ((each.fictional,),)
        inside = Labelled.under(each)
        assert inside.fictional == ""
        assert inside.first_rows[0] == ("a", "b")
    assert Labelled.under(text).content == b"a,b\r\n1,2\r\n"
    assert Labelled.under(book).sheets == ("B",)


def test_a_label_further_down_is_none(tmp_path):
    assert probe(tmp_path, f"a,b\n{FICTIONAL},2\n").fictional == ""
