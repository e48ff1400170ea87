"""A commit moves everything or nothing, whenever it is interrupted."""

import contextlib
import json
from pathlib import Path

import pytest

from bothshores.errors import WorkspaceError
from bothshores.store import commit as under_test


def state(root: Path) -> dict[str, str]:
    """Every current file with its text."""
    files = (file for file in root.rglob("*") if file.is_file() and under_test.STAGING not in file.parts)
    return {str(file.relative_to(root)): file.read_text() for file in files}


def prepare(root: Path) -> list[str]:
    """An old state, and a new one staged beside it."""
    (root / "plan").mkdir(parents=True)
    (root / "plan" / "budget.csv").write_text("old")
    (root / "LATEST").write_text("old")
    staging = under_test.stage(root)
    (staging / "plan").mkdir()
    (staging / "plan" / "budget.csv").write_text("new")
    (staging / "runs" / "one").mkdir(parents=True)
    (staging / "runs" / "one" / "manifest.json").write_text("new")
    (staging / "LATEST").write_text("new")
    return ["plan", "runs/one", "LATEST"]


NEW = {"plan/budget.csv": "new", "runs/one/manifest.json": "new", "LATEST": "new"}
OLD = {"plan/budget.csv": "old", "LATEST": "old"}


def test_a_commit_replaces_what_was_there_and_leaves_nothing_behind(tmp_path):
    under_test.commit(tmp_path, prepare(tmp_path))
    assert state(tmp_path) == NEW
    assert not (tmp_path / under_test.STAGING).exists()


def test_before_the_mark_the_old_state_stands(tmp_path):
    prepare(tmp_path)
    under_test.finish(tmp_path)
    assert state(tmp_path) == OLD
    assert not (tmp_path / under_test.STAGING).exists()


@pytest.mark.parametrize("crash_after", range(7))
def test_after_the_mark_any_crash_is_carried_to_its_end(tmp_path, monkeypatch, crash_after):
    names = prepare(tmp_path)
    calls, rename = [], Path.rename

    def crashing(self: Path, target: Path) -> Path:
        if len(calls) == crash_after + 1:
            raise KeyboardInterrupt
        calls.append(self)
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", crashing)
    with contextlib.suppress(KeyboardInterrupt):
        under_test.commit(tmp_path, names)
    monkeypatch.undo()
    under_test.finish(tmp_path)
    assert state(tmp_path) == NEW


def test_a_mark_names_what_moves(tmp_path, monkeypatch):
    names = prepare(tmp_path)
    monkeypatch.setattr(under_test, "finish", lambda root: None)
    under_test.commit(tmp_path, names)
    assert json.loads((tmp_path / under_test.STAGING / under_test.MARK).read_text()) == names


@pytest.mark.parametrize(
    "junk", [b"", b"junk", b"{}", b"[1]", b"null", b'["../plan"]', b'["/plan"]', b'[""]', b"\xff\xfe"]
)
def test_a_damaged_mark_is_said_and_nothing_is_lost(tmp_path, junk):
    prepare(tmp_path)
    mark = tmp_path / under_test.STAGING / under_test.MARK
    mark.write_bytes(junk)
    for command in (under_test.finish, under_test.stage):
        with pytest.raises(WorkspaceError, match=r"damaged.*Move the folder"):
            command(tmp_path)
    assert state(tmp_path) == OLD
    assert mark.read_bytes() == junk
    assert (mark.parent / "plan" / "budget.csv").read_text() == "new"


def test_after_a_damaged_mark_is_moved_away_work_goes_on(tmp_path):
    prepare(tmp_path)
    (tmp_path / under_test.STAGING / under_test.MARK).write_text("junk")
    (tmp_path / under_test.STAGING).rename(tmp_path / "aside")
    under_test.finish(tmp_path)
    under_test.stage(tmp_path)
    assert (tmp_path / "plan" / "budget.csv").read_text() == "old"
