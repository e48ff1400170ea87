"""`bothshores report write | package | open`."""

from __future__ import annotations

import argparse
import webbrowser

from bothshores import loop
from bothshores.cli import show
from bothshores.cli.places import country_of, workspace_of
from bothshores.errors import WorkspaceError
from bothshores.locale import translator
from bothshores.store.commit import commit, stage


def write(asked: argparse.Namespace) -> int:
    """Write the last draft's report again, in the languages asked for."""
    for language in asked.lang:
        translator(language)
    workspace = workspace_of(asked, country_of(asked))
    with workspace.locked():
        run = workspace.run()
        staging = stage(workspace.root)
        loop.speak(workspace.tables(), workspace.terms(), staging / "report", asked.lang, run.name, show.progress())
        commit(workspace.root, ["report"])
    show.say_paths(sorted(workspace.report.glob("plan.*")))
    return 0


def package(asked: argparse.Namespace) -> int:
    """Pack every table of the last run as a Data Package."""
    from bothshores import report as room

    workspace = workspace_of(asked, country_of(asked))
    workspace.report.mkdir(parents=True, exist_ok=True)
    show.say_paths([room.package(workspace.tables(), asked.out or workspace.report)])
    return 0


def show_file(asked: argparse.Namespace) -> int:
    """Open the HTML report."""
    workspace = workspace_of(asked, country_of(asked))
    file = workspace.report / f"plan.{asked.lang}.html"
    if not file.exists():
        raise WorkspaceError("There is no such report yet.", where=file, remedy="Run `bothshores report write` first.")
    print(file)
    webbrowser.open(file.resolve().as_uri())
    return 0
