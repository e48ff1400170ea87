"""`plan.toml`: the decisions that steer, each with its meaning; read with every wrong value reported, merged by key."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bothshores.catalogue import prices
from bothshores.store.merge import Ledger
from bothshores.store.plan_folder import TERMS, PlanFolder
from bothshores.tables.terms import PlanTerms
from bothshores.vocab import gettext_noop as _

STATUS = "draft, not adopted"
YEARS_MAX = 30


@dataclass(frozen=True, slots=True)
class Decision:
    """One value of plan.toml: where it stands, its limits and what it means."""

    section: str
    name: str
    kind: type
    low: float
    high: float
    meaning: str

    @property
    def key(self) -> str:
        """`money.budget_usd`."""
        return f"{self.section}.{self.name}"


DECISIONS = (
    Decision("plan", "first_year", int, 1990, 2199, _("First year of the plan.")),
    Decision("plan", "last_year", int, 1990, 2199, _("Last year of the plan.")),
    Decision("money", "budget_usd", int, 0, 10**13, _("Whole budget in US dollars, at the price year below.")),
    Decision("money", "price_year", int, 1990, prices.last_year(), _("Year whose prices the budget is stated in.")),
    Decision("risk", "alpha", float, 0.5, 0.99, _("The bad tail: the worst 1 - alpha of the draws.")),
    Decision("risk", "risk_weight", float, 0, 1, _("How much the bad tail counts beside the mean, 0 to 1.")),
    Decision("limits", "assumption_share_max", float, 0, 1, _("Most of the budget that may rest on assumed costs.")),
    Decision("limits", "judgement_share_max", float, 0, 1, _("Most of the budget that may rest on judgement.")),
    Decision("limits", "evaluation_share", float, 0, 0.5, _("Part of the budget kept for evaluation.")),
    Decision("limits", "measure_share_max", float, 0.01, 1, _("Most of the budget that one measure may take.")),
    Decision("limits", "absorption_growth_max", float, 0, 10, _("Most by which yearly spending may grow, as a share.")),
    Decision("simulation", "draws", int, 100, 100_000, _("Number of draws.")),
    Decision("simulation", "seed", int, 0, 2**31 - 1, _("Seed of the draws.")),
)  # fmt: skip
BY_KEY = {decision.key: decision for decision in DECISIONS}


def flat(terms: PlanTerms) -> dict[str, Any]:
    """Terms as plan.toml keys, floors included."""
    values = {decision.key: getattr(terms, decision.name) for decision in DECISIONS}
    return values | {f"floors.{measure}": amount for measure, amount in sorted(terms.floors.items())}


def unflat(country: str, values: Mapping[str, Any]) -> PlanTerms:
    """plan.toml keys as terms."""
    plain = {BY_KEY[key].name: value for key, value in values.items() if key in BY_KEY}
    floors = {key.removeprefix("floors."): value for key, value in values.items() if key.startswith("floors.")}
    return PlanTerms(country=country, floors=floors, **plain)


def read(found: PlanFolder, country: str) -> dict[str, Any]:
    """The good values of plan.toml by key; each wrong one is an issue with its line, and the file is left then."""
    good: dict[str, Any] = {}
    fixed = {"plan.status": STATUS, "plan.country": country}
    for section, entries in found.terms.items():
        for name, value in entries.items() if isinstance(entries, Mapping) else [("", entries)]:
            key = f"{section}.{name}" if name else section
            if value == fixed.get(key):
                continue
            if problem := wrong(key, value):
                text, remedy, gaps = problem
                line = found.lines.get("plan", {}).get((key,))
                found.issues.add(TERMS, text, remedy, rule="wrong_decision", row=line, column=key, **gaps)
                found.broken.add("plan")
            else:
                good[key] = BY_KEY[key].kind(value) if key in BY_KEY else value
    return good


def wrong(key: str, value: Any) -> tuple[str, str, dict[str, str]] | None:
    """Why a value cannot be used, what to do, and what fills the sentence; None where it can."""
    remedy = _("Correct the value; the draft used its own.")
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if key.startswith("floors."):
        if isinstance(value, int) and number and value >= 0:
            return None
        return _("A floor is a whole amount in US dollars, not {value}."), remedy, {"value": f"text:{value}"}
    if key == "plan.status":
        return _("{text} is not allowed here."), remedy, {"text": f"text:{value}"}
    if key == "plan.country":
        text = _("This is the plan of another country; {value} cannot be put in its place.")
        return text, _("Put the code back, or draft that country in a folder of its own."), {"value": f"text:{value}"}
    if key not in BY_KEY:
        near = difflib.get_close_matches(key, BY_KEY, 1)
        text = _("No decision is called {key}; there is {near}.") if near else _("No decision is called {key}.")
        gaps = {"key": f"text:{key}", "near": f"text:{near[0] if near else ''}"}
        return text, _("Correct or remove the line; the draft did without it."), gaps
    decision = BY_KEY[key]
    if not number or (decision.kind is int and not isinstance(value, int)):
        return _("{value} is not the number this decision needs."), remedy, {"value": f"text:{value}"}
    if not decision.low <= value <= decision.high:
        limits = {"value": f"text:{value}", "low": f"text:{decision.low:,}", "high": f"text:{decision.high:,}"}
        return _("{value} lies outside {low} to {high}."), remedy, limits
    return None


def merge(fresh: PlanTerms, ledger: Ledger, asked: Mapping[str, Any]) -> PlanTerms:
    """The draft's own terms, then what a person changed in plan.toml, then what the command asked for."""
    previous, mine = ledger.before_terms, read(ledger.current, fresh.country)
    values = flat(fresh)
    ledger.said_terms = dict(values)
    for key, value in mine.items():
        if (key not in previous or value != previous[key]) and value != values.get(key) and key not in asked:
            ledger.note("plan", (key,), "value", value, values.get(key))
            values[key] = value
    values |= dict(asked)
    check_years(values, fresh, ledger)
    check_floors(values, ledger)
    return unflat(fresh.country, values)


