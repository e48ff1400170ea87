"""`bothshores plan diagnose | propose | check | simulate | allocate`: the tables of one step, nothing written."""

from __future__ import annotations

import argparse

import polars as pl

from bothshores import loop
from bothshores.cli import show
from bothshores.cli.places import country_of, workspace_of
from bothshores.cli.worlds import world_of
from bothshores.vocab import Severity

TABLES = {
    "diagnose": ("peers", "needs"),
    "propose": ("candidates", "objectives", "measures"),
    "check": ("findings",),
    "simulate": ("outcome_paths", "plan_changes", "contributions", "forecasts"),
    "allocate": ("allocation", "constraints"),
}
COLUMNS = {
    "needs": (
        "rank",
        "indicator",
        "value",
        "year",
        "peer_median",
        "gap",
        "gap_low",
        "gap_high",
        "score",
        "message",
        "args",
    ),
    "measures": ("id", "money_class", "objective", "unit_cost_usd", "eligible_persons", "start_year"),
    "objectives": ("id", "indicator", "direction", "weight", "baseline", "baseline_year"),
    "forecasts": ("indicator", "year", "model", "mean", "low", "high", "message", "args"),
}
TITLES = {
    "peers": "Similar countries",
    "needs": "Needs",
    "candidates": "Templates taken and left",
    "objectives": "Objectives",
    "measures": "Measures",
    "findings": "What does not fit together",
    "outcome_paths": "Outcomes with and without the plan",
    "plan_changes": "What the whole plan adds in the last year",
    "contributions": "What each measure adds in the last year",
    "forecasts": "Forecasts without the plan",
    "allocation": "Money by measure",
    "constraints": "What holds the optimum back",
}


def run(asked: argparse.Namespace) -> int:
    """Compute from the workspace's evidence and edits, and show one step's tables."""
    show.check_out(asked.out, one_table=len(TABLES[asked.verb]) == 1)
    drafted = compute(asked)
    results = {name: shown(name, drafted[name]) for name in TABLES[asked.verb]}
    show.give(asked, results, TITLES)
    return report_problems(asked, drafted["issues"])


def compute(asked: argparse.Namespace) -> dict[str, pl.DataFrame]:
    """Every table, as a draft now would compute it."""
    country = country_of(asked)
    workspace = workspace_of(asked, country)
    workspace.settle()
    world = world_of(asked.folders, workspace, show.progress())
    ledger, terms, _basis = loop.decide(loop.Request(country), workspace, world)
    computed = loop.compute(world, country, ledger, terms)
    return computed | loop.about_country(world, country, ledger, computed["peers"])


def shown(name: str, frame: pl.DataFrame) -> pl.DataFrame:
    """The columns a person wants to see."""
    return frame.select(COLUMNS[name]) if name in COLUMNS else frame


def report_problems(asked: argparse.Namespace, issues: pl.DataFrame) -> int:
    """Print the user's own problems, if any; 1 then."""
    problems = issues.filter(pl.col("severity") == Severity.PROBLEM.value)
    if problems.height and not (asked.json or asked.out):
        show.print_table(problems, "To mend", ("file", "row", "column", "message", "args", "remedy"))
    return int(problems.height > 0)
