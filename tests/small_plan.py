"""Small invented plans for the tests of rooms: true of no country, and of no template of the catalogue."""

from __future__ import annotations

from typing import Any

import polars as pl

from bothshores import tables
from bothshores.catalogue import Template
from bothshores.catalogue.templates import EffectLink, TargetGroup
from bothshores.tables.basis import Allocation, OutcomePaths
from bothshores.tables.plan import Budget, Measures, Objectives
from bothshores.tables.terms import PlanTerms

TERMS = PlanTerms("NPL", 2027, 2031, 10_000_000, 2025)


def template(name: str = "invented", **changes: Any) -> Template:
    """An invented template, with the fields given."""
    fields: dict[str, Any] = {
        "id": name, "kind": name, "title": "Invented measure", "plain": "Invented.", "problem": "Invented.",
        "inputs": "", "activities": "", "outputs_text": "", "outcomes_text": "", "impact": "",
        "lead": "Invented office",
        "owner": "Director of invented things", "partners": ("Partner",),
        "group": TargetGroup("People", "population_total", (), 0.5, "Invented."), "conditions": (),
        "serves": ("unemployment_rate",), "pushes": {"unemployment_rate": -1}, "overlaps": (), "cost": None,
        "no_cost_reason": "Invented.", "effects": (), "no_effect_reason": "Invented.", "noted_effects": (),
        "leakage": 0.0, "leakage_reason": "Invented.", "coverage_max": 0.5, "risks": (),
        "output_indicators": ("prog_beneficiaries",),
        "outcome_indicators": ("unemployment_rate", "prog_employed_6m_share"),
        "breakdowns": ("sex", "age"), "instruments": ("conditional_grant",), "designs": ("lottery",),
        "short_window_years": 1.0, "long_window_years": 5.0, "protection": False, "sdg": ("8.5",), "gcm": (2,),
        "references": (),
    }  # fmt: skip
    return Template(**fields | changes)


def link(effect: str, indicator: str = "unemployment_rate", take_up: float = 1.0) -> EffectLink:
    """A use of an effect."""
    return EffectLink(effect, indicator, -1, 0.01, "labour_force", "", 1.0, take_up, "Invented.")


def measures(*rows: dict[str, Any]) -> pl.DataFrame:
    """Measures; each row states what differs from an invented one."""
    common = {
        "title": "Invented measure", "template": "invented", "objective": "", "money_class": "evidence",
        "owner": "Director of invented things", "lead": "Invented office", "target_group": "People",
        "eligible_persons": 100_000, "unit_cost_usd": 500.0, "cost_source": "Invented", "start_year": 2027, "sdg": "",
        "gcm": "",
    }  # fmt: skip
    return tables.build(Measures, [common | row for row in rows])


def budget(amounts: dict[str, list[int]]) -> pl.DataFrame:
    """USD in each year of the plan by measure."""
    rows = [
        {"measure": measure, "year": year, "amount_usd": amount}
        for measure, each in amounts.items()
        for year, amount in zip(TERMS.years, each, strict=True)
    ]
    return tables.build(Budget, rows)


def allocation(reached: dict[str, float | None], usd: int = 1_000_000) -> pl.DataFrame:
    """People reached by measure, each with the same money."""
    return tables.build(
        Allocation,
        [
            {
                "measure": measure, "money_class": "evidence", "amount_usd": usd, "free_usd": usd, "bound": False,
                "share_of_budget": 0.1, "reached": people, "break_even_usd": None, "message": "Invented.", "args": "{}",
            }
            for measure, people in reached.items()
        ],
    )  # fmt: skip


def objectives(**directions: str) -> pl.DataFrame:
    """Objectives by indicator and direction, of equal weight."""
    rows = [
        {
            "id": indicator, "title": "Invented", "indicator": indicator, "direction": direction,
            "weight": 1 / len(directions), "baseline": 0.2, "baseline_year": 2024, "source": "world_bank",
        }
        for indicator, direction in directions.items()
    ]  # fmt: skip
    return tables.build(Objectives, rows)


def paths(*indicators: str, low: float = 0.1, mean: float = 0.2, high: float = 0.4) -> pl.DataFrame:
    """Outcome paths, the same in each year with the plan, and 1 without."""
    rows = [
        {"indicator": indicator, "scenario": scenario, "year": year, "mean": middle, "low": below, "high": above}
        for indicator in indicators
        for scenario, below, middle, above in (("with", low, mean, high), ("without", 1.0, 1.0, 1.0))
        for year in TERMS.years
    ]
    return tables.build(OutcomePaths, rows)
