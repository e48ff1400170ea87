"""A measure with money that nobody evaluates."""

from __future__ import annotations

from collections.abc import Iterator

from bothshores.plan.kinds import Draft, Finding, Rule
from bothshores.vocab import Message
from bothshores.vocab import gettext_noop as _

NOT_EVALUABLE = "not_evaluable"


class NoEvaluation(Rule):
    """A gap where no design was chosen; a notice where none is possible, so that the reader knows."""

    id = "no_evaluation"
    label = _("Measures without evaluation")
    severity = "gap"

    def find(self, draft: Draft) -> Iterator[Finding]:
        """One finding for each funded measure."""
        designs = {row["measure"]: row["design"] for row in draft.evaluations}
        for measure in sorted(draft.money):
            if measure not in designs:
                text = _("{measure}: it has money, and nobody says how it will be known whether it works.")
                yield Finding(measure, Message.of(text, measure=f"measure:{measure}"))
            elif designs[measure] == NOT_EVALUABLE:
                text = _("{measure}: it has money, and cannot be evaluated as it is planned.")
                yield Finding(measure, Message.of(text, measure=f"measure:{measure}"), severity="notice")
