"""Phased rollout: places get the measure in an order drawn by lot; those that wait show what would have been."""

from __future__ import annotations

from bothshores.evaluate.kinds import FEWEST, MOST_FOLLOWED, Design, Power, Setting, two_sides
from bothshores.evaluate.power import CLUSTER_SIZE, before_and_after, by_places, smallest_effect, still_there
from bothshores.vocab import Message, Reference
from bothshores.vocab import gettext_noop as _

FEWEST_YEARS = 2
FEWEST_PLACES = 10


class PhasedRollout(Design):
    """Staggered differences in differences: MDE = z * sqrt((1 - rho) (1 / m + 1 / r) * cluster factor / (N / 4)),
    one round before, one a year after, half of the places waiting."""

    id = "phased_rollout"
    label = _("Phased rollout")
    source = Reference(
        "Burlig, Preonas and Woerman 2020, Panel data and experimental design (working paper, abstract)",
        "https://vdocument.in/working-paper-panel-data-and-experimental-design-2019-9-9-panel-data-and-experimental.html",
        opened=True,
    )
    needs = _("An order of places drawn by lot, a survey before the first starts, and one each year in all of them.")
    comparison = _("Places whose turn comes later")
    reason = _(
        "Places cannot all start at once, so the order is drawn; once all have started, the study compares longer with "
        "shorter time in the measure."
    )

    def obstacle(self, setting: Setting) -> Message | None:
        """Nobody waits long enough, or too few people for ten places that have started and ten that wait."""
        if setting.years < FEWEST_YEARS:
            return Message.of(_("Not evaluable: the measure starts so late that no place can wait for its turn."))
        half = (setting.reached or 0.0) / 2
        return two_sides(setting, half, half, fewest=max(FEWEST, FEWEST_PLACES * CLUSTER_SIZE))

    def power(self, setting: Setting) -> Power:
        """At the first look: later, too few places still wait."""
        people = min(setting.reached or 0.0, MOST_FOLLOWED)
        half = still_there(people, setting.short) / 2
        rounds = max(1, min(setting.years - 1, int(setting.short)))
        factor = before_and_after(1, rounds) * by_places()
        return Power(int(people), smallest_effect(half, half, factor), setting.short)
