"""How much of a published effect counts here: halved where it is too good, widened where it was measured elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from bothshores.catalogue import Effect
from bothshores.vocab import Message
from bothshores.vocab import gettext_noop as _

HALF = 0.5
LABOUR_MARKET = frozenset(
    {
        "active_labour_market_programmes", "apprenticeship", "apprenticeship_subsidised",
        "firm_training_wage_subsidy", "industrial_job_offer", "job_fair", "job_search_transport_subsidy",
        "job_search_workshop", "refugee_job_matching", "refugee_job_search_support", "vocational_training",
        "wage_subsidy_voucher",
    }
)  # fmt: skip
"""Kinds of measure of which only a third of 652 trial estimates is positive and significant (row E055)."""


@dataclass(frozen=True, slots=True)
class Carried:
    """An effect as used here: mean = shrink * published, standard deviation = sqrt(spread^2 + transfer^2)."""

    effect: Effect
    published: float
    shrink: float
    spread: float
    spread_rule: str
    transfer: float
    message: Message

    @property
    def mean(self) -> float:
        """Mean of the draws, in the study's unit."""
        return self.shrink * self.published

    @property
    def variance(self) -> float:
        """Variance of the draws."""
        return self.spread**2 + self.transfer**2


def carry(effect: Effect, country: str, transfer_spread: float) -> Carried:
    """A usable effect carried to a country.

    shrink: 1/2 where the library says so, and for labour-market programmes. transfer = transfer_spread * |mean|: twice
    for rows marked `wide`, half where the study was made in this very country (another time, another scale).
    """
    if effect.effect is None or effect.spread is None:
        raise ValueError(f"{effect.id} has no figure to carry over")
    shrink = HALF if effect.caution == "shrink" or effect.measure in LABOUR_MARKET else 1.0
    at_home = country in effect.places
    factor = (2.0 if effect.caution == "wide" else 1.0) * (HALF if at_home else 1.0)
    transfer = transfer_spread * factor * abs(shrink * effect.effect)
    message = reason(effect, at_home)
    return Carried(effect, effect.effect, shrink, effect.spread, effect.spread_rule, transfer, message)


def reason(effect: Effect, at_home: bool) -> Message:
    """How the effect was carried over, in a sentence."""
    if effect.caution == "shrink":
        return Message.of(_("Scored at half its size: it is unusually large, or comes from a selected group."))
    if effect.measure in LABOUR_MARKET:
        return Message.of(_("Scored at half its size: only a third of trials of such programmes find a clear gain."))
    if effect.caution == "wide":
        return Message.of(_("Scored with twice the usual spread: the figure is a draft, a range, or has been revised."))
    if at_home:
        return Message.of(_("Scored: it was measured in this country, at another time."))
    return Message.of(_("Scored, with a wider spread because it was measured elsewhere."))


def carry_null(effect: Effect, lender: Carried) -> Carried:
    """A verified null: mean 0 (never a precise one), with the spread and transfer of a comparable row."""
    text = _("Scored as no effect, with the spread of a comparable row: the study found none.")
    return Carried(effect, 0.0, 1.0, lender.spread, "borrowed", lender.transfer, Message.of(text))
