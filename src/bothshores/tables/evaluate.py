"""Did it work, and did it last?"""

from __future__ import annotations

import dataframely as dy

from bothshores.tables import columns as c


def second_look_after(years: float, first_year: int, last_year: int) -> float:
    """Years from the first payment to the second look: as asked, but not before it is in force everywhere."""
    return max(years, float(last_year - first_year + 1))


class Evaluations(dy.Schema):
    """How each measure will be evaluated, or why it cannot be."""

    measure = c.slug("Measure", primary_key=True)
    design = c.slug("Design, or `not_evaluable`")
    outcome = c.text("Outcome compared, or empty")
    comparison = c.text("With whom")
    sample_size = c.count("People or units in the study", "units", nullable=True)
    smallest_detectable = c.number(
        "Smallest effect that would be found in 8 of 10 studies, at 5% two-sided",
        "standard deviations of the outcome",
        nullable=True,
        min=0.0,
    )
    expected = c.number("Effect the plan counts on", "standard deviations of the outcome", nullable=True)
    short_window_years = c.number("First look, years after the start", "years", nullable=True, min=0.0)
    long_window_years = c.number("Second look: does it last?", "years", nullable=True, min=0.0)
    owner = c.text("Post that answers for it")
    message = c.message("Why this design, or why not evaluable")
    args = c.args()
