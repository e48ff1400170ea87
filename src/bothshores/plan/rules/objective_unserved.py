"""An objective that nobody serves, or nobody with money."""

from __future__ import annotations

from collections.abc import Iterator

from bothshores.plan.kinds import Draft, Finding, Rule
from bothshores.plan.money_class import served
from bothshores.vocab import Message
from bothshores.vocab import gettext_noop as _


class ObjectiveUnserved(Rule):
    """Serving: the measure names the objective, or its template serves the indicator."""

    id = "objective_unserved"
    label = _("Objectives that nobody serves")
    severity = "gap"

    def find(self, draft: Draft) -> Iterator[Finding]:
        """One finding for each such objective."""
        for row in draft.objectives:
            serving = [
                measure["id"]
                for measure in draft.measures
                if measure["objective"] == row["id"]
                or (measure["id"] in draft.templates and row["indicator"] in served(draft.templates[measure["id"]]))
            ]
            if not serving:
                text = _("No measure serves {indicator}.")
            elif not draft.money.keys() & set(serving):
                text = _("{indicator} is served, but by no measure that has money.")
            else:
                continue
            yield Finding(row["id"], Message.of(text, indicator=f"indicator:{row['indicator']}"))
