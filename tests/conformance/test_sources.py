"""Every source of evidence keeps the promise of its kind; a new file is tested without writing a test."""

from __future__ import annotations

import re

import polars as pl
import pytest
from evidence.files import content, put
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bothshores import registry
from bothshores.catalogue import indicators
from bothshores.evidence.assemble import FileRead, assemble
from bothshores.evidence.gather import Walk, quiet
from bothshores.evidence.kinds import FIGURES, Source
from bothshores.evidence.probe import Probe
from bothshores.tables import every
from bothshores.vocab import Severity

registry.load("bothshores.evidence.sources")
SOURCES = [Source.members[name] for name in sorted(Source.members)]
SAMPLES = [(source, sample.breaks, content(sample)) for source in SOURCES for sample in source.samples]
PLACEHOLDERS = ("example.", "placeholder", "lorem", "todo", "tbd")
COMPILED = ("factbook", "inform_risk", "nd_gain")
STATED = ("label", "publisher", "title", "licence", "citation", "url", "vintage")


def name_of(thing) -> str:
    return getattr(thing, "id", "")


def read(path):
    """What a walk makes of one file."""
    walk = Walk(quiet)
    walk.through(path)
    return assemble(walk.files, walk.others)


def taken(evidence):
    """How many figures each table holds."""
    return {name: getattr(evidence, name).height for name in FIGURES}


@pytest.mark.parametrize("source", SOURCES, ids=name_of)
class TestSource:
    def test_is_alone_in_a_file_of_its_own_name(self, source):
        assert source.__module__.rsplit(".", 1)[1] == source.id

    def test_states_publisher_licence_and_citation(self, source):
        for name in STATED:
            assert getattr(source, name).strip() == getattr(source, name) != ""
        assert not any(word in f"{source.citation} {source.url}".lower() for word in PLACEHOLDERS)
        assert source.url.startswith("https://")
        assert source.source.opened in (True, False)

    def test_has_a_rank_of_its_kind(self, source):
        assert isinstance(source.rank, int)
        assert 0 < source.rank < 999
        assert (source.rank >= 50) == (source.id in COMPILED), "official statistics come first"

    def test_is_used_by_the_catalogue_or_fills_another_table(self, source, tmp_path):
        keys = source.catalogue_keys()
        assert all(key["factor"] for key in keys)
        if not keys:
            evidence = read(put(tmp_path, "a.bin", content(source.samples[0])))
            assert sum(taken(evidence).values()) > evidence.observations.height == 0

    def test_brings_data_or_shows_what_it_reads(self, source):
        assert source.samples or source.mapped or source().embedded() is not None

    def test_embedded_data_are_valid(self, source):
        reading = source().embedded()
        if reading is not None:
            evidence = assemble([FileRead(reading.aside.file, source(), reading)], [])
            assert sum(taken(evidence).values()) > 0
            assert re.fullmatch("[0-9a-f]{64}", reading.sha256)
            assert set(evidence.issues["severity"]) <= {"remark"}, "embedded data are not the user's to mend"


def test_every_source_of_the_catalogue_exists():
    named = {name for indicator in indicators().values() for name in indicator.sources}
    assert named <= set(Source.members)


@pytest.mark.parametrize(("source", "breaks", "sample"), SAMPLES, ids=lambda thing: getattr(thing, "id", "sample"))
class TestSample:
    def test_is_recognised_by_its_source_and_no_other(self, source, breaks, sample, tmp_path):
        path = put(tmp_path, "a.bin", sample)
        probe = Probe.of(path, path.name)
        assert [other.id for other in SOURCES if other().recognises(probe)] == [source.id]

    def test_is_read_without_a_problem(self, source, breaks, sample, tmp_path):
        evidence = read(put(tmp_path, "a.bin", sample))
        problems = evidence.issues.filter(pl.col("severity") == Severity.PROBLEM)["rule"].to_list()
        assert problems == ([breaks] if breaks else [])
        row = evidence.sources.row(0, named=True)
        assert row["source"] == source.id
        assert row["rows_taken"] == sum(taken(evidence).values())
        assert row["rows_taken"] + row["rows_left"] > 0

    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(data=st.data())
    def test_broken_bytes_become_issues_and_no_traceback(self, source, breaks, sample, tmp_path, data):
        whole = bytearray(sample)
        for _ in range(data.draw(st.integers(0, 4))):
            whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
        cut = data.draw(st.integers(0, len(whole)))
        evidence = read(put(tmp_path, "a.bin", bytes(whole[:cut])))
        for name, frame in evidence._asdict().items():
            every()[name].validate(frame)
        assert evidence.sources.height + evidence.issues.height > 0

    def test_a_file_cut_short_is_a_problem(self, source, breaks, sample, tmp_path):
        evidence = read(put(tmp_path, "a.bin", sample[:-3]))
        assert Severity.PROBLEM in evidence.issues["severity"].to_list()


@pytest.mark.slow
def test_official_files_cut_in_half_become_problems(data_folder, tmp_path):
    walk = Walk(quiet)
    for folder in ("wdi", "stocks", "remittances", "population", "labour", "risk", "displacement"):
        walk.through(data_folder / folder)
    assert walk.files
    for number, each in enumerate(walk.files):
        file = next(data_folder.rglob(each.file))
        whole = file.read_bytes()
        # A text that happens to be cut between two lines looks whole: nothing in it says how many there should be.
        half = whole[: len(whole) // 2].rstrip(b"\r\n")
        evidence = read(put(tmp_path, f"{number}/{file.name}", half))
        rules = evidence.issues.filter(pl.col("severity") == Severity.PROBLEM)["rule"].to_list()
        assert rules, f"half of {each.file} passes for whole"
        if file.suffix == ".csv":
            assert "cut" in rules
            assert 0 < sum(taken(evidence).values()) < each.reading.taken, "good rows go on"
