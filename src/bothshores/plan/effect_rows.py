"""How each published effect is used, as rows of the table `effect_uses`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bothshores.catalogue import Template, effects
from bothshores.plan.money_class import may_weigh
from bothshores.plan.readings import Reading, unusable
from bothshores.vocab import Message
from bothshores.vocab import gettext_noop as _


def use(measure: str, reading: Reading, obstacle: Message | None) -> dict[str, Any]:
    """A linked row as a row of `effect_uses`."""
    carried = reading.carried
    message = (obstacle or carried.message) if carried else reading.message
    return row(measure, reading.link.indicator, reading.effect.id, message) | (
        {
            "published": reading.effect.effect,
            "spread": carried.spread,
            "spread_rule": carried.spread_rule,
            "prior_spread": carried.posterior.prior,
            "shrink": carried.posterior.shrink,
            "posterior": carried.posterior.mean,
            "posterior_spread": carried.posterior.spread,
            "transfer_spread": carried.transfer,
            "scored": obstacle is None,
        }
        if carried
        else {}
    )


def noted(measure: str, template: Template) -> Iterator[dict[str, Any]]:
    """Rows that the template only notes: what else is known of such measures."""
    library, linked = effects(), {link.effect for link in template.effects}
    for name in dict.fromkeys(template.noted_effects):
        if name in library and name not in linked:
            text = _("Noted, not scored: its outcome is no indicator here, or its setting is another.")
            yield row(measure, "", name, Message.of(text) if may_weigh(library[name]) else unusable(library[name]))


def row(measure: str, indicator: str, effect: str, message: Message) -> dict[str, Any]:
    """What every row of `effect_uses` says of its effect."""
    found = effects()[effect]
    return {
        "measure": measure,
        "effect": effect,
        "indicator": indicator,
        "study": found.reference,
        "place": " ".join(found.places),
        "design": found.design,
        "horizon_years": found.horizon_years,
        "published": found.effect,
        "unit": found.unit,
        "spread": found.spread,
        "spread_rule": found.spread_rule,
        "verified": found.verified,
        "family": found.family,
        "prior_spread": None,
        "shrink": 1.0,
        "posterior": None,
        "posterior_spread": None,
        "transfer_spread": None,
        "scored": False,
        "message": message.text,
        "args": message.args,
    }
