"""Lottery: where more apply than can be served, chance decides, and both groups are followed."""

from __future__ import annotations

from bothshores.evaluate.kinds import Design, Power, Setting, sides, two_sides
from bothshores.evaluate.power import smallest_effect, still_there
from bothshores.vocab import Message, Reference
from bothshores.vocab import gettext_noop as _


class Lottery(Design):
    """Individual draw among eligible applicants: MDE = z * sqrt(1 / (P (1 - P) N))."""

    id = "lottery"
    label = _("Lottery among applicants")
    source = Reference("Duflo, Glennerster and Kremer 2007, Using Randomization in Development Economics Research")
    needs = _("More eligible applicants than places, a public draw, and contact with those not drawn.")
    comparison = _("Eligible applicants who were not drawn")
    reason = _("More people are eligible than can be served, so a public draw is fair and shows what the measure adds.")

    def obstacle(self, setting: Setting) -> Message | None:
        """Too few people, or nobody left out."""
        return two_sides(setting, *sides(setting))

    def power(self, setting: Setting) -> Power:
        """At the second look, with the people the study still finds."""
        served, others = (still_there(people, setting.long) for people in sides(setting))
        return Power(int(sum(sides(setting))), smallest_effect(served, others), setting.long)
