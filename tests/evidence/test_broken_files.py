"""The official files, damaged in every way that is met: never a traceback, and what is left is counted and named."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from evidence.files import put

from bothshores.evidence.assemble import assemble
from bothshores.evidence.gather import Walk, quiet
from bothshores.tables import every

FOLDERS = {"population": "*.txt", "labour": "EMP*.csv", "risk": "**/*.csv", "displacement": "*.csv"}
ROWS = 300


def official(folder: Path) -> list[Path]:
    return [path for name, files in FOLDERS.items() for path in sorted((folder / name).glob(files))]


def with_header(cells: list[str], lines: list[str], separator: str) -> bytes:
    return ("\n".join([separator.join(cells), *lines[1:]]) + "\n").encode()


def damaged(path: Path) -> Iterator[tuple[str, bytes]]:
    """The first rows of a file with other bytes, encodings, separators, headers, columns, lines."""
    separator = "\t" if path.suffix == ".txt" else ","
    lines = path.read_bytes().decode("utf-8-sig").splitlines()[:ROWS]
    text = "\n".join(lines) + "\n"
    noise = random.Random(4)
    for number in range(3):
        broken = bytearray(text.encode())
        for _ in range(20):
            broken[noise.randrange(len(broken))] = noise.randrange(256)
        yield f"noise {number}", bytes(broken)
    for share in (2, 3, 7):
        yield f"a part of {share}", text.encode()[: len(text.encode()) // share]
    for encoding in ("utf-16", "cp1252", "utf-8-sig"):
        yield encoding, text.encode(encoding, errors="replace")
    for other in ";\t|,":
        yield f"separated by {other!r}", text.replace(separator, other).encode()
    header = lines[0].split(separator)
    for place in range(min(len(header), 10)):
        yield f"renamed {place}", with_header([*header[:place], "renamed", *header[place + 1 :]], lines, separator)
    for place in range(min(len(header), 10) - 1):
        swapped = [*header[:place], header[place + 1], header[place], *header[place + 2 :]]
        yield f"swapped {place}", with_header(swapped, lines, separator)
    yield "footnotes", (text + "Source: somebody\n\n* revised\n").encode()
    yield "title lines", ("A title\nAnother line\n" + text).encode()


def test_no_damage_ends_in_a_traceback_and_no_file_is_forgotten(data_folder, tmp_path):
    tried = 0
    for path in official(data_folder):
        for what, data in damaged(path):
            walk = Walk(quiet)
            walk.through(put(tmp_path, f"{tried}{path.suffix}", data))
            evidence = assemble(walk.files, walk.others)
            for name, frame in evidence._asdict().items():
                every()[name].validate(frame)
            assert evidence.sources.height + evidence.issues.height > 0, f"{path.name}: {what}"
            tried += 1
    assert tried >= 300


@pytest.mark.parametrize("what", ["footnotes", "utf-8-sig", "utf-16"])
def test_damage_that_leaves_the_rows_whole_costs_no_figure(data_folder, tmp_path, what):
    for path in official(data_folder):
        lines = path.read_bytes().decode("utf-8-sig").splitlines()[:ROWS]
        whole, other = Walk(quiet), Walk(quiet)
        whole.through(put(tmp_path, "whole/a.txt", "\n".join(lines) + "\n"))
        other.through(put(tmp_path, "other/a.txt", dict(damaged(path))[what]))
        assert other.files[0].reading.taken == whole.files[0].reading.taken, path.name
