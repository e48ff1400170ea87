"""`bothshores fund cashflow`: of the plan, or of one instrument with its own terms."""

from __future__ import annotations

import argparse

import polars as pl

from bothshores import fund as room
from bothshores.cli import plan, show

TITLES = {"cash_flows": "Cash flows"}


def cashflow(asked: argparse.Namespace) -> int:
    """Who pays whom, when, for what; parts sum to the whole."""
    show.check_out(asked.out, one_table=True)
    if asked.instrument:
        show.give(asked, {"cash_flows": room.cash_flow_table(asked.instrument, **dict(asked.terms))}, TITLES)
        return 0
    tables = plan.compute(asked)
    flows = tables["cash_flows"]
    if not (asked.json or asked.out):
        flows = flows.with_columns(amount_usd=pl.col("amount_minor") / 100).drop("amount_minor")
    show.give(asked, {"cash_flows": flows}, TITLES)
    return plan.report_problems(asked, tables["issues"])
