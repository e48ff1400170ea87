"""A promise without money."""

from __future__ import annotations

from collections.abc import Iterator

from bothshores.plan.kinds import Draft, Finding, Rule
from bothshores.vocab import Message
from bothshores.vocab import gettext_noop as _


class PromiseUnfunded(Rule):
    """A commitment whose measure has no money, in any year or up to the year it is due."""

    id = "promise_unfunded"
    label = _("Promises without money")
    severity = "gap"

    def find(self, draft: Draft) -> Iterator[Finding]:
        """One finding for each promise."""
        for row in draft.commitments:
            years = [each["year"] for each in draft.budget if each["measure"] == row["measure"] and each["amount_usd"]]
            if not years:
                text = _("{measure}: it is promised, and no money is planned for it.")
            elif min(years) > row["due"].year:
                text = _("{measure}: the promise is due in {due}, before its first money.")
            else:
                continue
            gaps = {"measure": f"measure:{row['measure']}", "due": f"year:{row['due'].year}"}
            used = {name: gap for name, gap in gaps.items() if f"{{{name}}}" in text}
            yield Finding(row["id"], Message.of(text, **used), row["measure"])
