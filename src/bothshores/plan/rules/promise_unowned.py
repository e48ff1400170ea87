"""A promise or a measure that nobody answers for."""

from __future__ import annotations

from collections.abc import Iterator

from bothshores.plan.kinds import Draft, Finding, Rule
from bothshores.vocab import Message
from bothshores.vocab import gettext_noop as _


class PromiseUnowned(Rule):
    """The owner is a post; an empty cell, or one of blanks, is nobody."""

    id = "promise_unowned"
    label = _("Promises and measures without owner")
    severity = "gap"

    def find(self, draft: Draft) -> Iterator[Finding]:
        """One finding for each measure, and for each promise of another owner that is missing."""
        for row in draft.measures:
            if not row["owner"].strip():
                text = _("{measure}: no post answers for it.")
                yield Finding(row["id"], Message.of(text, measure=f"measure:{row['id']}"))
        for row in draft.commitments:
            if not row["owner"].strip():
                text = _("{measure}: no post answers for what is promised.")
                yield Finding(row["id"], Message.of(text, measure=f"measure:{row['measure']}"), row["measure"])
