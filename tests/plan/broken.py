"""A plan in which everything is wrong that a rule can find: the conformance test wants each rule to find something."""

from __future__ import annotations

import datetime
from typing import Any

from plan.land import link, template, terms

from bothshores.plan.kinds import Draft

TORN = template(
    "torn", pushes={"unemployment_rate": 1, "urban_share": 1}, overlaps=("pulled",), serves=("unemployment_rate",),
    noted_effects=("E034", "E089"),
)  # fmt: skip
PULLED = template(
    "pulled",
    pushes={"unemployment_rate": -1, "urban_share": -1},
    effects=(link("E061", "unemployment_rate", -1, "labour_force"),),
)


def measure(name: str, **changes: Any) -> dict[str, Any]:
    """A row of `measures` without template, objective or owner."""
    said = {"id": name, "template": "", "objective": "", "money_class": "judgement", "owner": "", "start_year": 2029,
            "unit_cost_usd": None}  # fmt: skip
    return said | changes


def money(name: str, year: int = 2029, amount: int = 4_000_000) -> dict[str, Any]:
    """A row of `budget`."""
    return {"measure": name, "year": year, "amount_usd": amount}


def objective(indicator: str, weight: float = 0.4) -> dict[str, Any]:
    """A row of `objectives` on a falling rate."""
    return {"id": indicator, "indicator": indicator, "direction": "down_good", "weight": weight}


def promise(name: str, measure: str, owner: str = "") -> dict[str, Any]:
    """A row of `commitments`, due at the end of 2027."""
    return {"id": name, "measure": measure, "owner": owner, "due": datetime.date(2027, 12, 31)}


def effect_use(measure: str, effect: str, **changes: Any) -> dict[str, Any]:
    """A row of `effect_uses` that was not scored."""
    return {"measure": measure, "effect": effect, "indicator": "", "verified": True, "scored": False} | changes


def draft(**changes: Any) -> Draft:
    """An empty plan of ten million dollars, 2027 to 2031, but for what is changed."""
    said: dict[str, Any] = {"objectives": [], "measures": [], "budget": [], "commitments": [], "evaluations": [],
                            "risks": [], "effect_uses": [], "terms": terms(), "catalogue": {}}  # fmt: skip
    return Draft(**said | changes)


BROKEN = draft(
    objectives=[objective("unemployment_rate"), objective("child_stunting")],
    measures=[
        measure("torn", template="torn", money_class="evidence"),
        measure("pulled", template="pulled", money_class="uncosted", unit_cost_usd=5.0),
        measure("law"),
        measure("thin"),
    ],
    budget=[
        money("torn"),
        money("pulled"),
        money("law"),
        money("law", 2027, 1),
        money("thin", amount=9_000),
        money("ghost", 2040),
    ],
    commitments=[promise("promise_law", "law"), promise("promise_torn", "torn"), promise("promise_free", "free")],
    risks=[{"measure": "torn", "risk": "risk_1", "title": "Theft", "safeguard": " "}],
    effect_uses=[effect_use("torn", "E034"), effect_use("torn", "E089")],
    catalogue={"torn": TORN, "pulled": PULLED},
)
