"""A measure that pushes an objective the wrong way."""

from __future__ import annotations

from collections.abc import Iterator

from bothshores.plan.kinds import Draft, Finding, Rule
from bothshores.vocab import Message
from bothshores.vocab import gettext_noop as _


class PushAgainstObjective(Rule):
    """What a funded measure's template says it pushes, beside the direction the objective wants."""

    id = "push_against_objective"
    label = _("Measures that push an objective the wrong way")
    severity = "conflict"

    def find(self, draft: Draft) -> Iterator[Finding]:
        """One finding for each measure and objective."""
        for measure in sorted(draft.templates.keys() & draft.money.keys()):
            for indicator, push in sorted(draft.templates[measure].pushes.items()):
                if push * draft.aims.get(indicator, 0) < 0:
                    message = Message.of(
                        _("With {measure}, {indicator} moves the way that the plan does not want."),
                        measure=f"measure:{measure}", indicator=f"indicator:{indicator}",
                    )  # fmt: skip
                    yield Finding(measure, message, indicator)
