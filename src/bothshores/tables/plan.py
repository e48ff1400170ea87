"""What people decide: the files of `plan/`."""

from __future__ import annotations

import dataframely as dy
import polars as pl

from bothshores.tables import columns as c

MOST = 1e12
"""No assumed value is larger: it would be a slip of the finger."""
NEW_ENOUGH = 6
"""Years by which an objective's figure may be older than the newest of the needs: a target for the plan's last year
cannot stand on a figure of a decade before it (a judgement)."""
CLASSES = ["evidence", "assumption", "judgement", "uncosted"]


class Objectives(dy.Schema):
    """What should change, and how much it counts."""

    id = c.slug("Objective", primary_key=True)
    title = c.text("In words")
    indicator = c.slug("Indicator that shows it")
    direction = dy.Enum(["up_good", "down_good"], description="Which way it should move")
    weight = c.share("How much it counts; weights sum to 1")
    baseline = c.number("Latest figure", "unit of the indicator", nullable=True)
    baseline_year = c.year("Its year", nullable=True)
    source = c.text("Where the baseline comes from")


class Measures(dy.Schema):
    """What is to be done, for whom, by whom."""

    id = c.slug("Measure", primary_key=True)
    title = c.text("In words")
    template = c.text("Template of the catalogue it comes from, or empty for a measure of your own")
    objective = c.text("Objective it serves first, or empty")
    money_class = dy.Enum(CLASSES, description="What its money rests on")
    owner = c.text("Post that answers for it")
    lead = c.text("Body that leads")
    target_group = c.text("Whom it is for")
    eligible_persons = c.count("People it could serve", "persons", nullable=True)
    unit_cost_usd = c.number("Cost for one person or unit, delivery included", "USD", nullable=True, min_exclusive=0.0)
    cost_source = c.text("Where the cost comes from, or why there is none")
    start_year = c.year("Year it starts")
    sdg = c.text("SDG targets, separated by spaces")
    gcm = c.text("Global Compact objectives, separated by spaces")


class Budget(dy.Schema):
    """Money for each measure and year; `evaluation_reserve` and `unallocated` stand beside the measures."""

    measure = c.slug("Measure, or evaluation_reserve, or unallocated", primary_key=True)
    year = c.year("Year", primary_key=True)
    amount_usd = c.usd("Amount")


class Targets(dy.Schema):
    """The path an indicator should take; intervals stand in the run, not here."""

    measure = c.slug("Measure, or `national`", primary_key=True)
    indicator = c.slug("Indicator", primary_key=True)
    year = c.year("Year", primary_key=True)
    target = c.number("Value to reach", "unit of the indicator")


class Assumptions(dy.Schema):
    """A value nobody has published for this country; wide on purpose, for you to correct."""

    id = c.slug("Assumption", primary_key=True)
    measure = c.slug("Measure it belongs to")
    parameter = c.slug("What is assumed: unit_cost_usd and the like")
    low = c.number("Low end of the range (one in twenty below)", "unit of the row", min=0.0, max=MOST)
    central = c.number("Central value", "unit of the row", min=0.0, max=MOST)
    high = c.number("High end of the range (one in twenty above)", "unit of the row", min=0.0, max=MOST)
    unit = c.text("Unit")
    by_analogy_with = c.text("Named measure and place the value is taken from")
    corrected_by = c.text("Who corrected it with what source; empty as drafted")

    @dy.rule()
    def in_order(cls) -> pl.Expr:
        """The central value lies between the ends."""
        return (pl.col("low") <= pl.col("central")) & (pl.col("central") <= pl.col("high"))

    @dy.rule()
    def cost_above_zero(cls) -> pl.Expr:
        """Nothing is free: a cost of zero would reach everybody."""
        return ~pl.col("parameter").is_in(["unit_cost_usd", "cost_markup"]) | (pl.col("low") > 0)


class Commitments(dy.Schema):
    """What somebody promises by when."""

    id = c.slug("Commitment", primary_key=True)
    measure = c.slug("Measure it serves")
    promise = c.text("What is promised")
    owner = c.text("Post that answers for it")
    due = c.date("Day by which it is due")
    legal_basis = c.text("Law or plan clause; empty until somebody names one")


class Partners(dy.Schema):
    """Who takes part in a measure, as a generic body until the country names one."""

    measure = c.slug("Measure", primary_key=True)
    partner = c.text("Body", primary_key=True)
    role = dy.Enum(["lead", "partner"], description="What it does")


class Risks(dy.Schema):
    """What can go wrong with a measure and what guards against it."""

    measure = c.slug("Measure", primary_key=True)
    risk = c.slug("Risk, numbered in the template", primary_key=True)
    title = c.text("What can go wrong")
    safeguard = c.text("What guards against it")
    owner = c.text("Post that watches it")
