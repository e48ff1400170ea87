"""What should change now?"""

from __future__ import annotations

import dataframely as dy

from bothshores.tables import columns as c


class Triggers(dy.Schema):
    """A line that, once crossed, brings a measure or target back to the table."""

    id = c.slug("Trigger", primary_key=True)
    measure = c.slug("Measure, or `national`")
    indicator = c.slug("Indicator watched")
    year = c.year("Year whose figure is watched")
    check_on = c.date("Day on which it is checked, with the newest figure there is")
    crossed = dy.Enum(["below", "above"], description="Which side of the threshold calls the review")
    threshold = c.number("Threshold, from the simulated interval or the measure's own plan", "unit of the indicator")
    action = c.text("What is reviewed then")
    owner = c.text("Post that calls the review")
