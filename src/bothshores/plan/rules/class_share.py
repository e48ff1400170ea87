"""More money on assumption or judgement than the plan allows itself."""

from __future__ import annotations

from collections.abc import Iterator

from bothshores.plan.kinds import Draft, Finding, Rule
from bothshores.vocab import Message, MoneyClass
from bothshores.vocab import gettext_noop as _


class ClassShare(Rule):
    """Sums of the classes, beside the shares in plan.toml."""

    id = "class_share"
    label = _("Too much money on assumption or judgement")
    severity = "conflict"

    def find(self, draft: Draft) -> Iterator[Finding]:
        """At most one finding for each class."""
        terms = draft.terms
        limits = {
            MoneyClass.ASSUMPTION: (
                terms.assumption_share_max,
                _("{share} of the budget rests on assumed costs; the plan allows itself {limit}."),
            ),
            MoneyClass.JUDGEMENT: (
                terms.judgement_share_max,
                _("{share} of the budget rests on judgement; the plan allows itself {limit}."),
            ),
        }
        for money_class, (limit, text) in limits.items():
            used = draft.class_money(money_class.value)
            if used > limit * terms.budget_usd + 1:
                gaps = {"share": f"share:{used / max(terms.budget_usd, 1)}", "limit": f"share:{limit}"}
                yield Finding(money_class.value, Message.of(text, **gaps))
