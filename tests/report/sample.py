"""A small, complete and invented set of tables, with long and hostile texts: for tests only, true of no country."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

import polars as pl

from bothshores import plan, tables
from bothshores.catalogue import effects, indicators, templates
from bothshores.tables.terms import PlanTerms
from bothshores.vocab import RESERVE, UNALLOCATED, Message

TERMS = PlanTerms("NPL", 2027, 2031, 60_000_000, 2025, draws=200)
HOSTILE = '<script>alert("x")</script> #strong[typst] *bold* $x^2$ "quotes" & {braces} مرحبا =1+1'
MEASURES = (
    "vocational_training", "conditional_enterprise_grants", "matched_savings", "remittance_cost_and_mobile_money",
    "fair_recruitment", "womens_outreach", "disaster_risk_reduction",
)  # fmt: skip
CLASSES = ("assumption", "evidence", "evidence", "assumption", "judgement", "judgement", "uncosted")
AMOUNTS = (15_000_000, 12_000_000, 8_000_000, 6_500_000, 5_500_000, 4_000_000, 0)
OBJECTIVES = ("youth_unemployment_rate", "maternal_mortality", "remittances_per_capita", "account_ownership")
NEEDS = (
    ("youth_unemployment_rate", 0.208, 0.131, 0.101, 0.172), ("maternal_mortality", 174.0, 121.0, 80.0, 160.0),
    ("account_ownership", 0.54, 0.66, 0.52, 0.74), ("remittances_per_capita", 320.0, 395.0, 210.0, 520.0),
    ("rule_of_law", -0.52, -0.41, -0.62, -0.2), ("life_expectancy", 70.5, 71.2, 68.0, 73.0),
    ("refugees_from_country", 8_400.0, 9_100.0, 1_200.0, 24_000.0),
)  # fmt: skip


def build(table: str, rows: Iterable[dict[str, Any]]) -> pl.DataFrame:
    """Rows as a valid table."""
    return tables.build(tables.every()[table], rows)


def message(text: str, /, **gaps: str) -> dict[str, str]:
    """The two columns of a message."""
    said = Message.of(text, **gaps)
    return {"message": said.text, "args": said.args}


def needs() -> Iterable[dict[str, Any]]:
    """Gaps of different certainty, the last two ahead of the peers."""
    for rank, (indicator, value, median, low, high) in enumerate(NEEDS, start=1):
        sign = -1 if indicators()[indicator].direction.sign > 0 else 1
        gap, spread = sign * (value - median), (high - low) / 1.35
        yield {
            "indicator": indicator, "rank": rank, "value": value, "year": 2023, "source": "synthetic",
            "peer_median": median, "peer_low": low, "peer_high": high, "peers": 11, "gap": gap,
            "gap_low": gap - 0.4 * spread, "gap_high": gap + 0.4 * spread, "gap_sd": gap / spread,
            "probability_behind": min(0.99, max(0.02, 0.5 + gap / spread)), "trend": 0.01 * value if rank % 3 else None,
            "trend_low": -0.01 * value, "trend_high": 0.03 * value, "score": 2 - 0.3 * rank,
            **message("{indicator} stood at {value} in {year}; the middle of similar countries is {median}.",
                      indicator=f"indicator:{indicator}", value=f"value:{indicator}:{value}", year="year:2023",
                      median=f"value:{indicator}:{median}"),
        }  # fmt: skip


def measures() -> Iterable[dict[str, Any]]:
    """Seven measures of the catalogue, and one of a person's own with a hostile title."""
    for measure, money_class in zip(MEASURES, CLASSES, strict=True):
        known = templates()[measure]
        yield {
            "id": measure, "title": known.title, "template": measure, "objective": OBJECTIVES[len(measure) % 4],
            "money_class": money_class, "owner": known.owner, "lead": known.lead, "target_group": known.group.label,
            "eligible_persons": None if money_class == "judgement" else 240_000,
            "unit_cost_usd": known.cost.central if known.cost and money_class != "judgement" else None,
            "cost_source": known.cost.source.text if known.cost else known.no_cost_reason,
            "start_year": 2027, "sdg": " ".join(known.sdg), "gcm": " ".join(map(str, known.gcm)),
        }  # fmt: skip
    yield {
        "id": "own_measure", "title": HOSTILE, "template": "", "objective": "", "money_class": "judgement",
        "owner": "Minister's own <office>", "lead": "A" * 90, "target_group": "Everyone & their neighbours " * 9,
        "eligible_persons": None, "unit_cost_usd": None, "cost_source": "", "start_year": 2028, "sdg": "", "gcm": "",
    }  # fmt: skip


