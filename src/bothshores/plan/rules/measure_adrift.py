"""A measure that serves no objective of the plan."""

from __future__ import annotations

from collections.abc import Iterator

from bothshores.plan.kinds import Draft, Finding, Rule
from bothshores.vocab import Message
from bothshores.vocab import gettext_noop as _


class MeasureAdrift(Rule):
    """What protects people may stand alone; everything else should say what it is for."""

    id = "measure_adrift"
    label = _("Measures that serve no objective")
    severity = "notice"

    def find(self, draft: Draft) -> Iterator[Finding]:
        """Measures whose objective is empty or gone."""
        known = {row["id"] for row in draft.objectives}
        for row in draft.measures:
            template = draft.templates.get(row["id"])
            if row["objective"] in known or (template and template.protection):
                continue
            text = _("{measure} serves no objective of this plan.")
            yield Finding(row["id"], Message.of(text, measure=f"measure:{row['id']}"))
