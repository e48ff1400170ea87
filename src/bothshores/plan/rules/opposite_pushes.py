"""Two measures that push one indicator opposite ways."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from bothshores.plan.kinds import Draft, Finding, Rule
from bothshores.vocab import Message
from bothshores.vocab import gettext_noop as _


class OppositePushes(Rule):
    """Measures without money push nothing; who pushes an objective the wrong way is found by a rule of its own."""

    id = "opposite_pushes"
    label = _("Measures that push an indicator opposite ways")
    severity = "notice"

    def find(self, draft: Draft) -> Iterator[Finding]:
        """Pairs of funded measures whose templates push an indicator up and down; one finding a pair."""
        funded = sorted(draft.templates.keys() & draft.money.keys())
        for first, second in combinations(funded, 2):
            one, two = draft.templates[first].pushes, draft.templates[second].pushes
            torn = sorted(name for name in one.keys() & two.keys() - draft.aims.keys() if one[name] * two[name] < 0)
            for indicator in torn[:1]:
                up, down = (first, second) if one[indicator] > 0 else (second, first)
                message = Message.of(
                    _("{up} raises {indicator}, {down} lowers it: say which of the two is meant."),
                    up=f"measure:{up}", down=f"measure:{down}", indicator=f"indicator:{indicator}",
                )  # fmt: skip
                yield Finding(first, message, second)
