"""A measure of which nobody has shown that it works."""

from __future__ import annotations

from collections.abc import Iterator

from bothshores.catalogue.effects import credible
from bothshores.plan.kinds import Draft, Finding, Rule
from bothshores.vocab import Message
from bothshores.vocab import gettext_noop as _


class NoCredibleEffect(Rule):
    """Credible: a verified estimate with a spread, linked or noted. Law and protection may lack it."""

    id = "no_credible_effect"
    label = _("Measures without credible evidence")
    severity = "notice"

    def find(self, draft: Draft) -> Iterator[Finding]:
        """One finding for each measure; a gap where it has money."""
        for row in draft.measures:
            measure = row["id"]
            known = {use["effect"] for use in draft.effect_uses if use["measure"] == measure}
            if credible(known):
                continue
            text = _("{measure}: the library knows no study of such a measure. Evaluate it before it grows.")
            if known:
                text = _("{measure}: what is known of such measures ({number}) has no verified figure of an effect. "
                         "Evaluate it before it grows.")  # fmt: skip
            gaps = {"measure": f"measure:{measure}"} | ({"number": f"number:{len(known)}"} if known else {})
            yield Finding(measure, Message.of(text, **gaps), severity="gap" if measure in draft.money else "notice")
