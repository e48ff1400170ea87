"""From needs to a draft: objectives, the measures that serve them, and what each of them assumes, risks and needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import polars as pl

from bothshores import tables
from bothshores.catalogue import Template
from bothshores.plan.assumptions import eligible_share, in_force
from bothshores.plan.assumptions import rows as assumption_rows
from bothshores.plan.candidates import Candidate, consider, first_objective, taken_by_hand, unmet
from bothshores.plan.costs_here import templates_here
from bothshores.plan.latest import Standing, persons, standing
from bothshores.plan.money_class import money_class, moved, served
from bothshores.plan.objectives import choose_objectives
from bothshores.tables.basis import Candidates
from bothshores.tables.plan import Assumptions, Measures, Partners, Risks
from bothshores.tables.terms import PlanTerms
from bothshores.vocab import MoneyClass

Templates = Mapping[str, Template]
Decided = Mapping[str, pl.DataFrame]


class Goal(NamedTuple):
    """An objective."""

    id: str
    weight: float


@dataclass(frozen=True, slots=True)
class Proposal:
    """The draft's own words, before people's edits are merged in."""

    objectives: pl.DataFrame
    measures: pl.DataFrame
    assumptions: pl.DataFrame
    partners: pl.DataFrame
    risks: pl.DataFrame
    candidates: pl.DataFrame


def propose(
    needs: pl.DataFrame,
    figures: pl.DataFrame,
    terms: PlanTerms,
    decided: Decided,
    *,
    templates: Templates | None = None,
) -> Proposal:
    """Objectives from the greatest needs, and every template that fits and serves one as a measure of the same id.

    `decided`: rows of `objectives`, `measures`, `assumptions` that people changed or added. They are not repeated in
    the result (the store merges them in); they count: a person's objective is served, a template that a person added
    brings its assumptions, partners and risks, a corrected cost stands in `unit_cost_usd`.
    """
    here = standing(figures, terms.country)
    library = templates_here(here, terms.price_year) if templates is None else templates
    fitting = [template for template in library.values() if not unmet(template, here, needed=True)]
    payable = {name for each in fitting if money_class(each) is not MoneyClass.UNCOSTED for name in served(each)}
    uncosted = {name for each in fitting for name in served(each)} - payable
    goals = choose_objectives(needs, {name for each in fitting for name in moved(each)}, payable, uncosted)
    aims = objectives_in_force(goals, decided)
    weights = {indicator: aim.weight for indicator, aim in aims.items()}
    scores = dict(needs.select("indicator", "score").iter_rows())
    candidates = [consider(library[name], here, scores, weights) for name in sorted(library)]
    taken = {candidate.template.id: candidate.template for candidate in candidates if candidate.taken}
    own = {name: library[template] for name, template in own_templates(decided).items() if template in library}
    corrected = decided.get("assumptions")
    return Proposal(
        objectives=goals,
        measures=tables.build(Measures, [measure(each, here, aims, terms, corrected) for each in taken.values()]),
        candidates=tables.build(Candidates, rows_of(candidates, {each.id for each in own.values()})),
        **details(dict(sorted((taken | own).items()))),
    )


def rows_of(candidates: list[Candidate], own: set[str]) -> list[dict[str, object]]:
    """Verdicts on templates; what the draft would leave and a person added is taken by hand."""
    by_hand = [candidate.template.id in own and not candidate.taken for candidate in candidates]
    return [
        (taken_by_hand(candidate) if hand else candidate).row
        for candidate, hand in zip(candidates, by_hand, strict=True)
    ]


def objectives_in_force(goals: pl.DataFrame, decided: Decided) -> dict[str, Goal]:
    """Id and weight of the objective on each indicator: drafted, and as people decided."""
    both = [goals, decided.get("objectives", goals.clear())]
    rows = [row for frame in both for row in frame.select("indicator", "id", "weight").iter_rows()]
    return {indicator: Goal(name, weight) for indicator, name, weight in rows}


def own_templates(decided: Decided) -> dict[str, str]:
    """Template by measure, for measures that people changed or added."""
    frame = decided.get("measures")
    if frame is None:
        return {}
    return {measure: template for measure, template in frame.select("id", "template").iter_rows() if template}


def measure(
    template: Template, here: Standing, aims: Mapping[str, Goal], terms: PlanTerms, corrected: pl.DataFrame | None
) -> dict[str, Any]:
    """One measure, under its template's id."""
    people = persons(here, template.group)
    class_ = money_class(template)
    first = first_objective(template, {indicator: aim.weight for indicator, aim in aims.items()})
    return {
        "id": template.id,
        "title": template.title,
        "template": template.id,
        "objective": aims[first].id if first else "",
        "money_class": class_.value,
        "owner": template.owner,
        "lead": template.lead,
        "target_group": template.group.label,
        "eligible_persons": None if people is None else max(0, round(people * eligible_share(template, corrected))),
        "unit_cost_usd": unit_cost(template, corrected),
        "cost_source": cost_source(template),
        "start_year": start_year(class_, terms),
        "sdg": " ".join(template.sdg),
        "gcm": " ".join(str(objective) for objective in template.gcm),
    }


def unit_cost(template: Template, corrected: pl.DataFrame | None) -> float | None:
    """Central cost for one person or unit in USD: amount * mark-up, or the centre of the assumed range."""
    if template.cost is None:
        return None
    ranges = in_force(template.id, template, corrected)
    if template.cost.amount_usd is None or "unit_cost_usd" in ranges:
        return ranges["unit_cost_usd"].central
    return round(template.cost.amount_usd * ranges["cost_markup"].central, 2)


def cost_source(template: Template) -> str:
    """Where the cost comes from, or why there is none."""
    if template.cost is None:
        return template.no_cost_reason
    return template.cost.reason if template.cost.assumed else template.cost.source.text


def start_year(class_: MoneyClass, terms: PlanTerms) -> int:
    """First year where the cost is known or a decision is enough; one year later where a cost has to be found first."""
    ready = class_ in (MoneyClass.EVIDENCE, MoneyClass.JUDGEMENT)
    return terms.first_year if ready else min(terms.first_year + 1, terms.last_year)


def details(measures: Mapping[str, Template]) -> dict[str, pl.DataFrame]:
    """Assumptions, partners and risks of every measure, people's own included."""
    parts = {"assumptions": (Assumptions, assumption_rows), "partners": (Partners, partners), "risks": (Risks, risks)}
    return {
        name: tables.build(schema, [row for each in measures.items() for row in rows(*each)]).sort(schema.primary_key())
        for name, (schema, rows) in parts.items()
    }


def partners(measure: str, template: Template) -> list[dict[str, Any]]:
    """Who takes part, as generic bodies."""
    bodies = {template.lead: "lead"} | {body: "partner" for body in template.partners if body != template.lead}
    return [{"measure": measure, "partner": body, "role": role} for body, role in bodies.items()]


def risks(measure: str, template: Template) -> list[dict[str, Any]]:
    """What can go wrong, numbered as in the template."""
    return [
        {
            "measure": measure,
            "risk": f"risk_{number}",
            "title": risk.title,
            "safeguard": risk.safeguard,
            "owner": template.owner,
        }
        for number, risk in enumerate(template.risks, start=1)
    ]
