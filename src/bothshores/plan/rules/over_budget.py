"""More planned than there is, or money outside the plan's years."""

from __future__ import annotations

from collections.abc import Iterator

from bothshores.plan.kinds import Draft, Finding, Rule
from bothshores.vocab import Message
from bothshores.vocab import gettext_noop as _


class OverBudget(Rule):
    """All rows of the budget together, beside `money.budget_usd`."""

    id = "over_budget"
    label = _("More money planned than there is")
    severity = "conflict"

    def find(self, draft: Draft) -> Iterator[Finding]:
        """The sum, and each measure with money in a year the plan does not have."""
        total = sum(row["amount_usd"] for row in draft.budget)
        if total > draft.terms.budget_usd:
            text = _("The budget's rows sum to {total}; the plan has {budget}.")
            gaps = {"total": f"usd:{total}", "budget": f"usd:{draft.terms.budget_usd}"}
            yield Finding("budget", Message.of(text, **gaps))
        outside = {(row["measure"], row["year"]) for row in draft.budget
                   if row["amount_usd"] and row["year"] not in draft.terms.years}  # fmt: skip
        for measure, year in sorted(outside):
            text = _("{measure} has money in {year}, which is no year of the plan.")
            gaps = {"measure": f"measure:{measure}", "year": f"year:{year}"}
            yield Finding(measure, Message.of(text, **gaps), str(year))
