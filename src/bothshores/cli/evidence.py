"""`bothshores evidence load | fetch`."""

from __future__ import annotations

import argparse

import polars as pl

from bothshores import evidence as room
from bothshores.cli import show
from bothshores.cli.places import country_of, workspace_of
from bothshores.cli.worlds import world_of
from bothshores.store import Snapshots, Workspace
from bothshores.store.commit import commit, stage
from bothshores.store.snapshots import MANIFEST
from bothshores.vocab import Severity

TITLES = {"summary": "What is known", "sources": "Read", "issues": "Found wrong or left"}


def load(asked: argparse.Namespace) -> int:
    """Read files, keep them as the workspace's evidence, and say what was taken, left and why."""
    country = country_of(asked)
    workspace, progress = workspace_of(asked, country), show.progress()
    world = world_of(asked.folders, None, progress)
    keep(workspace, world.snapshots)
    frames = {name: world.snapshots.frame(name) for name in ("observations", "sources", "issues")}
    issues = frames["issues"].filter(pl.col("country").is_in(["", country]))
    results = {
        "summary": room.summarise(frames["observations"], world.beside(country).figures, country),
        "sources": frames["sources"].select(
            "file", "source", "publisher", "vintage", "licence", "rows_taken", "rows_left"
        ),
        "issues": issues.select("severity", "file", "row", "column", "message", "args", "remedy", "count"),
    }
    show.give(asked, results, TITLES)
    return int((issues["severity"] == Severity.PROBLEM).any())


def keep(workspace: Workspace, snapshots: Snapshots) -> None:
    """Make these snapshots the workspace's evidence."""
    with workspace.locked():
        snapshots.write(workspace.data, stage(workspace.root) / "data" / MANIFEST)
        commit(workspace.root, [f"data/{MANIFEST}"])


def fetch(asked: argparse.Namespace) -> int:
    """Bring the World Bank's figures into a folder that `--from` reads."""
    country = country_of(asked)
    workspace, progress = workspace_of(asked, country), show.progress()
    folder = asked.to or workspace.root / "fetched"
    fetched = room.fetch(country, folder, progress=progress)
    show.give(asked, {"sources": fetched.sources, "issues": fetched.issues}, TITLES)
    if not (asked.json or asked.out):
        print(f"Now: bothshores draft {country} --from {folder}")
    return int((fetched.issues["severity"] == Severity.PROBLEM).any())
