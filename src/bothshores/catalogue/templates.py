"""Kinds of measure: problem, theory of change, whom, where it fits, what it costs, what is known of its effects."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import inf

from bothshores.catalogue.fields import Fields
from bothshores.catalogue.reading import entries
from bothshores.vocab import Reference

COMPARISONS = {">=": float.__ge__, "<=": float.__le__, ">": float.__gt__, "<": float.__lt__}
WIDE = 4.0
"""An assumed cost must span at least this factor: a judgement, so that no assumption looks like knowledge."""


@dataclass(frozen=True, slots=True)
class Condition:
    """When the measure fits: an indicator compared with a value. Every threshold says where it comes from.

    Of a template's conditions with the same word in `either`, one that holds is enough.
    """

    indicator: str
    op: str
    value: float
    source: Reference
    needed: bool
    either: str = ""

    def holds(self, figure: float) -> bool:
        """Whether the figure meets the condition."""
        return COMPARISONS[self.op](float(figure), self.value)


@dataclass(frozen=True, slots=True)
class TargetGroup:
    """Whom the measure is for: (persons + further persons, as far as known) * figures * a share."""

    label: str
    of: str
    times: tuple[str, ...]
    share: float
    share_reason: str
    plus: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cost:
    """What one unit costs, delivery included.

    With `assumed` False, `amount_usd` was read at its `source` and `markup` (a factor, with its reason) adds delivery.
    With `assumed` True, low/central/high is a range by analogy with a named measure and place; where `times` names an
    indicator they are multiples of its figure, as a grant must grow with the incomes it is to raise by so many percent.
    """

    unit: str
    assumed: bool
    low: float
    central: float
    high: float
    amount_usd: float | None
    price_year: int
    place: str
    markup: float
    reason: str
    source: Reference
    times: str = ""


@dataclass(frozen=True, slots=True)
class EffectLink:
    """A row of the effect library as this measure may use it.

    Change of `indicator` = sign * effect * scale * base * take_up * reached / denominator, where `base` is 1 or an
    indicator's figure times `base_share`. `take_up` is the share of people reached who do what the effect is of.
    Several rows of one measure on one indicator are readings of one effect (other years, other trials): they are
    weighed together, never added up. A verified null is linked too, so that it weighs as well as what was found.
    """

    effect: str
    indicator: str
    sign: int
    scale: float
    denominator: str
    base: str
    base_share: float
    take_up: float
    reason: str


@dataclass(frozen=True, slots=True)
class Risk:
    """What can go wrong and what guards against it."""

    title: str
    safeguard: str


@dataclass(frozen=True, slots=True)
class Template:
    """One kind of measure."""

    id: str
    kind: str
    title: str
    plain: str
    problem: str
    inputs: str
    activities: str
    outputs_text: str
    outcomes_text: str
    impact: str
    lead: str
    owner: str
    partners: tuple[str, ...]
    group: TargetGroup
    conditions: tuple[Condition, ...]
    serves: tuple[str, ...]
    pushes: dict[str, int]
    overlaps: tuple[str, ...]
    cost: Cost | None
    no_cost_reason: str
    effects: tuple[EffectLink, ...]
    no_effect_reason: str
    noted_effects: tuple[str, ...]
    leakage: float
    leakage_reason: str
    coverage_max: float
    risks: tuple[Risk, ...]
    output_indicators: tuple[str, ...]
    outcome_indicators: tuple[str, ...]
    breakdowns: tuple[str, ...]
    instruments: tuple[str, ...]
    designs: tuple[str, ...]
    short_window_years: float
    long_window_years: float
    protection: bool
    sdg: tuple[str, ...]
    gcm: tuple[int, ...]
    references: tuple[Reference, ...]
    envelope_max_usd: float = inf
    """Most that an envelope of judgement may hold, where wholes are known to cost that much; no limit if unstated."""
    instrument_reason: str = ""
    """Why an instrument, and no budget line, carries money that rests on judgement; empty: a budget line does."""


def reference(fields: Fields) -> Reference:
    """A source as TOML states it: text, url, opened."""
    return Reference(text=fields.text("text"), url=fields.text("url", ""), opened=fields.flag("opened"))


def condition(fields: Fields) -> Condition:
    """One context condition."""
    return Condition(
        indicator=fields.text("indicator"),
        op=fields.choice("op", COMPARISONS),
        value=fields.number("value"),
        source=reference(fields.table("source")),
        needed=fields.flag("needed", True),
        either=fields.text("either", ""),
    )


def conditions(fields: Fields) -> tuple[Condition, ...]:
    """Context conditions. A word in `either` that only one of them has offers no alternative."""
    found = tuple(condition(each) for each in fields.tables("conditions"))
    words = [(each.either, each.needed) for each in found if each.either]
    if alone := [word for word, needed in words if words.count((word, needed)) == 1]:
        raise ValueError(f"conditions.either = {alone[0]!r} is not a word that another condition as needed as it has")
    return found


def group(fields: Fields) -> TargetGroup:
    """Whom the measure is for."""
    return TargetGroup(
        label=fields.text("label"),
        of=fields.text("of"),
        plus=fields.texts("plus", ()),
        times=fields.texts("times"),
        share=fields.number("share", low=0, high=1),
        share_reason=fields.text("share_reason"),
    )


def cost(fields: Fields) -> Cost:
    """A cost seen at its source, or a declared assumption with a wide range; never both, never neither."""
    if fields.flag("assumed"):
        seen, markup = None, 1.0
        low, central, high = (fields.number(name, low=0) for name in ("low", "central", "high"))
        if not low < central < high or high < WIDE * low:
            raise ValueError(f"cost.low < cost.central < cost.high and high at least {WIDE:g} times low does not hold")
    else:
        seen, markup = fields.number("amount_usd", low=0), fields.number("markup", low=1)
        low = central = high = seen * markup
    found = Cost(
        unit=fields.text("unit"),
        assumed=seen is None,
        low=low,
        central=central,
        high=high,
        amount_usd=seen,
        price_year=fields.whole("price_year", low=1990, high=2100),
        place=fields.text("place"),
        markup=markup,
        reason=fields.text("reason"),
        source=reference(fields.table("source")),
        times=fields.text("times", ""),
    )
    if found.times and not found.assumed:
        raise ValueError("cost.times is set: an amount that was read at its source is no multiple of anything")
    if not (found.assumed or found.source.opened):
        raise ValueError("cost.source.opened is false: a cost that nobody read at its source can only be assumed")
    return found


def link(fields: Fields) -> EffectLink:
    """One use of an effect."""
    sign = fields.whole("sign", low=-1, high=1)
    if sign == 0:
        raise fields.wrong("sign", sign, "1 or -1")
    return EffectLink(
        effect=fields.text("effect"),
        indicator=fields.text("indicator"),
        sign=sign,
        scale=fields.number("scale", low=0),
        denominator=fields.text("denominator"),
        base=fields.text("base", ""),
        base_share=fields.number("base_share", 1.0, low=0),
        take_up=fields.number("take_up", 1.0, low=0, high=1),
        reason=fields.text("reason"),
    )


def pushes(fields: Fields) -> dict[str, int]:
    """Which way the measure moves each indicator."""
    return {indicator: fields.whole(indicator, low=-1, high=1) for indicator in fields.raw}


def risk(fields: Fields) -> Risk:
    """One risk."""
    return Risk(fields.text("title"), fields.text("safeguard"))


def build(fields: Fields) -> Template:
    """Check one template's fields and values."""
    theory, evaluation = fields.table("theory"), fields.table("evaluation")
    costed, linked = "cost" in fields, bool(fields.raw.get("effects"))
    return Template(
        id=fields.text("id"),
        kind=fields.text("kind"),
        title=fields.text("title"),
        plain=fields.text("plain"),
        problem=fields.text("problem"),
        inputs=theory.text("inputs"),
        activities=theory.text("activities"),
        outputs_text=theory.text("outputs"),
        outcomes_text=theory.text("outcomes"),
        impact=theory.text("impact"),
        lead=fields.text("lead"),
        owner=fields.text("owner"),
        partners=fields.texts("partners"),
        group=group(fields.table("group")),
        conditions=conditions(fields),
        serves=fields.texts("serves"),
        pushes=pushes(fields.table("pushes")),
        overlaps=fields.texts("overlaps"),
        cost=cost(fields.table("cost")) if costed else None,
        no_cost_reason=fields.text("no_cost_reason", "" if costed else None),
        effects=tuple(link(each) for each in fields.tables("effects", [])),
        no_effect_reason=fields.text("no_effect_reason", "" if linked else None),
        noted_effects=fields.texts("noted_effects"),
        leakage=fields.number("leakage", low=0, high=1),
        leakage_reason=fields.text("leakage_reason"),
        coverage_max=fields.number("coverage_max", low=0, high=1),
        risks=tuple(risk(each) for each in fields.tables("risks")),
        output_indicators=fields.texts("output_indicators"),
        outcome_indicators=fields.texts("outcome_indicators"),
        breakdowns=fields.texts("breakdowns"),
        instruments=fields.texts("instruments"),
        designs=evaluation.texts("designs"),
        short_window_years=evaluation.number("short_window_years", low=0),
        long_window_years=evaluation.number("long_window_years", low=0),
        protection=fields.flag("protection"),
        sdg=fields.texts("sdg"),
        gcm=fields.wholes("gcm"),
        references=tuple(reference(each) for each in fields.tables("references")),
        envelope_max_usd=fields.number("envelope_max_usd", low=0) if "envelope_max_usd" in fields.raw else inf,
        instrument_reason=fields.text("instrument_reason", ""),
    )


@cache
def templates() -> dict[str, Template]:
    """All templates by id."""
    return {template.id: template for template in entries("templates", build)}
