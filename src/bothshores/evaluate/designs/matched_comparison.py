"""Matched comparison: people served beside people like them who were not, matched on what both were before."""

from __future__ import annotations

from bothshores.evaluate.kinds import Design, Power, Setting, sides, two_sides
from bothshores.evaluate.power import smallest_effect, still_there
from bothshores.vocab import Message, Reference
from bothshores.vocab import gettext_noop as _

MATCHED = 0.75
"""Part of the people who find a match: an assumption."""


class MatchedComparison(Design):
    """Matching on records from before the start: MDE = z * sqrt(1 / (P (1 - P) 0.75 N)), a quarter finding no match."""

    id = "matched_comparison"
    label = _("Matched comparison")
    source = Reference("Rosenbaum and Rubin 1983, The central role of the propensity score, Biometrika 70(1)")
    needs = _("Records of work, income and migration from before the start, for people served and for others.")
    comparison = _("Similar people who were not served")
    reason = _("Nobody can be drawn, so similar people are compared; what records do not show may still differ.")

    def obstacle(self, setting: Setting) -> Message | None:
        """Too few people that find a match, or nobody to match with."""
        served, others = sides(setting)
        return two_sides(setting, MATCHED * served, MATCHED * others)

    def power(self, setting: Setting) -> Power:
        """At the second look, with the matched people the study still finds."""
        served, others = (MATCHED * still_there(people, setting.long) for people in sides(setting))
        return Power(int(sum(sides(setting))), smallest_effect(served, others), setting.long)
