"""What a measure's money rests on: verified effect, assumed cost, judgement, or no cost at all."""

from __future__ import annotations

from bothshores.catalogue import Effect, Template, effects
from bothshores.vocab import MoneyClass

SCORED = (MoneyClass.EVIDENCE.value, MoneyClass.ASSUMPTION.value)
"""Classes whose money is scored by its effects."""


def may_weigh(effect: Effect) -> bool:
    """True if a row may enter a score: a usable estimate, or a verified null (it weighs as well as what was found)."""
    null = effect.verified and effect.kind == "null" and effect.caution != "do_not_use_as_effect"
    return effect.usable or null


def moved(template: Template) -> set[str]:
    """Indicators for which the template links a usable effect."""
    library = effects()
    return {link.indicator for link in template.effects if library[link.effect].usable}


def served(template: Template) -> set[str]:
    """Indicators the template says it serves, and those its effects move."""
    return set(template.serves) | moved(template)


def money_class(template: Template) -> MoneyClass:
    """Class of a template's money.

    evidence: a usable effect and a cost read at its source; assumption: a usable effect and another cost; judgement:
    protection, law, coordination, statistics (the template says `protection`), or a cost without a usable effect;
    uncosted: the rest.
    """
    if template.cost and moved(template):
        seen = not template.cost.assumed and template.cost.source.opened
        return MoneyClass.EVIDENCE if seen else MoneyClass.ASSUMPTION
    if template.protection or template.cost:
        return MoneyClass.JUDGEMENT
    return MoneyClass.UNCOSTED
