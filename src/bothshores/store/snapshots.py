"""Immutable Parquet named by its content, read back as Ibis expressions or frames."""

from __future__ import annotations

import hashlib
import io
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import polars as pl

from bothshores import tables

MANIFEST = "manifest.json"


@dataclass
class Snapshot:
    """One table as bytes, with the name its content gives it."""

    table: str
    content: bytes
    rows: int
    placed: Path | None = None

    @property
    def sha256(self) -> str:
        """Hash of the Parquet bytes."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def file(self) -> str:
        """`observations-0123456789ab.parquet`."""
        return f"{self.table}-{self.sha256[:12]}.parquet"

    def place(self, folder: Path) -> None:
        """Write once; a second workspace on the same disk shares the first one's file."""
        target = folder / self.file
        if target.exists():
            return
        try:
            if self.placed is None:
                raise OSError
            os.link(self.placed, target)
        except OSError:
            partial = target.with_suffix(".partial")
            partial.write_bytes(self.content)
            partial.rename(target)
            self.placed = target


@dataclass
class Snapshots:
    """The evidence of a workspace: tables by content, and where each figure's publication stands."""

    tables: dict[str, Snapshot]
    sources: list[dict[str, Any]] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, frames: Mapping[str, pl.DataFrame], folders: list[str]) -> Snapshots:
        """Freeze frames; `sources` (publisher, vintage, licence, hash of each file read) goes into the manifest."""
        return cls(
            {name: Snapshot(name, to_parquet(frame), frame.height) for name, frame in frames.items()},
            frames["sources"].to_dicts() if "sources" in frames else [],
            folders,
        )

    @property
    def digest(self) -> str:
        """One hash over all tables."""
        parts = "".join(f"{name}:{self.tables[name].sha256};" for name in sorted(self.tables))
        return hashlib.sha256(parts.encode()).hexdigest()

    def write(self, folder: Path, manifest: Path) -> None:
        """Place the files; the manifest that makes them current goes where the caller says."""
        folder.mkdir(parents=True, exist_ok=True)
        for snapshot in self.tables.values():
            snapshot.place(folder)
        tables = {
            name: {"file": each.file, "sha256": each.sha256, "rows": each.rows} for name, each in self.tables.items()
        }
        content = {"tables": tables, "folders": self.folders, "sources": self.sources}
        manifest.parent.mkdir(parents=True, exist_ok=True)
        manifest.write_text(json.dumps(content, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> Snapshots | None:
        """The evidence a workspace holds, or None where it holds none or a file is missing or changed."""
        try:
            manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
            tables = {
                name: Snapshot(name, (folder / entry["file"]).read_bytes(), entry["rows"], folder / entry["file"])
                for name, entry in manifest["tables"].items()
            }
            whole = all(tables[name].sha256 == entry["sha256"] for name, entry in manifest["tables"].items())
            return cls(tables, manifest["sources"], manifest["folders"]) if whole else None
        except (OSError, ValueError, LookupError, TypeError, AttributeError):  # it is no manifest of ours
            return None

    def frame(self, table: str) -> pl.DataFrame:
        """One table in memory; empty where the workspace was written before there was such a table."""
        if table not in self.tables:
            return tables.build(tables.every()[table], [])
        return pl.read_parquet(io.BytesIO(self.tables[table].content))


def to_parquet(frame: pl.DataFrame) -> bytes:
    """Parquet bytes; the same frame gives the same bytes."""
    buffer = io.BytesIO()
    frame.write_parquet(buffer, compression="zstd", statistics=True)
    return buffer.getvalue()
