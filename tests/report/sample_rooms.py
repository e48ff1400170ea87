"""The invented tables of the other rooms, and of what a run computes besides."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from report import sample as s

from bothshores.catalogue import indicators, templates
from bothshores.vocab import RESERVE, UNALLOCATED

PEERS = ("BGD", "LKA", "KGZ", "SEN", "HND", "TJK", "PHL", "MAR", "SLV", "KHM", "CIV")
Rows = Iterable[dict[str, Any]]


def evidence() -> dict[str, Rows]:
    """Figures before the plan, stocks by destination, sources, issues."""
    return {
        "figures": (
            {
                "country": "NPL", "indicator": indicator, "year": year, "value": value * (1 + 0.015 * (2023 - year)),
                "source": "synthetic", "vintage": "2025", "status": "observed",
            }
            for indicator, value, *_rest in s.NEEDS for year in range(2008, 2024, 3)
        ),
        "observations": (
            {
                "country": "NPL", "indicator": indicator, "year": 2023, "breakdown": "", "source": "synthetic",
                "vintage": "2025", "value": value, "status": "observed", "file": "invented.csv", "locator": "row 1",
            }
            for indicator, value, *_rest in s.NEEDS
        ),
        "stocks": (
            {
                "origin": "NPL", "destination": destination, "year": 2019, "sex": sex, "source": "synthetic",
                "vintage": "2025", "persons": int(persons * part),
            }
            for destination, persons in zip(
                ("IND", "QAT", "ARE", "SAU", "MYS", "USA", "AUS", "JPN", "GBR", "KWT", "KOR", "ITA"),
                (960_000, 410_000, 390_000, 330_000, 240_000, 150_000, 120_000, 95_000, 60_000, 55_000, 40_000, 900),
                strict=True,
            )
            for sex, part in (("all", 1.0), ("female", 0.36), ("male", 0.64))
        ),
        "sources": [
            {
                "file": "invented.csv", "source": "synthetic", "publisher": "Invented for tests",
                "title": f"Invented figures {s.HOSTILE}", "licence": "CC BY 4.0", "citation": "Nobody 2025",
                "url": "https://data.worldbank.org/", "vintage": "2025", "sha256": "0" * 64, "rows_taken": 48,
                "rows_left": 2,
            }
        ],
        "issues": [
            {
                "severity": severity, "file": "measures.csv", "row": "3", "column": "start_year", "rule": "wrong_type",
                "country": "NPL", **s.message("{text} is not {kind}.", text="text:=soon", kind="term:a whole number"),
                "remedy": "Correct the cell; the rest of the file is used.", "count": 1,
            }
            for severity in ("problem", "remark")
        ],
    }  # fmt: skip


def plan() -> dict[str, Rows]:
    """Peers, candidates, allocation, contributions, findings and what people changed."""
    return {
        "basis": (
            {"decision": "money.budget_usd", "message": "Invented for a test.", "args": "{}"},
        ),
        "peers": (
            {
                "peer": peer, "rank": rank, "distance": 0.4 + 0.11 * rank,
                **s.message("Closest in {feature}.", feature="indicator:remittances_share_gdp"),
            }
            for rank, peer in enumerate(PEERS, start=1)
        ),
        "candidates": (
            {
                "template": template, "taken": template in s.MEASURES, "money_class": "judgement", "need_score": 1.2,
                **s.message("It serves needs of rank {rank} and more.", rank="number:3"),
            }
            for template in templates()
        ),
        "allocation": (
            {
                "measure": measure,
                "money_class": dict(zip(s.MEASURES, s.CLASSES, strict=True)).get(measure, "judgement"),
                "amount_usd": amount, "free_usd": amount, "bound": measure == "own_measure",
                "share_of_budget": amount / s.TERMS.budget_usd, "reached": amount / 900 if amount > 6_000_000 else None,
                "break_even_usd": 310.0 if not amount else None, **s.message("The optimum gives it this much."),
            }
            for measure, amount in s.money().items()
        ),
        "contributions": (
            {
                "measure": measure, "indicator": indicator, "reached": 9_000.0, "mean": 0.0004 * sign,
                "low": -0.0001, "high": 0.0009, "probability_improves": 0.93,
            }
            for measure in s.MEASURES[:4] for indicator, sign in (("youth_unemployment_rate", -1),)
        ),
        "plan_changes": [
            {"indicator": "youth_unemployment_rate", "mean": -0.0016, "low": -0.0031, "high": -0.0002,
             "probability_improves": 0.97}
        ],
        "constraints": (
            {
                "id": name, "limit_usd": 60e6, "used_usd": used, "binding": used == 60e6, "price": 0.012,
                **s.message("The whole budget is used."),
            }
            for name, used in (("budget", 60e6), ("assumption_share", 21.5e6))
        ),
        "gains": (
            {"draws": draws, "mean": mean, "tail": mean / 3, "score": mean * 0.8}
            for draws, mean in (("chosen_on", 0.021), ("fresh", 0.019))
        ),
        "next_million": [
            {"measure": "vocational_training", "amount_usd": 950_000, "reached": 610.0},
            {"measure": RESERVE, "amount_usd": 50_000, "reached": None},
        ],
        "findings": [
            {
                "rule": "opposite_push", "item": "vocational_training", "other": "fair_recruitment",
                "severity": severity,
                **s.message("{one} and {other} push {indicator} opposite ways.", one="measure:vocational_training",
                            other="measure:fair_recruitment", indicator="indicator:remittances_per_capita"),
            }
            for severity in ("conflict",)
        ],
        "forecasts": (
            {
                "indicator": indicator, "year": year, "model": "pooled_trend", "mean": 1.0, "low": 0.5, "high": 1.5,
                "observations": 6, "pooled_countries": 120, **s.message("A trend pooled over countries."),
            }
            for indicator in s.OBJECTIVES for year in s.TERMS.years
        ),
        "kept_edits": [
            {"table": "budget", "key": "own_measure 2028", "column": "amount_usd", "yours": "133333", "draft": "0"},
            {"table": "measures", "key": "own_measure", "column": "title", "yours": s.HOSTILE, "draft": "Before"},
        ],
        "assumptions": (
            {
                "id": f"{measure}_unit_cost", "measure": measure, "parameter": "unit_cost_usd", "low": 200.0,
                "central": 600.0, "high": 2_000.0, "unit": "USD", "by_analogy_with": "Vocational training, Colombia",
                "corrected_by": "",
            }
            for measure in ("vocational_training", "remittance_cost_and_mobile_money")
        ),
        "partners": (
            {"measure": measure, "partner": partner, "role": "partner"}
            for measure in s.MEASURES for partner in templates()[measure].partners
        ),
        "risks": (
            {
                "measure": measure, "risk": f"risk_{number}", "title": risk.title, "safeguard": risk.safeguard,
                "owner": templates()[measure].owner,
            }
            for measure in s.MEASURES for number, risk in enumerate(templates()[measure].risks, start=1)
        ),
    }  # fmt: skip


def action() -> dict[str, Rows]:
    """Money's terms, delivery, monitoring, evaluation, triggers."""
    return {
        "financing": (
            {
                "measure": measure,
                "instrument": "budget_line" if measure in (RESERVE, UNALLOCATED) else "conditional_grant",
                "source": "to be negotiated", "year": year, "amount_usd": part, "status": "to_be_negotiated",
            }
            for measure, amount in s.money().items() for year, part in s.by_year(amount) if part
        ),
        "cash_flows": (
            {
                "measure": measure, "instrument": "conditional_grant", "period": period, "step": "tranche",
                "payer": "to be negotiated", "payee": "grantees", "amount_minor": 12_345_600, "limited_by": "",
            }
            for measure in s.MEASURES[:4] for period in range(1, 21)
        ),
        "delivery": (
            {
                "measure": measure, "milestone": name, "quarter": quarter, "title": title,
                "owner": templates()[measure].owner, "reached": reached,
            }
            for measure in s.MEASURES
            for name, quarter, title, reached in (
                ("rules", "2027-Q2", "Rules and safeguards are published", None),
                ("first", "2028-Q1", "First people are served", 500.0),
                ("half", "2029-Q4", "Half of the people are reached", 4_500.0),
                ("end", "2031-Q4", "All are reached, results are published", 9_000.0),
            )
        ),
        "monitoring": (
            {
                "measure": measure, "indicator": indicator, "level": level, "baseline": baseline,
                "baseline_year": 2023 if baseline else None, "data_source": "labour force survey",
                "frequency": "annual",
                "owner": "Head of the statistical office", "breakdowns": "sex age district", "smallest_cell": 10,
            }
            for measure, indicator, level, baseline in [
                *(("national", name, "outcome", value) for name, value, *_rest in s.NEEDS[:4]),
                *((each, name, "output", None) for each in s.MEASURES
                  for name in templates()[each].output_indicators if name in indicators()),
            ]
        ),
        "targets": (
            {"measure": "national", "indicator": row["indicator"], "year": row["year"], "target": row["mean"]}
            for row in s.paths() if row["scenario"] == "with"
        ),
        "evaluations": (
            {
                "measure": measure, "design": design, "outcome": "in paid work" if size else "",
                "comparison": "applicants not drawn" if size else "", "sample_size": size,
                "smallest_detectable": 0.12 if size else None, "expected": 0.1 if size else None,
                "short_window_years": 1.5, "long_window_years": 6.0, "owner": "Evaluation unit of the task force",
                **s.message("A lottery among eligible applicants is fair and shows what the measure adds."),
            }
            for measure, design, size in zip(
                s.MEASURES, ("lottery", "lottery", "phased_rollout", "not_evaluable") * 2, (2_000, 900, 80, None) * 2,
                strict=False,
            )
        ),
        "triggers": (
            {
                "id": f"{indicator}_2029", "measure": "national", "indicator": indicator, "year": 2029,
                "check_on": datetime.date(2029, 12, 31),
                "crossed": "below" if indicators()[indicator].direction.sign > 0 else "above", "threshold": value,
                "action": "The measures that serve this objective are reviewed.", 
                "owner": "Head of the planning office",
            }
            for indicator, value, *_rest in s.NEEDS[:4]
        ),
    }  # fmt: skip


def rest() -> dict[str, Rows]:
    """All of them."""
    return evidence() | plan() | action()
