"""Money for a measure that is too little to work with."""

from __future__ import annotations

from collections.abc import Iterator

from bothshores.plan.kinds import Draft, Finding, Rule
from bothshores.vocab import Message
from bothshores.vocab import gettext_noop as _

ONE_OFFICER = 20_000
"""USD a year for one officer, a desk and the roads to the districts: a judgement."""


class MoneyThin(Rule):
    """An even split of a small budget: over the years with money, less a year than one officer and their work cost."""

    id = "money_thin"
    label = _("Money that is too little to work with")
    severity = "gap"

    def find(self, draft: Draft) -> Iterator[Finding]:
        """One finding for each such measure."""
        for row in draft.measures:
            measure = row["id"]
            years = [each["year"] for each in draft.budget if each["measure"] == measure and each["amount_usd"]]
            a_year = draft.money.get(measure, 0) / max(len(years), 1)
            if 0 < a_year < ONE_OFFICER:
                text = _("{measure}: {amount} a year is less than one officer and their work cost. Join it with "
                         "another measure, or raise it.")  # fmt: skip
                yield Finding(measure, Message.of(text, measure=f"measure:{measure}", amount=f"usd:{a_year}"))
