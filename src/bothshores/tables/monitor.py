"""How it will be known whether it happens."""

from __future__ import annotations

import dataframely as dy

from bothshores.tables import columns as c


class Monitoring(dy.Schema):
    """A row of the results framework: what is measured, from where, how often, by whom, broken down how."""

    measure = c.slug("Measure, or `national`", primary_key=True)
    indicator = c.slug("Indicator", primary_key=True)
    level = dy.Enum(["outcome", "output"], description="Outcome for people, or output of the measure")
    baseline = c.number("Latest figure; blank where nobody has one", "unit of the indicator", nullable=True)
    baseline_year = c.year("Its year", nullable=True)
    data_source = c.text("Where the figure comes from")
    frequency = c.text("How often")
    owner = c.text("Post that reports it")
    breakdowns = c.text("Breakdowns, separated by spaces")
    smallest_cell = c.count("Smallest number of people that may be published", "persons")
