"""What a measure's template makes of the effect library: each row scored, or left aside with the reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bothshores.catalogue import Effect, Template, effects
from bothshores.catalogue.templates import EffectLink
from bothshores.plan.assumptions import Ranges
from bothshores.plan.caution import Carried, carry, carry_null
from bothshores.plan.latest import Standing
from bothshores.plan.money_class import may_weigh
from bothshores.vocab import Message
from bothshores.vocab import gettext_noop as _


@dataclass(frozen=True, slots=True)
class Reading:
    """A row of the library as a measure links it; `carried` is None where it cannot enter a score."""

    effect: Effect
    link: EffectLink
    carried: Carried | None
    message: Message

    @property
    def series(self) -> str:
        """Rows of one trial on one outcome are follow-ups of each other; any other row stands alone."""
        effect = self.effect
        return f"{effect.pair}:{effect.indicator_hint}" if effect.pair and effect.pair_same_outcome else effect.id


def read(template: Template, ranges: Ranges, here: Standing, country: str) -> list[Reading]:
    """Readings of every linked row, and of the other follow-ups of the same trials."""
    links = [*template.effects, *follow_ups(template.effects)]
    found = [read_estimate(link, ranges, here, country) for link in links]
    return [reading if reading.carried or not null(reading, here) else borrow(reading, found) for reading in found]


def follow_ups(links: Sequence[EffectLink]) -> Iterator[EffectLink]:
    """Verified rows of the same trial on the same outcome that the template does not link itself."""
    library = effects()
    named = {(link.effect, link.indicator) for link in links}
    for link in links:
        first = library[link.effect]
        if not (first.pair and first.pair_same_outcome):
            continue
        for other in library.values():
            same = (other.pair, other.indicator_hint, other.unit) == (first.pair, first.indicator_hint, first.unit)
            if same and may_weigh(other) and (other.id, link.indicator) not in named:
                named.add((other.id, link.indicator))
                yield replace(link, effect=other.id)


def read_estimate(link: EffectLink, ranges: Ranges, here: Standing, country: str) -> Reading:
    """A usable estimate carried over; anything else with why it is not."""
    effect = effects()[link.effect]
    if message := missing(link, here):
        return Reading(effect, link, None, message)
    if not effect.usable:
        return Reading(effect, link, None, unusable(effect))
    carried = carry(effect, country, ranges["transfer_spread"].central)
    return Reading(effect, link, carried, carried.message)


def null(reading: Reading, here: Standing) -> bool:
    """True for a verified null whose figures are known here."""
    return reading.effect.kind == "null" and may_weigh(reading.effect) and not missing(reading.link, here)


def borrow(reading: Reading, others: Sequence[Reading]) -> Reading:
    """A null with the spread of the widest comparable row: of its own trial, else in its own unit."""
    same = [other for other in others if other.carried and other.link.indicator == reading.link.indicator]
    trial = [other.carried for other in same if other.effect.pair and other.effect.pair == reading.effect.pair]
    unit = [other.carried for other in same if other.effect.unit == reading.effect.unit]
    lenders = [carried for carried in trial or unit if carried]
    if not lenders:
        text = _("Not scored: the study found no effect, and no comparable row says how sure that is.")
        return replace(reading, message=Message.of(text))
    carried = carry_null(reading.effect, max(lenders, key=lambda lender: (lender.variance, lender.effect.id)))
    return replace(reading, carried=carried, message=carried.message)


def missing(link: EffectLink, here: Standing) -> Message | None:
    """Says which figure of the country is missing, if one is."""
    for indicator in (link.denominator, link.base):
        if indicator and (indicator not in here or (indicator == link.denominator and here[indicator].value <= 0)):
            text = _("Not scored: it needs {indicator}, and nobody has that figure here.")
            return Message.of(text, indicator=f"indicator:{indicator}")
    return None


def unusable(effect: Effect) -> Message:
    """Why a row of the library may not enter a score."""
    if effect.caution == "do_not_use_as_effect":
        return Message.of(_("Not scored: the row is a rate, a simulation or a weak comparison, not an effect."))
    if not effect.verified:
        return Message.of(_("Not scored: nobody has read this figure in its source."))
    if effect.kind == "sign":
        return Message.of(_("Not scored: only the direction is known."))
    if effect.kind == "null":
        return Message.of(_("Not scored: the study found no effect, and prints no figure."))
    return Message.of(_("Not scored: nothing says how sure the figure is."))


def factor(link: EffectLink, here: Standing) -> float:
    """Change of the indicator for one person with an effect of 1, before take-up and base share."""
    base = here[link.base].value if link.base else 1.0
    people = here[link.denominator].value if link.denominator else 1.0
    return link.sign * link.scale * base / people