def money() -> dict[str, int]:
    """Money by measure, the reserve and what is left."""
    given = dict(zip(MEASURES, AMOUNTS, strict=True)) | {"own_measure": 1_000_000, RESERVE: 3_000_000}
    return given | {UNALLOCATED: TERMS.budget_usd - sum(given.values())}


def by_year(amount: int) -> list[tuple[int, int]]:
    """An amount over the years, growing; the parts sum to the whole."""
    parts = [amount * weight // 15 for weight in (1, 2, 3, 4)]
    return list(zip(TERMS.years, [*parts, amount - sum(parts)], strict=True))


def paths() -> Iterable[dict[str, Any]]:
    """Outcomes without and with the plan; the plan moves little, as plans do."""
    for indicator, value, *_rest in NEEDS[:4]:
        sign = indicators()[indicator].direction.sign
        for scenario, step in (("without", 0.0), ("with", 0.012)):
            for number, year in enumerate(TERMS.years, start=1):
                mean = value * (1 - 0.01 * number + sign * step * number)
                yield {
                    "indicator": indicator, "scenario": scenario, "year": year, "mean": mean,
                    "low": mean * (1 - 0.03 * number**0.5), "high": mean * (1 + 0.03 * number**0.5),
                }  # fmt: skip


def effect_uses() -> Iterable[dict[str, Any]]:
    """Effects of the library as the measures name them; the last is not verified."""
    for measure in MEASURES[:4]:
        for link in templates()[measure].effects:
            known = effects()[link.effect]
            yield {
                "measure": measure, "effect": link.effect, "indicator": link.indicator, "study": known.reference,
                "place": ";".join(known.places), "design": known.design, "horizon_years": known.horizon_years,
                "published": known.effect, "unit": known.unit, "spread": known.spread,
                "spread_rule": known.spread_rule or "borrowed", "verified": known.verified, "family": known.family,
                "prior_spread": 4.9 if known.spread else None, "shrink": 0.5,
                "posterior": known.effect and known.effect / 2, "posterior_spread": known.spread and known.spread / 1.4,
                "transfer_spread": 0.8 if known.spread else None, "scored": known.usable,
                **message("Verified; its spread is widened for carrying it to another country."),
            }  # fmt: skip


def sample() -> dict[str, pl.DataFrame]:
    """Every table, by name."""
    from report import sample_rooms  # the rooms' tables that follow from these

    predictions, coverage = plan.effect_coverage()
    first = {
        "needs": needs(),
        "measures": measures(),
        "objectives": (
            {
                "id": indicator, "title": indicators()[indicator].label, "indicator": indicator,
                "direction": indicators()[indicator].direction.value, "weight": 0.25, "baseline": value,
                "baseline_year": 2023, "source": "synthetic",
            }
            for indicator, value, *_rest in NEEDS if indicator in OBJECTIVES
        ),
        "budget": (
            {"measure": measure, "year": year, "amount_usd": part}
            for measure, amount in money().items() for year, part in by_year(amount)
        ),
        "outcome_paths": paths(),
        "effect_uses": effect_uses(),
        "effect_library": plan.effect_library().to_dicts(),
        "effect_predictions": predictions.to_dicts(),
        "effect_coverage": coverage.to_dicts(),
        "commitments": (
            {
                "id": f"{measure}_law", "measure": measure, "promise": f"Rules for {measure} are published",
                "owner": "Permanent secretary", "due": datetime.date(2027, 6, 30), "legal_basis": "",
            }
            for measure in MEASURES[:3]
        ),
    }  # fmt: skip
    built = {name: build(name, rows) for name, rows in first.items()}
    return built | {name: build(name, rows) for name, rows in sample_rooms.rest().items()}
