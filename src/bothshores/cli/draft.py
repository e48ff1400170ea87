"""`bothshores draft`: one country, or all."""

from __future__ import annotations

import argparse
from pathlib import Path

from bothshores import loop
from bothshores.cli import show, summary
from bothshores.cli.places import country_of, workspace_of
from bothshores.cli.worlds import world_of
from bothshores.errors import BothshoresError
from bothshores.locale import translator
from bothshores.store import Workspace
from bothshores.words.spoken import languages_of


def run(asked: argparse.Namespace) -> int:
    """Draft, then say what was loaded, what was wrong, what the plan does, and which file to open."""
    for language in asked.lang or ():
        translator(language)  # an unknown language is said before the work begins
    show.check_out(asked.out, one_table=asked.all)
    if asked.all:
        return run_all(asked)
    country = country_of(asked)
    workspace, progress = workspace_of(asked, country), show.progress()
    with workspace.locked():
        workspace.check_country(country)  # a folder that cannot be used is said before the work begins
    world = world_of(asked.folders, workspace, progress)
    drafted = loop.draft(request(asked, country), workspace, world, progress)
    if asked.json or asked.out:
        show.hand_over(asked, summary.for_machines(drafted))
    else:
        summary.for_people(drafted, (asked.lang or languages_of(drafted.terms.country))[0] if asked.report else None)
    return int(drafted.failed)


def request(asked: argparse.Namespace, country: str) -> loop.Request:
    """The draft asked for."""
    return loop.Request(country, asked.budget, asked.years, asked.seed, tuple(asked.lang or ()), asked.report)


def run_all(asked: argparse.Namespace) -> int:
    """Every country the Factbook has people for; one that cannot be drafted is listed and the others go on."""
    root, progress = asked.workspace or Path("plans"), show.progress()
    with Workspace(root).locked():
        pass  # a folder that cannot be written is said before the work begins
    world = world_of(asked.folders, None, progress)
    countries = loop.countries(world)
    lines, failed = [], False
    for number, country in enumerate(countries, 1):
        try:
            drafted = loop.draft(request(asked, country), Workspace(root / country), world)
        except BothshoresError as error:
            lines.append({"country": country, "outcome": "not drafted", "reason": str(error)})
            failed = True
        else:
            lines.append({"country": country, "outcome": "drafted", **summary.line(drafted)})
            failed = failed or drafted.failed
        if number % 25 == 0 or number == len(countries):
            progress(f"{number} of {len(countries)} countries")
    summary.of_all(asked, lines)
    return int(failed)
