"""`bothshores fund cashflow`: of the plan, or of one instrument with its own terms."""

from __future__ import annotations

import argparse

import polars as pl

from bothshores import fund as room
from bothshores.cli import plan, show
from bothshores.errors import RequestError

TITLES = {"cash_flows": "Cash flows"}


def cashflow(asked: argparse.Namespace) -> int:
    """Who pays whom, when, for what; parts sum to the whole."""
    if asked.instrument:
        show.give(asked, {"cash_flows": room.cash_flow_table(asked.instrument, **terms_of(asked.terms))}, TITLES)
        return 0
    tables = plan.compute(asked)
    flows = tables["cash_flows"]
    if not (asked.json or asked.out):
        flows = flows.with_columns(amount_usd=pl.col("amount_minor") / 100).drop("amount_minor")
    show.give(asked, {"cash_flows": flows}, TITLES)
    return plan.report_problems(asked, tables["issues"])


def terms_of(pairs: list[str]) -> dict[str, str]:
    """`NAME=VALUE` pairs. Raises RequestError where one is not."""
    for pair in pairs:
        if "=" not in pair:
            raise RequestError(f"{pair!r} is not NAME=VALUE.", remedy="Write it as loan=800000.")
    return dict(pair.split("=", 1) for pair in pairs)
