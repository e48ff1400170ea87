"""Cluster lottery: whole places are drawn, where people in one place would share what some of them get."""

from __future__ import annotations

from bothshores.evaluate.kinds import Design, Power, Setting, sides, two_sides
from bothshores.evaluate.power import CLUSTER_SIZE, by_places, smallest_effect, still_there
from bothshores.vocab import Message, Reference
from bothshores.vocab import gettext_noop as _

FEWEST_PLACES = 10
"""Places on each side below which the draw of places does not even them out: a judgement."""


class ClusterLottery(Design):
    """Draw of places: MDE = z * sqrt((1 + (size - 1) * rho) / (P (1 - P) N)), 25 people a place, rho = 0.05 assumed."""

    id = "cluster_lottery"
    label = _("Lottery among places")
    source = Reference("Duflo, Glennerster and Kremer 2007, Using Randomization in Development Economics Research")
    needs = _("At least twenty villages or centres of like kind, a public draw among them, and surveys in all.")
    comparison = _("Places that were not drawn")
    reason = _("People in one place share what some of them get, so whole places are drawn in public.")

    def obstacle(self, setting: Setting) -> Message | None:
        """Too few people for ten places on each side, or no place left out."""
        return two_sides(setting, *sides(setting), fewest=FEWEST_PLACES * CLUSTER_SIZE)

    def power(self, setting: Setting) -> Power:
        """At the second look, with the people the study still finds in each place."""
        served, others = (still_there(people, setting.long) for people in sides(setting))
        factor = by_places(still_there(CLUSTER_SIZE, setting.long))
        return Power(int(sum(sides(setting))), smallest_effect(served, others, factor), setting.long)
