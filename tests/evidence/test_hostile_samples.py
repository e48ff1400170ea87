"""The sources' own small samples and a mapped table, worsened at random: nothing lost, nothing unsaid, no error."""

from __future__ import annotations

import csv
import io

import pytest
import tomlkit
from evidence.files import content, evidence_of, put
from evidence.hostile import column, is_number, marked, outcome, text_of
from evidence.test_tidy import PLAIN
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bothshores import registry
from bothshores.evidence.gather import Walk, quiet
from bothshores.evidence.kinds import Source
from bothshores.tables.evidence import Issues, Observations

registry.load("bothshores.evidence.sources")
SAMPLES = [
    pytest.param(content(sample), id=f"{name}-{place}")
    for name, source in sorted(Source.members.items())
    for place, sample in enumerate(source.samples)
    if list(sample.sheets) == [""]
]
RANDOMLY = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"])
TABLE = [["country", "year", "value"], ["NPL", "2019", "29512.5"], ["PHL", "2020", "1234567"], ["MAR", "2021", "7"]]
MAPPING = {
    **PLAIN, "columns": {"country": "country", "year": "year", "value": "value"},
    "indicators": [{"indicator": "population_total"}],
}  # fmt: skip


@pytest.mark.parametrize("sample", SAMPLES)
class TestSample:
    @RANDOMLY
    @given(encoding=ENCODINGS, separator=st.sampled_from(",;\t|"), ends=st.sampled_from(["\n", "\r\n", "\r"]))
    def test_another_form_holds_the_same_figures(self, tmp_path, sample, encoding, separator, ends):
        before = outcome(put(tmp_path, "a.csv", sample))
        cells = list(csv.reader(io.StringIO(sample.decode())))
        text = text_of(cells, separator).decode().replace("\n", ends)
        after = outcome(put(tmp_path, "a.csv", text.encode(encoding, errors="replace")))
        assert (after.source, after.taken, after.left) == (before.source, before.taken, before.left)

    @RANDOMLY
    @given(data=st.data())
    def test_cells_of_any_text_lose_no_row_and_raise_nothing(self, tmp_path, sample, data):
        cells = list(csv.reader(io.StringIO(sample.decode())))
        row = data.draw(st.integers(1, len(cells) - 1))
        place = data.draw(st.integers(0, len(cells[row]) - 1))
        cells[row][place] = data.draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
        after = outcome(put(tmp_path, "a.csv", text_of(cells)))
        assert after.source or after.rules


@RANDOMLY
@given(
    order=st.permutations([0, 1, 2]), encoding=ENCODINGS, separator=st.sampled_from(",;\t|"),
    marks=st.sampled_from([("", "."), (",", "."), ("\u00a0", "."), (" ", "."), ("'", "."), (".", ","), (" ", ",")]),
    extra=st.sampled_from([[], [["World", "2020", "5"]], [["Source: yearbook"], ["(a) provisional", "", ""]]]),
)  # fmt: skip
def test_a_mapped_table_in_any_form_gives_the_same_values(tmp_path, order, encoding, separator, marks, extra):
    rows = [TABLE[0], *([country, year, marked(value, *marks)] for country, year, value in TABLE[1:]), *extra]
    shuffled = [[(*row, "", "")[place] for place in order] for row in rows]
    folder = tmp_path / "in"
    put(folder, "a.csv", text_of(shuffled, separator).decode().encode(encoding, errors="ignore"))
    put(folder, "a.map.toml", tomlkit.dumps(MAPPING))
    evidence = evidence_of(folder)
    Observations.validate(evidence.observations)
    Issues.validate(evidence.issues)
    found = evidence.observations.filter(source="tidy").select("country", "value").sort("country").rows()
    assert found == [("MAR", 7.0), ("NPL", 29512.5), ("PHL", 1234567.0)]
    taken, left = evidence.sources.filter(source="tidy").select("rows_taken", "rows_left").row(0)
    assert taken + left == sum(is_number(cell.replace(",", "")) for cell in column([*TABLE, *extra[:1]], 2) if cell)


@RANDOMLY
@given(body=st.binary(max_size=400))
def test_any_bytes_under_a_mapping_are_read_or_named(tmp_path, body):
    folder = tmp_path / "in"
    put(folder, "a.csv", body)
    put(folder, "a.map.toml", tomlkit.dumps(MAPPING))
    walk = Walk(quiet)
    walk.through(folder)
    assert walk.files or walk.others
    assert all(each.reading.taken or each.reading.aside.rows for each in walk.files)


@RANDOMLY
@given(text=st.text(max_size=200))
def test_any_text_as_a_mapping_file_is_an_issue(tmp_path, text):
    folder = tmp_path / "in"
    put(folder, "a.csv", text_of(TABLE))
    put(folder, "a.map.toml", text.encode("utf-8", errors="replace"))
    walk = Walk(quiet)
    walk.through(folder)
    assert [row["rule"] for aside in walk.others for row in aside.rows] == ["wrong_mapping"]
