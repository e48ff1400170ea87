"""A workspace folder: where its parts lie, who may write, and its last whole run."""

from __future__ import annotations

import fcntl
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from bothshores.errors import WorkspaceError
from bothshores.store.commit import finish

LATEST = "runs/LATEST"


@dataclass(frozen=True)
class Workspace:
    """`data/`, `plan/`, `runs/` and `report/` of one country's plan."""

    root: Path

    @property
    def data(self) -> Path:
        """Immutable snapshots of the evidence."""
        return self.root / "data"

    @property
    def plan(self) -> Path:
        """What people decide, as files they edit."""
        return self.root / "plan"

    @property
    def report(self) -> Path:
        """Documents, charts and the open-data package."""
        return self.root / "report"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Only one command writes at a time; an interrupted commit is finished first. Raises WorkspaceError if busy."""
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            lock = (self.root / ".lock").open("w")
        except OSError as error:
            raise WorkspaceError(
                f"This folder cannot be written: {error.strerror}.", where=self.root, remedy="Choose another."
            ) from error
        with lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise WorkspaceError(
                    "Another command is writing here.", where=self.root, remedy="Wait for it to end."
                ) from error
            finish(self.root)
            yield

    @property
    def latest(self) -> str | None:
        """Id of the last whole run, or None before the first."""
        try:
            return (self.root / LATEST).read_text(encoding="utf-8").strip() or None
        except OSError:
            return None

    def run(self, run: str | None = None) -> Path:
        """Folder of a run, the last one by default. Raises WorkspaceError where there is none."""
        run = run or self.latest
        if run is None:
            raise WorkspaceError("There is no draft here yet.", where=self.root, remedy="Run `bothshores draft` first.")
        return self.root / "runs" / run

    def manifest(self) -> dict[str, Any]:
        """What the last run was computed from and gave."""
        loaded: dict[str, Any] = json.loads((self.run() / "manifest.json").read_text(encoding="utf-8"))
        return loaded

    def tables(self) -> dict[str, pl.DataFrame]:
        """Every table of the last run, by name."""
        return {file.stem: pl.read_parquet(file) for file in sorted((self.run() / "tables").glob("*.parquet"))}
