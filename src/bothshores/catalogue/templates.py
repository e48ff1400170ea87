"""Kinds of measure: problem, theory of change, whom, where it fits, what it costs, what is known of its effects."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from bothshores.catalogue.reading import entries
from bothshores.vocab import Reference

COMPARISONS = {">=": float.__ge__, "<=": float.__le__, ">": float.__gt__, "<": float.__lt__}


@dataclass(frozen=True, slots=True)
class Condition:
    """When the measure fits: an indicator compared with a value. Every threshold says where it comes from."""

    indicator: str
    op: str
    value: float
    source: Reference
    needed: bool

    def holds(self, figure: float) -> bool:
        """Whether the figure meets the condition."""
        return COMPARISONS[self.op](float(figure), self.value)


@dataclass(frozen=True, slots=True)
class TargetGroup:
    """Whom the measure is for; its size is the product of figures (persons first) and a share."""

    label: str
    of: str
    times: tuple[str, ...]
    share: float
    share_reason: str


@dataclass(frozen=True, slots=True)
class Cost:
    """What one unit costs, delivery included.

    With `assumed` False, `amount_usd` was read at its `source` and `markup` (a factor, with its reason) adds delivery.
    With `assumed` True, low/central/high is a range by analogy with a named measure and place.
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


@dataclass(frozen=True, slots=True)
class EffectLink:
    """A row of the effect library as this measure may use it.

    Change of `indicator` = sign * effect * scale * base * reached / denominator, where `base` is 1 or an indicator's
    figure times `base_share`. `take_up` is the share of people reached who do what the effect is of.
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


def reference(raw: dict[str, Any]) -> Reference:
    """A source as TOML states it: text, url, opened."""
    return Reference(text=raw["text"], url=raw.get("url", ""), opened=bool(raw["opened"]))


def condition(raw: dict[str, Any]) -> Condition:
    """One context condition."""
    if raw["op"] not in COMPARISONS:
        raise ValueError(f"op {raw['op']!r} is none of {', '.join(COMPARISONS)}")
    return Condition(
        raw["indicator"], raw["op"], float(raw["value"]), reference(raw["source"]), bool(raw.get("needed", True))
    )


def cost(raw: dict[str, Any]) -> Cost:
    """A cost seen at its source, or a declared assumption with a range; never both, never neither."""
    assumed = bool(raw["assumed"])
    seen, markup = raw.get("amount_usd"), float(raw.get("markup", 1.0))
    if assumed and not raw["low"] < raw["central"] < raw["high"]:
        raise ValueError("an assumed cost needs low < central < high")
    if not assumed and seen is None:
        raise ValueError("a cost that is not assumed needs amount_usd as its source states it")
    central = raw["central"] if assumed else float(seen) * markup
    return Cost(
        unit=raw["unit"],
        assumed=assumed,
        low=float(raw["low"]) if assumed else central,
        central=float(central),
        high=float(raw["high"]) if assumed else central,
        amount_usd=None if seen is None else float(seen),
        price_year=int(raw["price_year"]),
        place=raw["place"],
        markup=markup,
        reason=raw["reason"],
        source=reference(raw["source"]),
    )


def link(raw: dict[str, Any]) -> EffectLink:
    """One use of an effect."""
    if raw["sign"] not in (-1, 1):
        raise ValueError(f"sign {raw['sign']!r} of effect {raw['effect']} is neither 1 nor -1")
    return EffectLink(
        effect=raw["effect"],
        indicator=raw["indicator"],
        sign=raw["sign"],
        scale=float(raw["scale"]),
        denominator=raw["denominator"],
        base=raw.get("base", ""),
        base_share=float(raw.get("base_share", 1.0)),
        take_up=float(raw.get("take_up", 1.0)),
        reason=raw["reason"],
    )


def build(raw: dict[str, Any]) -> Template:
    """Check one template's fields and values."""
    theory, group, evaluation = raw["theory"], raw["group"], raw["evaluation"]
    return Template(
        id=raw["id"],
        kind=raw["kind"],
        title=raw["title"],
        plain=raw["plain"],
        problem=raw["problem"],
        inputs=theory["inputs"],
        activities=theory["activities"],
        outputs_text=theory["outputs"],
        outcomes_text=theory["outcomes"],
        impact=theory["impact"],
        lead=raw["lead"],
        owner=raw["owner"],
        partners=tuple(raw["partners"]),
        group=TargetGroup(
            label=group["label"],
            of=group["of"],
            times=tuple(group["times"]),
            share=float(group["share"]),
            share_reason=group["share_reason"],
        ),
        conditions=tuple(condition(each) for each in raw["conditions"]),
        serves=tuple(raw["serves"]),
        pushes=dict(raw["pushes"]),
        overlaps=tuple(raw["overlaps"]),
        cost=cost(raw["cost"]) if "cost" in raw else None,
        no_cost_reason=raw.get("no_cost_reason", "") if "cost" in raw else raw["no_cost_reason"],
        effects=tuple(link(each) for each in raw.get("effects", ())),
        no_effect_reason=raw.get("no_effect_reason", "") if raw.get("effects") else raw["no_effect_reason"],
        noted_effects=tuple(raw["noted_effects"]),
        leakage=float(raw["leakage"]),
        leakage_reason=raw["leakage_reason"],
        coverage_max=float(raw["coverage_max"]),
        risks=tuple(Risk(each["title"], each["safeguard"]) for each in raw["risks"]),
        output_indicators=tuple(raw["output_indicators"]),
        outcome_indicators=tuple(raw["outcome_indicators"]),
        breakdowns=tuple(raw["breakdowns"]),
        instruments=tuple(raw["instruments"]),
        designs=tuple(evaluation["designs"]),
        short_window_years=float(evaluation["short_window_years"]),
        long_window_years=float(evaluation["long_window_years"]),
        protection=bool(raw["protection"]),
        sdg=tuple(raw["sdg"]),
        gcm=tuple(raw["gcm"]),
        references=tuple(reference(each) for each in raw["references"]),
    )


@cache
def templates() -> dict[str, Template]:
    """All templates by id."""
    return {template.id: template for template in entries("templates", build)}
