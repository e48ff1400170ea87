"""`bothshores evidence load | profile | fetch`."""

from __future__ import annotations

import argparse

import polars as pl

from bothshores import evidence as room
from bothshores.catalogue.profile import topics
from bothshores.cli import show
from bothshores.cli.places import country_of, workspace_of
from bothshores.cli.worlds import world_of
from bothshores.store import Snapshots, Workspace
from bothshores.store.commit import commit, stage
from bothshores.store.snapshots import MANIFEST
from bothshores.vocab import Severity
from bothshores.words import Words

TITLES = {
    "summary": "What is known",
    "sources": "Read",
    "issues": "Found wrong or left",
    "profile": "Migration profile",
}


def load(asked: argparse.Namespace) -> int:
    """Read files, keep them as the workspace's evidence, and say what was taken, left and why."""
    show.check_out(asked.out, one_table=False)
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


def profile(asked: argparse.Namespace) -> int:
    """The country's migration profile: figures by topic, and the gaps."""
    country = country_of(asked)
    workspace = workspace_of(asked, country)
    workspace.settle()
    world = world_of(asked.folders, workspace, show.progress())
    found = room.profile(world.snapshots.frame("observations"), world.figures, country)
    if asked.json or asked.out:
        show.give(asked, {"profile": found}, TITLES)
    else:
        show.give(asked, {"profile": at_a_glance(found)}, TITLES)
    return 0


def at_a_glance(found: pl.DataFrame) -> pl.DataFrame:
    """The profile as people read it in a terminal, topic by topic."""
    words, rows = Words("en"), []
    for topic in topics().values():
        mine = {name: found.filter(topic=topic.id, indicator=name) for name in topic.indicators}
        for name, row in ((name, row) for name, part in mine.items() for row in part.iter_rows(named=True)):
            figure = "" if row["value"] is None else words.value(name, row["value"])
            note = words.say(row["message"], row["args"])
            what = f"{words.indicator(name)} {row['breakdown']}".strip()
            rows.append((topic.label, what, figure, row["year"], row["source"], note))
    schema = {"topic": pl.String, "indicator": pl.String, "figure": pl.String, "year": pl.Int64, "source": pl.String,
              "note": pl.String}  # fmt: skip
    return pl.DataFrame(rows, schema=schema, orient="row")


def keep(workspace: Workspace, snapshots: Snapshots) -> None:
    """Make these snapshots the workspace's evidence."""
    with workspace.locked():
        snapshots.write(workspace.data, stage(workspace.root) / "data" / MANIFEST)
        commit(workspace.root, [f"data/{MANIFEST}"])


def fetch(asked: argparse.Namespace) -> int:
    """Bring the World Bank's figures into a folder that `--from` reads."""
    show.check_out(asked.out, one_table=False)
    country = country_of(asked)
    workspace, progress = workspace_of(asked, country), show.progress()
    folder = asked.to or workspace.root / "fetched"
    fetched = room.fetch(country, folder, progress=progress, refresh=asked.refresh)
    show.give(asked, {"sources": fetched.sources, "issues": fetched.issues}, TITLES)
    if not (asked.json or asked.out):
        print(f"Now: bothshores draft {country} --from {folder}")
    return int((fetched.issues["severity"] == Severity.PROBLEM).any())