def check_years(values: dict[str, Any], fresh: PlanTerms, ledger: Ledger) -> None:
    """A last year before the first, or too far behind it, is reported, and the draft's own years are used."""
    first, last = values["plan.first_year"], values["plan.last_year"]
    if first <= last < first + YEARS_MAX:
        return
    text, gaps = _("The last year comes before the first."), {}
    if last > first:
        text = _("{value} lies outside {low} to {high}.")
        gaps = {"value": f"text:{last}", "low": f"text:{first}", "high": f"text:{first + YEARS_MAX - 1}"}
    ledger.current.issues.add(
        TERMS, text, _("Correct one of them; the draft used its own years."), rule="years_order",
        row=ledger.current.lines.get("plan", {}).get(("plan.last_year",)), column="plan.last_year", **gaps,
    )  # fmt: skip
    set_aside(["plan.first_year", "plan.last_year"], ledger)
    values |= {"plan.first_year": fresh.first_year, "plan.last_year": fresh.last_year}


def set_aside(keys: list[str], ledger: Ledger) -> None:
    """Edits of plan.toml that are not used: none is called kept, and the file stays as it is."""
    ledger.edits = [edit for edit in ledger.edits if edit["table"] != "plan" or edit["key"] not in keys]
    ledger.current.broken.add("plan")


def check_floors(values: dict[str, Any], ledger: Ledger) -> None:
    """Floors that together are more than the budget are reported, and none of them is used."""
    floors = [key for key in values if key.startswith("floors.")]
    if sum(values[key] for key in floors) <= values["money.budget_usd"]:
        return
    ledger.current.issues.add(
        TERMS, _("The floors are together more than the whole budget of {budget}."),
        _("Lower them, or raise money.budget_usd."), rule="over_budget", column="floors",
        budget=f"usd:{values['money.budget_usd']}",
    )  # fmt: skip
    set_aside(floors, ledger)
    for key in floors:
        del values[key]
