"""Move a whole new state into place, or none of it: an interrupted run leaves the last whole state."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path, PurePath

from bothshores.errors import WorkspaceError

STAGING = ".staging"
MARK = "COMMIT"


def stage(root: Path) -> Path:
    """An empty staging folder inside the workspace; whatever an interrupted run left there is finished or removed."""
    finish(root)
    folder = root / STAGING
    folder.mkdir(parents=True)
    return folder


def commit(root: Path, names: list[str]) -> None:
    """Make the staged files and folders current; once the mark is written, `finish` carries on after a crash."""
    folder = root / STAGING
    partial = folder / f"{MARK}.partial"
    with partial.open("w", encoding="utf-8") as file:
        json.dump(names, file)
        file.flush()
        os.fsync(file.fileno())
    partial.rename(folder / MARK)
    finish(root)


def finish(root: Path) -> None:
    """Complete a commit that was marked; drop a staging folder that was not. Raises WorkspaceError on a bad mark."""
    folder = root / STAGING
    mark = folder / MARK
    if mark.exists():
        for name in marked(mark):
            if (folder / name).exists():
                replace(folder / name, root / name, folder / "old" / name)
        # The mark goes last but one: a crash before it repeats moves that are already done, which changes nothing.
        mark.unlink()
    shutil.rmtree(folder, ignore_errors=True)


def marked(mark: Path) -> list[str]:
    """The names a mark holds. Raises WorkspaceError, and moves nothing, where it holds anything else."""
    try:
        names = json.loads(mark.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        names = None
    if not isinstance(names, list) or not all(isinstance(name, str) and is_inside(name) for name in names):
        raise WorkspaceError(
            "This note of what an interrupted command was moving into place is damaged; nothing was moved.",
            where=mark,
            remedy=f"What stands outside {STAGING} is kept. Move the folder {mark.parent} away, then draft again.",
        )
    return names


def is_inside(name: str) -> bool:
    """True if a name leads to a place inside the workspace."""
    path = PurePath(name)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts


def replace(new: Path, target: Path, old: Path) -> None:
    """Put `new` where `target` is, keeping what was there aside until the commit is done."""
    if target.exists():
        old.parent.mkdir(parents=True, exist_ok=True)
        if old.exists():
            shutil.rmtree(old) if old.is_dir() else old.unlink()
        target.rename(old)
    target.parent.mkdir(parents=True, exist_ok=True)
    new.rename(target)
