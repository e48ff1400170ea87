"""ISCO: levels and parents from codes, what several files say of one class, and the two editions side by side."""

import polars as pl
import pytest
from evidence.files import put, workbook

from bothshores.evidence import gather
from bothshores.evidence.probe import Probe
from bothshores.evidence.sources.isco import Isco

STRUCTURE = (("isco_code", "title"), ("2", "Professionals"), ("25", "ICT professionals"), ("251", "Software"))
DEFINED = (("ISCO 08 Code", "Title EN", "Definition"), ("2", "PROFESSIONALS", "They increase knowledge."))
HEADER = ("ISCO-88 Title EN", "ISCO-88 code", "ISCO 08 Code", "ISCO-08 part", "ISCO-08 Title EN", "Comments")
MATCHES = (
    HEADER,
    ("Political", "1141", "1114", "p", "Special-interest", ""),
    ("Armed", "110", "110", "", "Officers", "x"),
)


def read(folder, cells):
    path = put(folder, "a.xlsx", workbook({"Sheet1": cells}))
    probe = Probe.of(path, path.name)
    assert Isco().recognises(probe)
    return Isco().read(probe)


def rules(reading):
    return {row["rule"]: row for row in reading.aside.rows}


def test_a_code_tells_its_level_and_the_class_above(tmp_path):
    rows = read(tmp_path, STRUCTURE).occupations.select("code", "level", "parent", "title").rows()
    assert rows == [("2", 1, "", "Professionals"), ("25", 2, "2", "ICT professionals"), ("251", 3, "25", "Software")]


def test_files_tell_one_class_together(tmp_path):
    put(tmp_path, "a.xlsx", workbook({"x": (*DEFINED, ("913", "HELPERS", "They help."))}))
    put(tmp_path, "b.xlsx", workbook({"x": STRUCTURE}))
    evidence = gather([tmp_path])
    [two] = evidence.occupations.filter(code="2").to_dicts()
    assert (two["title"], two["definition"], two["file"]) == ("Professionals", "They increase knowledge.", "b.xlsx")
    assert evidence.occupations["code"].to_list() == ["2", "25", "251", "913"]
    strange = evidence.issues.filter(rule="not_in_structure")
    assert strange.select("severity", "file").rows() == [("remark", "a.xlsx")]


def test_unit_groups_of_both_editions(tmp_path):
    reading = read(tmp_path, MATCHES)
    assert reading.occupation_matches.select("isco_88", "isco_08", "part", "comment").rows() == [
        ("1141", "1114", True, ""), ("0110", "0110", False, "x"),
    ]  # fmt: skip
    assert reading.occupations.select("classification", "code", "title").rows() == [
        ("ISCO-88", "1141", "Political"), ("ISCO-88", "0110", "Armed"),
    ]  # fmt: skip


BAD = {
    "a code that is none": (*STRUCTURE, ("25A", "x")),
    "no title": (*STRUCTURE, ("26", "")),
    "a footnote": (*STRUCTURE, ("Source: ILO", "")),
    "a code twice": (*STRUCTURE, ("25", "again")),
    "no class above": (*STRUCTURE, ("9111", "Cleaners")),
    "columns swapped": (*STRUCTURE, ("Clerks", "4")),
}
NAMED = ("wrong_code", "no_title", "wrong_code", "duplicate_row", "no_parent", "wrong_code")


@pytest.mark.parametrize(("cells", "rule"), list(zip(BAD.values(), NAMED, strict=True)), ids=BAD)
def test_what_is_wrong_is_named_and_good_rows_go_on(tmp_path, cells, rule):
    reading = read(tmp_path, cells)
    assert rule in rules(reading)
    assert {"2", "25", "251"} <= set(reading.occupations["code"])


@pytest.mark.parametrize(("cells", "column"), [(MATCHES, HEADER[1]), (MATCHES, HEADER[2]), (DEFINED, "Title EN")])
def test_a_renamed_column_is_named(tmp_path, cells, column):
    renamed = (tuple(name if name != column else "x" for name in cells[0]), *cells[1:])
    reading = read(tmp_path, renamed)
    assert column in rules(reading)["wrong_header"]["args"]
    assert reading.taken == 0


def test_the_official_files_hold_the_whole_classification(data_folder):
    """The publisher's own counts: 10 major, 43 sub-major, 130 minor and 436 unit groups."""
    evidence = gather([data_folder / "labour"])
    new = evidence.occupations.filter(pl.col("classification") == "ISCO-08", pl.col("file") == "struct08.xls")
    assert new.group_by("level").len().sort("level").rows() == [(1, 10), (2, 43), (3, 130), (4, 436)]
    assert set(new["parent"]) - {""} <= set(new["code"])
    matches = evidence.occupation_matches
    assert set(matches["isco_08"]) == set(new.filter(level=4)["code"])
    assert (matches.height, matches["isco_88"].n_unique()) == (671, 389)
    assert evidence.issues.filter(rule="not_in_structure")["args"].to_list() == [
        '{"code": "text:913", "title": "text:Helpers in Food Preparation"}'
    ]
    assert evidence.occupations.filter(pl.col("definition") != "").height == 182
