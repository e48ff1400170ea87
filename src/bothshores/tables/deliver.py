"""Who does what by when."""

from __future__ import annotations

import dataframely as dy

from bothshores.tables import columns as c


class Delivery(dy.Schema):
    """A milestone of a measure in a quarter, with the post that answers for it."""

    measure = c.slug("Measure", primary_key=True)
    milestone = c.slug("Milestone", primary_key=True)
    quarter = dy.String(description="Quarter, as 2027-Q1", regex=r"^\d{4}-Q[1-4]$", metadata={"unit": "quarter"})
    title = c.text("What is done by its end")
    owner = c.text("Post that answers for it")
    reached = c.number("People reached by then, blank where it is not known", "persons", nullable=True, min=0.0)
