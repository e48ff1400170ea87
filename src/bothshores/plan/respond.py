"""What a dollar of each measure does to each indicator, year by year, over all draws."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import polars as pl

from bothshores import tables
from bothshores.catalogue import Template
from bothshores.plan.assumptions import Ranges, in_force
from bothshores.plan.costs_here import templates_here
from bothshores.plan.draws import Draws, spread_over
from bothshores.plan.effect_rows import noted, use
from bothshores.plan.latest import Standing, standing
from bothshores.plan.money_class import SCORED
from bothshores.plan.pooling import change_of_one
from bothshores.plan.reach import Reach, reach_over
from bothshores.plan.readings import read
from bothshores.tables.basis import EffectUses
from bothshores.tables.terms import PlanTerms
from bothshores.vocab import Message, MoneyClass
from bothshores.vocab import gettext_noop as _

AFTER_YEARS = 5
"""Years after the plan's last in which its effects still count: a plan is for what lasts (a judgement)."""
Templates = Mapping[str, Template]


@dataclass(frozen=True, slots=True)
class Response:
    """How indicators answer to money.

    `changes[measure][indicator]` is the change for one person reached [years, 2 * draws], from the year of reaching
    to `AFTER_YEARS` after a whole plan; `reaches[measure]` turns USD into people. The first half of the draws is for
    choosing, the second, fresh, for telling what comes of the choice. A measure without a cost has changes, no reach;
    `envelope_weights` are factors on the envelopes of measures of judgement.
    """

    draws: int
    effect_uses: pl.DataFrame
    reaches: Mapping[str, Reach]
    changes: Mapping[str, Mapping[str, Draws]]
    envelope_weights: Mapping[str, float]

    def per_usd(self, measure: str, indicator: str) -> Draws:
        """Change of the indicator for one of the first dollars spent [years, 2 * draws]."""
        return np.asarray(self.changes[measure][indicator] / self.reaches[measure].cost)

    @property
    def indicators(self) -> list[str]:
        """Indicators that scored measures move."""
        return sorted({indicator for measure in self.reaches for indicator in self.changes[measure]})


class Answer(NamedTuple):
    """What one measure adds to the response, and its rows of `effect_uses`."""

    uses: list[dict[str, Any]]
    changes: Mapping[str, Draws]
    reach: Reach | None
    envelope_weight: float | None


def respond(
    measures: pl.DataFrame,
    assumptions: pl.DataFrame,
    figures: pl.DataFrame,
    terms: PlanTerms,
    *,
    templates: Templates | None = None,
) -> Response:
    """Responses of all measures.

    Change of an indicator = sign * effect * scale * base * base_share * take_up * (1 - leakage) * people reached /
    denominator, each drawn: effect ~ normal(posterior mean, sqrt(posterior spread^2 + transfer^2)), the
    assumptions over their ranges (see `effect_prior`, `caution`, `time_paths`, `reach`, `draws`).
    """
    here = standing(figures, terms.country)
    library = templates_here(here, terms.price_year) if templates is None else templates
    answers = {
        row["id"]: answer(row, library[row["template"]], assumptions, here, terms)
        for row in measures.sort("id").iter_rows(named=True)
        if row["template"] in library
    }
    uses = [use for each in answers.values() for use in each.uses]
    weights = {name: each.envelope_weight for name, each in answers.items()}
    return Response(
        draws=terms.draws,
        effect_uses=tables.build(EffectUses, uses).sort(EffectUses.primary_key()),
        reaches={name: each.reach for name, each in answers.items() if each.reach},
        changes={name: each.changes for name, each in answers.items() if each.changes},
        envelope_weights={name: weight for name, weight in weights.items() if weight is not None},
    )


def answer(
    measure: Mapping[str, Any], template: Template, assumptions: pl.DataFrame, here: Standing, terms: PlanTerms
) -> Answer:
    """One measure: changes for one person, reach if its cost and people are known, and how each effect is used."""
    name = measure["id"]
    ranges = in_force(name, template, assumptions)
    readings = read(template, ranges, here, terms.country)
    envelope = measure["money_class"] == MoneyClass.JUDGEMENT.value
    years = len(terms.years) + AFTER_YEARS
    changes = {} if envelope else change_of_one(name, readings, ranges, here, terms, years=years)
    obstacle = obstacle_of(measure)
    uses = [use(name, reading, obstacle) for reading in readings]
    reach = reach_of(measure, template, ranges, terms) if changes and obstacle is None else None
    weight = ranges["envelope_weight"].central if "envelope_weight" in ranges else 1.0
    return Answer([*uses, *noted(name, template)], changes, reach, weight if envelope else None)


def obstacle_of(measure: Mapping[str, Any]) -> Message | None:
    """Why a measure cannot be scored whatever its effects."""
    if measure["money_class"] == MoneyClass.JUDGEMENT.value:
        return Message.of(_("Not scored: the measure's money is an envelope of judgement."))
    if measure["money_class"] not in SCORED:
        text = _("Not scored: nobody has a cost. The effect says at what cost the measure would be worth it.")
        return Message.of(text)
    if not measure["unit_cost_usd"]:
        return Message.of(_("Not scored: the measure has no unit cost."))
    if not measure["eligible_persons"]:
        return Message.of(_("Not scored: nobody knows how many people the measure could serve."))
    return None


def reach_of(measure: Mapping[str, Any], template: Template, ranges: Ranges, terms: PlanTerms) -> Reach:
    """Reach from the measure's own unit cost and people; the range of the cost keeps its proportions."""
    parameter = "unit_cost_usd" if "unit_cost_usd" in ranges else "cost_markup"
    range_ = ranges[parameter]
    spread = spread_over(f"{measure['id']}__{parameter}", range_, terms) / range_.central
    cost = central_cost(measure["unit_cost_usd"], template, range_.central, parameter)
    years = max(1, terms.last_year - max(measure["start_year"], terms.first_year) + 1)
    coverage = min(ranges["coverage_max"].central, 1.0) if "coverage_max" in ranges else template.coverage_max
    return reach_over(cost, cost * spread, measure["eligible_persons"], coverage, years)


def central_cost(stated: float, template: Template, central: float, parameter: str) -> float:
    """The measure's own unit cost; where it is the catalogue's and its assumption was corrected, the correction."""
    cost = template.cost
    if cost is None or not math.isclose(stated, cost.central, rel_tol=1e-6):
        return stated
    return central if parameter == "unit_cost_usd" else (cost.amount_usd or cost.central) * central
