"""`plan.toml`: the decisions that steer, each with its meaning; read with every wrong value reported, merged by key."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bothshores.store.issues import Problems
from bothshores.store.merge import Ledger
from bothshores.store.plan_folder import TERMS
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
    Decision("money", "price_year", int, 1990, 2199, _("Year whose prices the budget is stated in.")),
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


def read(raw: Mapping[str, Any], country: str, issues: Problems, lines: list[str]) -> dict[str, Any]:
    """The good values of a parsed plan.toml by key; each wrong one is an issue with its line."""
    good: dict[str, Any] = {}
    for section, entries in raw.items():
        for name, value in entries.items() if isinstance(entries, Mapping) else [("", entries)]:
            key = f"{section}.{name}" if name else section
            if (key, value) in {("plan.status", STATUS), ("plan.country", country)}:
                continue
            if problem := wrong(key, value):
                text, remedy, gaps = problem
                issues.add(
                    TERMS,
                    text,
                    remedy,
                    rule="wrong_decision",
                    row=line_of(lines, name or section),
                    column=key,
                    **gaps,
                )
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
        limits = {"value": f"text:{value}", "low": f"text:{decision.low:g}", "high": f"text:{decision.high:g}"}
        return _("{value} lies outside {low} to {high}."), remedy, limits
    return None


def line_of(lines: list[str], name: str) -> int | None:
    """Line on which a key stands."""
    return next((number for number, line in enumerate(lines, 1) if line.split("=")[0].strip() == name), None)


def merge(
    fresh: PlanTerms, ledger: Ledger, previous: Mapping[str, Any], asked: Mapping[str, Any], file: Path
) -> PlanTerms:
    """The draft's own terms, then what a person changed in plan.toml, then what the command asked for."""
    lines = file.read_text(encoding="utf-8-sig").splitlines() if file.exists() and ledger.current.terms else []
    before_issues = len(ledger.current.issues.rows)
    mine = read(ledger.current.terms, fresh.country, ledger.current.issues, lines)
    if len(ledger.current.issues.rows) > before_issues:
        ledger.current.broken.add("plan")
    values = flat(fresh)
    ledger.said_terms = dict(values)
    for key, value in mine.items():
        if (key not in previous or value != previous[key]) and value != values.get(key) and key not in asked:
            ledger.note("plan", (key,), "value", value, values.get(key))
            values[key] = value
    values |= dict(asked)
    check_years(values, fresh, ledger, lines)
    check_floors(values, ledger)
    if "plan" in ledger.current.broken and previous:
        ledger.said_terms = dict(previous)  # the file stays as it is, and so does what it is compared with
    return unflat(fresh.country, values)


def check_years(values: dict[str, Any], fresh: PlanTerms, ledger: Ledger, lines: list[str]) -> None:
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
        row=line_of(lines, "last_year"), column="plan.last_year", **gaps,
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


def to_toml(terms: PlanTerms, basis: str) -> str:
    """plan.toml as people read and edit it."""
    head = f"# The decisions of this plan. Edit them, then draft again: what you change stays.\n# {basis}\n\n"
    parts = [head, f'[plan]\ncountry = "{terms.country}"\nstatus = "{STATUS}"\n']
    section = "plan"
    for decision in DECISIONS:
        if decision.section != section:
            section = decision.section
            parts.append(f"\n[{section}]\n")
        value = getattr(terms, decision.name)
        written = f"{value:_}" if decision.section == "money" and decision.name == "budget_usd" else value
        parts.append(f"# {decision.meaning}\n{decision.name} = {written}\n")
    parts.append("\n# Least that a measure must get over the whole plan, in US dollars: measure = amount\n[floors]\n")
    parts += [f"{measure} = {amount}\n" for measure, amount in sorted(terms.floors.items())]
    return "".join(parts)
