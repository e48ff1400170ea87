"""Money that reaches nobody: before the measure starts, or for a measure that is not in the plan."""

from __future__ import annotations

from collections.abc import Iterator

from bothshores.plan.kinds import Draft, Finding, Rule
from bothshores.vocab import Message
from bothshores.vocab import gettext_noop as _


class MoneyUnused(Rule):
    """Rows of the budget, beside the measures they are for."""

    id = "money_unused"
    label = _("Money before a measure starts, or without a measure")
    severity = "conflict"

    def find(self, draft: Draft) -> Iterator[Finding]:
        """One finding for each measure."""
        starts = {row["id"]: row["start_year"] for row in draft.measures}
        for measure in sorted(draft.money):
            if measure not in starts:
                text = _("The budget has money for {measure}, which is no measure of this plan.")
                yield Finding(measure, Message.of(text, measure=f"measure:{measure}"))
                continue
            years = [row["year"] for row in draft.budget if row["measure"] == measure and row["amount_usd"]]
            if min(years) < starts[measure]:
                text = _("{measure} has money in {year}, before it starts in {start}.")
                gaps = {
                    "measure": f"measure:{measure}",
                    "year": f"year:{min(years)}",
                    "start": f"year:{starts[measure]}",
                }
                yield Finding(measure, Message.of(text, **gaps))
