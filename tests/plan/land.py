"""A made-up land (ZZZ), made-up templates and planted responses: nothing here is a fact."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import polars as pl

from bothshores import tables
from bothshores.catalogue import Template
from bothshores.catalogue.templates import Condition, Cost, EffectLink, Risk, TargetGroup
from bothshores.plan.reach import Reach, reach_over
from bothshores.plan.respond import AFTER_YEARS, Response
from bothshores.tables.basis import EffectUses, Needs
from bothshores.tables.evidence import Figures
from bothshores.tables.plan import Budget, Measures, Objectives
from bothshores.tables.terms import PlanTerms
from bothshores.vocab import Direction, Reference

LAND = "ZZZ"
SOURCE = Reference("made up for a test", opened=True)
FIGURES = {
    "population_total": 1_000_000.0,
    "labour_force": 400_000.0,
    "unemployment_rate": 0.1,
    "gdp_per_capita_usd": 1_000.0,
    "poverty_international": 0.3,
    "account_ownership": 0.4,
    "inflation": 0.05,
}


def terms(**changes: Any) -> PlanTerms:
    """Five years, ten million dollars."""
    said = {"country": LAND, "first_year": 2027, "last_year": 2031, "budget_usd": 10_000_000, "price_year": 2025}
    return PlanTerms(**said | {"draws": 200} | changes)


def figures(**values: float) -> pl.DataFrame:
    """Figures of the land in 2023."""
    row = {"country": LAND, "year": 2023, "source": "made_up", "vintage": "1", "status": "observed"}
    rows = [row | {"indicator": name, "value": value} for name, value in (FIGURES | values).items()]
    return tables.build(Figures, rows).sort("indicator")


def needs(**scores: float) -> pl.DataFrame:
    """Needs with a standard deviation of 1 in the indicator's unit, greatest first."""
    rows = [
        {"indicator": name, "rank": rank, "gap": score, "gap_sd": score, "score": score}
        for rank, (name, score) in enumerate(sorted(scores.items(), key=lambda pair: -pair[1]), start=1)
    ]
    rest = {"value": 0.3, "year": 2023, "source": "made_up", "peer_median": 0.2, "peer_low": 0.1, "peer_high": 0.3,
            "peers": 12, "gap_low": 0.0, "gap_high": 1.0, "probability_behind": 0.9, "trend": None, "trend_low": None,
            "trend_high": None, "message": "", "args": "{}"}  # fmt: skip
    return tables.build(Needs, [row | rest for row in rows])


def objectives(**weights: float) -> pl.DataFrame:
    """Objectives on falling rates, by indicator."""
    rows = [
        {"id": name, "title": name, "indicator": name, "direction": Direction.DOWN.value, "weight": weight,
         "baseline": 0.3, "baseline_year": 2023, "source": "made_up"}
        for name, weight in weights.items()
    ]  # fmt: skip
    return tables.build(Objectives, rows)


def measures(**classes: str) -> pl.DataFrame:
    """Measures without template, by class, all from the first year."""
    rest = {"template": "", "objective": "", "owner": "Head of programme", "lead": "Ministry", "target_group": "All",
            "eligible_persons": 100_000, "unit_cost_usd": 100.0, "cost_source": "made up", "start_year": 2027,
            "sdg": "", "gcm": ""}  # fmt: skip
    return tables.build(
        Measures, [{"id": name, "title": name, "money_class": each} | rest for name, each in classes.items()]
    )


def link(effect: str, indicator: str, sign: int = 1, denominator: str = "population_total", **more: Any) -> EffectLink:
    """A link with scale 0.01, as for percentages."""
    said = {"scale": 0.01, "base": "", "base_share": 1.0, "take_up": 1.0, "reason": "made up"}
    return EffectLink(effect=effect, indicator=indicator, sign=sign, denominator=denominator, **said | more)


def seen(amount: float, markup: float = 1.0) -> Cost:
    """A cost read at its source."""
    central = amount * markup
    return Cost("person", False, central, central, central, amount, 2020, "Elsewhere", markup, "made up", SOURCE)


def assumed(low: float, central: float, high: float) -> Cost:
    """A cost by analogy."""
    return Cost("person", True, low, central, high, None, 2020, "Elsewhere", 1.0, "made up", SOURCE)


def condition(indicator: str, op: str, value: float, *, needed: bool = True, either: str = "") -> Condition:
    """When a measure fits."""
    return Condition(indicator, op, value, SOURCE, needed, either)


BLANK = Template(
    id="blank", kind="test", title="Blank", plain="A test.", problem="A test.", inputs="", activities="",
    outputs_text="", outcomes_text="", impact="", lead="Ministry", owner="Head of programme", partners=("Agency",),
    group=TargetGroup("Everybody", "population_total", (), 0.1, "made up"), conditions=(), serves=(), pushes={},
    overlaps=(), cost=None, no_cost_reason="nobody knows", effects=(), no_effect_reason="nobody knows",
    noted_effects=(), leakage=0.0, leakage_reason="made up", coverage_max=0.5, risks=(Risk("Theft", "Audit"),),
    output_indicators=(), outcome_indicators=(), breakdowns=("sex",), instruments=("conditional_grant",),
    designs=("lottery",), short_window_years=1, long_window_years=5, protection=False, sdg=("8.3",), gcm=(2,),
    references=(SOURCE,),
)  # fmt: skip


def template(name: str, **changes: Any) -> Template:
    """A template that says nothing but what is changed."""
    return replace(BLANK, id=name, title=name, **changes)


def catalogue_of(*templates: Template) -> dict[str, Template]:
    """As `catalogue.templates()` gives them."""
    return {each.id: each for each in templates}


def planted(said: PlanTerms, **plants: dict[str, Any]) -> Response:
    """A response in which each measure changes indicators as planted.

    A plant: `changes` (indicator → change for one person, the same in all years, or a list by year), `sd` (spread over
    the draws, as part of the change), `unit_cost`, `eligible`, `coverage`; `unit_cost` None: no reach.
    """
    years = len(said.years) + AFTER_YEARS
    changes = {name: planted_changes(name, plant, years, said) for name, plant in plants.items()}
    reaches = {name: planted_reach(plant, said) for name, plant in plants.items() if plant.get("unit_cost", 100.0)}
    return Response(said.draws, tables.build(EffectUses, []), reaches, changes, {})


def planted_changes(name: str, plant: dict[str, Any], years: int, said: PlanTerms) -> dict[str, np.ndarray]:
    noise = np.random.default_rng([len(name), *name.encode()]).standard_normal(2 * said.draws)
    size = 1.0 + plant.get("sd", 0.1) * noise
    return {
        indicator: np.broadcast_to(np.asarray(change, dtype=float).reshape(-1, 1), (years, 1)) * size
        for indicator, change in plant["changes"].items()
    }


def planted_reach(plant: dict[str, Any], said: PlanTerms) -> Reach:
    cost = plant.get("unit_cost", 100.0)
    eligible, coverage = plant.get("eligible", 1e6), plant.get("coverage", 0.5)
    return reach_over(cost, np.full(2 * said.draws, cost), eligible, coverage, len(said.years))


def budget(**amounts: int) -> pl.DataFrame:
    """`a_2027=5` is five dollars for measure a in 2027."""
    rows = [
        {"measure": name.rsplit("_", 1)[0], "year": int(name.rsplit("_", 1)[1]), "amount_usd": amount}
        for name, amount in amounts.items()
    ]
    return tables.build(Budget, rows)


NO_BOUND = budget()
