"""Score cut-off: those just above and just below a line in a published score are alike but for the measure."""

from __future__ import annotations

from bothshores.evaluate.kinds import Design, Power, Setting, sides, two_sides
from bothshores.evaluate.power import at_a_threshold, smallest_effect, still_there
from bothshores.vocab import Message, Reference
from bothshores.vocab import gettext_noop as _


class ScoreCutoff(Design):
    """Regression discontinuity: MDE = z * sqrt(2.75 / (P (1 - P) N)), as it needs about three times the people.

    With a narrow window around the line it needs 9 to 17 times the people (Deke and Dragoset 2012).
    """

    id = "score_cutoff"
    label = _("Score with a cut-off")
    source = Reference(
        "Schochet 2008, Statistical Power for Regression Discontinuity Designs (abstract): three to four times as many",
        "https://www.mathematica.org/publications/technical-methods-report-statistical-power-for-regression-discontinuity-designs-in-education-evaluations",
        opened=True,
    )
    needs = _("A score fixed before anybody applies, a line nobody can move, and the scores of those below it.")
    comparison = _("Applicants just below the line")
    reason = _("Places go by a published score, so those just below the line show what would have been.")

    def obstacle(self, setting: Setting) -> Message | None:
        """Too few people, or nobody below the line."""
        return two_sides(setting, *sides(setting))

    def power(self, setting: Setting) -> Power:
        """At the second look, with the people the study still finds."""
        served, others = (still_there(people, setting.long) for people in sides(setting))
        return Power(int(sum(sides(setting))), smallest_effect(served, others, at_a_threshold()), setting.long)
