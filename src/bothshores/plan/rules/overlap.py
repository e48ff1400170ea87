"""Two measures that may reach the same people twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from bothshores.plan.kinds import Draft, Finding, Rule
from bothshores.vocab import Message
from bothshores.vocab import gettext_noop as _


class Overlap(Rule):
    """Templates that name each other, or have the same target group; effects of both would be counted twice."""

    id = "overlap"
    label = _("Measures that overlap")
    severity = "notice"

    def find(self, draft: Draft) -> Iterator[Finding]:
        """Pairs of funded measures."""
        for first, second in combinations(sorted(draft.templates.keys() & draft.money.keys()), 2):
            one, two = draft.templates[first], draft.templates[second]
            if one.id in two.overlaps or two.id in one.overlaps or one.group.label == two.group.label:
                message = Message.of(
                    _("{first} and {second} reach the same people: agree who serves whom, and count each person once."),
                    first=f"measure:{first}", second=f"measure:{second}",
                )  # fmt: skip
                yield Finding(first, message, second)
