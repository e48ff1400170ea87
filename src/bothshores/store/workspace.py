"""A workspace folder: where its parts lie, who may write, and its last whole run."""

from __future__ import annotations

import fcntl
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from bothshores.errors import WorkspaceError
from bothshores.store.commit import STAGING, finish
from bothshores.tables.terms import PlanTerms

LATEST = "runs/LATEST"
LOCK = ".lock"
BROKEN = "This part of the last run is damaged."
REDRAFT = "Run `bothshores draft` again."


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
        made = not self.root.exists()
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            lock = (self.root / LOCK).open("w")
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
            try:
                yield
            finally:
                self.leave(made)

    def leave(self, made: bool) -> None:
        """Remove a folder made for a command that wrote nothing."""
        if made and [file.name for file in self.root.iterdir()] == [LOCK]:
            shutil.rmtree(self.root)

    def settle(self) -> None:
        """Before reading: finish what an interrupted command left, if it left anything."""
        if (self.root / STAGING).exists():
            with self.locked():
                pass

    @property
    def latest(self) -> str | None:
        """Id of the last whole run, or None before the first."""
        try:
            return (self.root / LATEST).read_text(encoding="utf-8").strip() or None
        except (OSError, UnicodeDecodeError):
            return None

    def run(self, run: str | None = None) -> Path:
        """Folder of a run, the last one by default. Raises WorkspaceError where there is none."""
        run = run or self.latest
        if run is None:
            raise WorkspaceError("There is no draft here yet.", where=self.root, remedy="Run `bothshores draft` first.")
        return self.root / "runs" / run

    def manifest(self) -> dict[str, Any]:
        """What the last run was computed from and gave."""
        file = self.run() / "manifest.json"
        try:
            loaded: dict[str, Any] = dict(json.loads(file.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError) as error:
            raise WorkspaceError(BROKEN, where=file, remedy=REDRAFT) from error
        return loaded

    def terms(self) -> PlanTerms:
        """The terms the last run was computed under."""
        try:
            return PlanTerms(**self.manifest()["inputs"]["terms"])
        except (LookupError, TypeError) as error:
            raise WorkspaceError(BROKEN, where=self.run() / "manifest.json", remedy=REDRAFT) from error

    def tables(self) -> dict[str, pl.DataFrame]:
        """Every table of the last run, by name."""
        folder = self.run() / "tables"
        try:
            return {file.stem: pl.read_parquet(file) for file in sorted(folder.glob("*.parquet"))}
        except (OSError, pl.exceptions.PolarsError) as error:
            raise WorkspaceError(BROKEN, where=folder, remedy=REDRAFT) from error

    def check_country(self, country: str) -> None:
        """Raises WorkspaceError where the plan of another country lies here; its files would be mixed with this one."""
        try:
            there = self.manifest().get("country", country)
        except WorkspaceError:
            return
        if there != country:
            raise WorkspaceError(
                f"This is the plan of {there}.", where=self.root, remedy=f"Draft {country} in a folder of its own."
            )
