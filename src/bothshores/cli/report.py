"""`bothshores report write | poster | package | open`."""

from __future__ import annotations

import argparse
import webbrowser

from bothshores import loop
from bothshores.cli import show
from bothshores.cli.places import country_of, unit_of, workspace_of
from bothshores.errors import WorkspaceError
from bothshores.locale import translator
from bothshores.store.commit import commit, stage
from bothshores.tables.terms import PlanTerms
from bothshores.words.spoken import languages_of


def write(asked: argparse.Namespace) -> int:
    """Write the last draft's report again, in the languages asked for."""
    workspace = workspace_of(asked, country_of(asked))
    workspace.run()  # a folder without a draft is said before anything is written there
    with workspace.locked():
        run, terms = workspace.run(), workspace.terms()
        staging = stage(workspace.root)
        loop.speak(workspace.tables(), terms, staging / "report", spoken(asked, terms), run.name, show.progress())
        commit(workspace.root, ["report"])
    written = [file for name in ("plan", "brief", "poster") for file in workspace.report.glob(f"{name}.*")]
    show.say_paths(asked, sorted(written))
    return 0


def spoken(asked: argparse.Namespace, terms: PlanTerms) -> tuple[str, ...]:
    """The languages asked for, else the country's. Raises RequestError for one that there is not."""
    found: tuple[str, ...] = tuple(asked.lang or languages_of(terms.country))
    for language in found:
        translator(language)
    return found


def poster(asked: argparse.Namespace) -> int:
    """Write the poster of the last draft for the place named, beside the report."""
    from bothshores import report as room

    workspace = workspace_of(asked, country_of(asked))
    tables, terms = workspace.tables(), workspace.terms()
    place = unit_of(terms.country, asked.place) if asked.place else None
    with workspace.locked():
        staged = room.write_poster(tables, terms, stage(workspace.root) / "report", spoken(asked, terms), place)
        commit(workspace.root, [f"report/{file.name}" for file in staged])
    show.say_paths(asked, [workspace.report / file.name for file in staged])
    return 0


def package(asked: argparse.Namespace) -> int:
    """Pack every table of the last run as a Data Package, into the report or into the folder named."""
    from bothshores import report as room

    workspace = workspace_of(asked, country_of(asked))
    tables = workspace.tables()
    if asked.out:
        packed = room.package(tables, asked.out)
    else:
        with workspace.locked():
            name = room.package(tables, stage(workspace.root) / "report").name
            commit(workspace.root, [f"report/{name}"])
        packed = workspace.report / name
    show.say_paths(asked, [packed])
    return 0


def show_file(asked: argparse.Namespace) -> int:
    """Open the HTML report."""
    workspace = workspace_of(asked, country_of(asked))
    workspace.settle()
    file = workspace.report / f"plan.{asked.lang}.html"
    if not file.exists():
        raise WorkspaceError("There is no such report yet.", where=file, remedy="Run `bothshores report write` first.")
    print(file)
    webbrowser.open(file.resolve().as_uri())
    return 0
