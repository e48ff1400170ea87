"""Weights of the objectives that do not sum to 1."""

from __future__ import annotations

from collections.abc import Iterator

from bothshores.plan.kinds import Draft, Finding, Rule
from bothshores.vocab import Message
from bothshores.vocab import gettext_noop as _

ROUNDING = 0.0005


class WeightsSum(Rule):
    """The allocation uses them in proportion; the reader should see what was meant."""

    id = "weights_sum"
    label = _("Weights that do not sum to 1")
    severity = "notice"

    def find(self, draft: Draft) -> Iterator[Finding]:
        """At most one finding."""
        total = sum(row["weight"] for row in draft.objectives)
        if draft.objectives and abs(total - 1) > ROUNDING:
            text = _("The weights sum to {total}, not to 1: they are used in proportion.")
            yield Finding("objectives", Message.of(text, total=f"number:{total}"))
