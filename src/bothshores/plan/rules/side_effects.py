"""What verified studies of such measures found beside what is wanted: harm, or more or fewer people who leave."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bothshores.catalogue import Effect, effects
from bothshores.plan.kinds import Draft, Finding, Rule
from bothshores.vocab import Message
from bothshores.vocab import gettext_noop as _

WORSE: Final = {
    "agricultural_investment": _("less was invested in farming"),
    "earnings": _("earnings fell at first"),
    "language_fluency": _("fewer learned the language"),
    "migrant_health_self_reported": _("migrants felt less healthy"),
    "native_formal_employment_share": _("fewer of the others had a formal job"),
    "new_migrant_pay_and_demand": _("fewer new migrants were hired, and for less pay"),
    "wage_employment_share": _("fewer had a wage job"),
}
"""Outcomes of which more is better, in words for the case that there was less."""
LEAVING: Final = ("international_migration_rate", "migration_rate")
CHANGED: Final = {1: _("more people leave with it"), -1: _("fewer people leave with it")}
MOBILITY: Final = {"emigrant_share_population": 1, "net_migration_rate": -1, "net_migration": -1}
"""Indicators that more people leaving moves up (1) or down (-1)."""


class SideEffects(Rule):
    """Goal conflicts that stand in the effect library: they enter no score, so they must be said."""

    id = "side_effects"
    label = _("Side effects that verified studies found")
    severity = "notice"

    def find(self, draft: Draft) -> Iterator[Finding]:
        """Harm, and changes in how many leave, of funded measures."""
        verified = (use for use in draft.effect_uses if use["verified"])
        rows = {(use["measure"], use["effect"]) for use in verified if use["measure"] in draft.money}
        for measure, name in sorted(rows):
            effect = effects()[name]
            if effect.indicator_hint in LEAVING and effect.sign:
                yield leaving(draft, measure, effect)
            elif effect.indicator_hint in WORSE and effect.sign == -1:
                text = _("{measure}: a related study found that {harm}.")
                harm = f"term:{WORSE[effect.indicator_hint]}"
                yield Finding(measure, Message.of(text, measure=f"measure:{measure}", harm=harm), name)


def leaving(draft: Draft, measure: str, effect: Effect) -> Finding:
    """More or fewer people leave: a conflict where an objective wants the other way."""
    sign = effect.sign or 0
    against = sorted(name for name, way in MOBILITY.items() if way * sign * draft.aims.get(name, 0) < 0)
    gaps = {"measure": f"measure:{measure}", "change": f"term:{CHANGED[sign]}"}
    if against:
        text = _("{measure}: a related study found that {change}, against the objective {indicator}.")
        return Finding(measure, Message.of(text, indicator=f"indicator:{against[0]}", **gaps), effect.id, "conflict")
    text = _("{measure}: a related study found that {change}. Say whether the plan wants that.")
    return Finding(measure, Message.of(text, **gaps), effect.id)
