"""Bring a workspace from its last whole state to the next: what people decided in, every table and the report out."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import polars as pl

from bothshores import plan
from bothshores.errors import RequestError
from bothshores.evaluate.evaluations import NOT_EVALUABLE, designs
from bothshores.fund.finance import instruments
from bothshores.loop.order import compute
from bothshores.loop.request import Drafted, Request
from bothshores.loop.world import Progress, World, quiet
from bothshores.store import Ledger, Workspace, read_plan
from bothshores.store import terms as decisions
from bothshores.store.commit import commit, stage
from bothshores.store.links import Names, check_links
from bothshores.store.run import Run, last_words, write_json
from bothshores.store.snapshots import MANIFEST
from bothshores.store.workspace import LATEST
from bothshores.tables.fund import BUDGET_LINE
from bothshores.tables.terms import PlanTerms
from bothshores.vocab import FICTIONAL, is_fictional
from bothshores.words import Words

ABOUT = {
    "observations": ["country"],
    "stocks": ["origin", "destination"],
    "corridor_remittances": ["sender", "receiver"],
    "corridor_prices": ["sender", "receiver"],
}
"""Evidence that goes into a country's run, and the columns of which one must name the country."""


def draft(request: Request, workspace: Workspace, world: World, progress: Progress = quiet) -> Drafted:
    """Bring a workspace to its next whole state; an interruption leaves the last one. Raises on what cannot be used."""
    with workspace.locked():
        ledger, terms, basis = decide(request, workspace, world)
        progress(f"{request.country}: needs, measures, money, outcomes")
        computed = compute(world, request.country, ledger, terms) | {"basis": basis}
        computed |= about_country(world, request.country, ledger, computed["peers"])
        done = Run(terms, world.snapshots, ledger, computed, head_of(request.country, basis))
        save(request, workspace, done, progress)
    return Drafted(terms, computed, workspace.root, done.id)


def head_of(country: str, basis: pl.DataFrame) -> str:
    """What stands at the head of plan.toml: that the country is fictional, if it is, and what the decisions rest on."""
    return f"{FICTIONAL}. {in_words(basis)}" if is_fictional(country) else in_words(basis)


def in_words(basis: pl.DataFrame) -> str:
    """What the decisions rest on, in English."""
    words = Words("en")
    return " ".join(words.say(text, args) for text, args in basis.select("message", "args").iter_rows())


def save(request: Request, workspace: Workspace, run: Run, progress: Progress) -> None:
    """Stage data, run, plan and report; make them current together."""
    staging = stage(workspace.root)
    run.snapshots.write(workspace.data, staging / "data" / MANIFEST)
    run.write(staging / "runs" / run.id)
    run.write_plan(workspace.plan, staging / "plan")
    (staging / LATEST).write_text(run.id + "\n", encoding="utf-8")
    current = [f"data/{MANIFEST}", f"runs/{run.id}", "plan", LATEST]
    if request.report and not report_stands(workspace, run.id, request.spoken):
        speak(run.tables, run.terms, staging / "report", request.spoken, run.id, progress)
        current.append("report")
    commit(workspace.root, current)


def speak(
    tables: Mapping[str, pl.DataFrame], terms: PlanTerms, folder: Path, languages: Sequence[str], run: str,
    progress: Progress = quiet,
) -> list[Path]:  # fmt: skip
    """Write the report, and of which run and languages it speaks."""
    from bothshores import report  # a draft without a report loads no chart or document engine

    files = report.write(tables, terms, folder, languages, progress=progress)
    write_json(folder / MANIFEST, {"run": run, "languages": sorted(languages)})
    return files


def report_stands(workspace: Workspace, run: str, languages: Sequence[str]) -> bool:
    """True if the report there is of this very run and languages."""
    try:
        said = json.loads((workspace.report / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(said == {"run": run, "languages": sorted(languages)})


def decide(request: Request, workspace: Workspace, world: World) -> tuple[Ledger, PlanTerms, pl.DataFrame]:
    """What stands in `plan/`, checked, and the terms: derived, then edited, then asked for."""
    workspace.check_country(request.country)
    fresh, budget = plan.default_terms(world.beside(request.country).figures, request.country)
    if request.years and request.years[1] < fresh.first_year - 1:
        raise RequestError("Every year asked for is over: there are later figures.", remedy="Ask for years to come.")
    current = read_plan(workspace.plan)
    previous, terms_before = last_words(workspace.run()) if workspace.latest else ({}, {})
    ledger = Ledger(current, previous, before=dict(previous), before_terms=terms_before)
    check_links(ledger, plugins())
    terms = decisions.merge(fresh, ledger, request.decisions)
    return ledger, terms, plan.basis_of(terms, fresh, budget)


def plugins() -> Names:
    """What may stand in the columns that name a plug-in or one of its parameters."""
    return {
        ("financing", "instrument"): instruments().keys() | {BUDGET_LINE},
        ("evaluations", "design"): designs().keys() | {NOT_EVALUABLE},
        ("assumptions", "parameter"): plan.parameters(),
    }


def about_country(world: World, country: str, ledger: Ledger, peers: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """The evidence that the country's own pages show, and everything found wrong or not compared."""
    world = world.beside(country)
    sources = world.snapshots.frame("sources").filter((pl.col("title") == FICTIONAL) == is_fictional(country))
    issues = world.snapshots.frame("issues").filter(pl.col("country").is_in(["", country]))
    missing = plan.left_out(world.figures, peers, country, pool=world.trends)
    return {
        "figures": world.figures.filter(pl.col("country") == country),
        **{
            name: world.snapshots.frame(name).filter(pl.any_horizontal(pl.col(columns) == country))
            for name, columns in ABOUT.items()
        },
        "sources": sources,
        "issues": pl.concat([ledger.current.issues.frame(), issues, missing]),
    }
