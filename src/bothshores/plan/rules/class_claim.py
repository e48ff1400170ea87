"""A measure whose class of money claims more, or less, than is known."""

from __future__ import annotations

from collections.abc import Iterator

from bothshores.plan.kinds import Draft, Finding, Rule
from bothshores.plan.money_class import SCORED
from bothshores.vocab import Message, MoneyClass
from bothshores.vocab import gettext_noop as _


class ClassClaim(Rule):
    """A scored class needs a scored effect; a cost that somebody entered should be used; uncosted means no money."""

    id = "class_claim"
    label = _("Money whose class does not fit")
    severity = "notice"

    def find(self, draft: Draft) -> Iterator[Finding]:
        """One finding for each such measure."""
        scored = {use["measure"] for use in draft.effect_uses if use["scored"]}
        for row in draft.measures:
            measure, uncosted = row["id"], row["money_class"] == MoneyClass.UNCOSTED.value
            text = ""
            if row["money_class"] in SCORED and measure not in scored:
                text = _("{measure}: its class says that its effect is scored, and none is.")
            elif uncosted and row["unit_cost_usd"] and measure in draft.templates and draft.templates[measure].effects:
                text = _("{measure}: it now has a cost. Set money_class to evidence if its source was read, "
                         "else to assumption, and it is scored.")  # fmt: skip
            elif uncosted and measure in draft.money:
                text = _("{measure}: it has money, although nobody has a cost for it.")
            if text:
                yield Finding(measure, Message.of(text, measure=f"measure:{measure}"))
