"""Snapshots are named by content, shared, and read back only whole."""

import polars as pl

from bothshores.store import Snapshots

FRAMES = {"figures": pl.DataFrame({"country": ["NPL"], "value": [1.5]}), "sources": pl.DataFrame({"file": ["one.csv"]})}


def test_the_same_content_gives_the_same_name_and_bytes(tmp_path):
    one, two = Snapshots.of(FRAMES, []), Snapshots.of(FRAMES, [])
    assert one.digest == two.digest
    one.write(tmp_path / "data", tmp_path / "data" / "manifest.json")
    again = Snapshots.read(tmp_path / "data")
    assert again is not None
    assert again.frame("figures").equals(FRAMES["figures"])
    assert again.digest == one.digest


def test_a_table_the_workspace_was_written_without_is_empty():
    assert Snapshots.of(FRAMES, []).frame("corridor_prices").is_empty()


def test_a_second_workspace_shares_the_file(tmp_path):
    snapshots = Snapshots.of(FRAMES, [])
    for name in ("NPL", "PHL"):
        snapshots.write(tmp_path / name, tmp_path / name / "manifest.json")
    file = snapshots.tables["figures"].file
    assert (tmp_path / "NPL" / file).stat().st_ino == (tmp_path / "PHL" / file).stat().st_ino


def test_a_changed_or_missing_file_is_no_evidence(tmp_path):
    snapshots = Snapshots.of(FRAMES, [])
    snapshots.write(tmp_path, tmp_path / "manifest.json")
    (tmp_path / snapshots.tables["figures"].file).write_bytes(b"changed")
    assert Snapshots.read(tmp_path) is None
    assert Snapshots.read(tmp_path / "nowhere") is None
