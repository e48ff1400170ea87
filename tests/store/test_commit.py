"""A commit moves everything or nothing, whenever it is interrupted."""

import contextlib
import json
from pathlib import Path

import pytest

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
