"""A measure with money and no safeguard."""

from __future__ import annotations

from collections.abc import Iterator

from bothshores.plan.kinds import Draft, Finding, Rule
from bothshores.vocab import Message
from bothshores.vocab import gettext_noop as _


class NoSafeguard(Rule):
    """Every funded measure names what can go wrong, and what guards against each."""

    id = "no_safeguard"
    label = _("Measures without safeguard")
    severity = "gap"

    def find(self, draft: Draft) -> Iterator[Finding]:
        """Measures without any risk, and risks without a safeguard."""
        named = {row["measure"] for row in draft.risks}
        for measure in sorted(draft.money):
            if measure not in named:
                text = _("{measure}: it has money, and nobody wrote down what can go wrong and what guards against it.")
                yield Finding(measure, Message.of(text, measure=f"measure:{measure}"))
        for row in draft.risks:
            if not row["safeguard"].strip() and row["measure"] in draft.money:
                text = _("{measure}: nothing guards against one of its risks: {risk}.")
                gaps = {"measure": f"measure:{row['measure']}", "risk": f"term:{row['title']}"}
                yield Finding(row["measure"], Message.of(text, **gaps), row["risk"])
