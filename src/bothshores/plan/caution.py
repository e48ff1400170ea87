"""How much of a published effect counts here: drawn in by a sceptical prior, widened for another place."""

from __future__ import annotations

from dataclasses import dataclass

from bothshores.catalogue import Effect
from bothshores.plan.effect_prior import Posterior, posterior, prior_spread
from bothshores.vocab import Message
from bothshores.vocab import gettext_noop as _

AT_HOME = 0.5
"""Part of the spread for transfer that is left where the study was made in this very country."""
IN_DOUBT = 2.0
"""Factor on the spread for transfer where the figure is a draft, a range, or moved between versions."""


@dataclass(frozen=True, slots=True)
class Carried:
    """An effect as used here: mean of the posterior, standard deviation = sqrt(posterior spread^2 + transfer^2).

    `spread` is that of the study, before the prior.
    """

    effect: Effect
    published: float
    spread: float
    spread_rule: str
    posterior: Posterior
    transfer: float
    message: Message

    @property
    def mean(self) -> float:
        """Mean of the draws, in the study's unit."""
        return self.posterior.mean

    @property
    def variance(self) -> float:
        """Variance of the draws."""
        return self.posterior.spread**2 + self.transfer**2


def carry(effect: Effect, country: str, transfer_spread: float) -> Carried:
    """A usable effect carried to a country.

    transfer = transfer_spread * |mean of the posterior|: twice for rows marked `wide`, half where the study was made in
    this very country (another time, another scale).
    """
    if effect.effect is None or effect.spread is None:
        raise ValueError(f"{effect.id} has no figure to carry over")
    drawn_in = posterior(effect.effect, effect.spread, prior_spread(effect, effect.spread))
    at_home = country in effect.places
    factor = (IN_DOUBT if effect.caution == "wide" else 1.0) * (AT_HOME if at_home else 1.0)
    transfer = transfer_spread * factor * abs(drawn_in.mean)
    message = reason(effect, at_home)
    return Carried(effect, effect.effect, effect.spread, effect.spread_rule, drawn_in, transfer, message)


def reason(effect: Effect, at_home: bool) -> Message:
    """How the effect was carried over, in a sentence."""
    if effect.caution == "shrink":
        return Message.of(_("Scored; the figure is unusually large or of a selected group, and the prior draws it in."))
    if effect.caution == "wide":
        return Message.of(_("Scored with twice the usual spread: the figure is a draft, a range, or has been revised."))
    if at_home:
        return Message.of(_("Scored: it was measured in this country, at another time."))
    return Message.of(_("Scored, with a wider spread because it was measured elsewhere."))


def carry_null(effect: Effect, lender: Carried) -> Carried:
    """A verified null: mean 0 (never a precise one), with the spread and transfer of a comparable row."""
    text = _("Scored as no effect, with the spread of a comparable row: the study found none.")
    drawn_in = posterior(0.0, lender.spread, lender.posterior.prior)
    return Carried(effect, 0.0, lender.spread, "borrowed", drawn_in, lender.transfer, Message.of(text))
