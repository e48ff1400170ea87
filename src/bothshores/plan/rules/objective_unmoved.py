"""An objective on which no effect is scored: money cannot be steered by it."""

from __future__ import annotations

from collections.abc import Iterator

from bothshores.plan.kinds import Draft, Finding, Rule
from bothshores.vocab import Message
from bothshores.vocab import gettext_noop as _


class ObjectiveUnmoved(Rule):
    """Its weight counts for nothing in the allocation, which a reader of the weights should know."""

    id = "objective_unmoved"
    label = _("Objectives without a scored effect")
    severity = "notice"

    def find(self, draft: Draft) -> Iterator[Finding]:
        """One finding for each such objective."""
        moved = {use["indicator"] for use in draft.effect_uses if use["scored"]}
        for row in draft.objectives:
            if row["indicator"] not in moved:
                text = _("No verified effect on {indicator} is scored: its weight of {weight} steers no money.")
                gaps = {"indicator": f"indicator:{row['indicator']}", "weight": f"share:{row['weight']}"}
                yield Finding(row["id"], Message.of(text, **gaps))
