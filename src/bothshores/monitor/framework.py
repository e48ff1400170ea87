"""The results framework: each indicator with baseline, source, frequency, owner and breakdowns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import polars as pl

from bothshores import catalogue, tables
from bothshores.catalogue import Indicator, Template
from bothshores.tables.monitor import Monitoring
from bothshores.tables.terms import PlanTerms
from bothshores.vocab import NATIONAL, STATISTICS_POST
from bothshores.vocab import gettext_noop as _

Templates = Mapping[str, Template]
SCORED = ("evidence", "assumption")
"""Classes of money whose measures promise an outcome among the people they reach."""
INCOME = "prog_income_usd"
TO_BE_MEASURED = _("to be measured in the baseline survey")


class Baseline(NamedTuple):
    """Latest figure in the indicator's unit, its year, and where it comes from."""

    value: float
    year: int
    source: str


def framework(
    objectives: pl.DataFrame,
    measures: pl.DataFrame,
    figures: pl.DataFrame,
    terms: PlanTerms,
    *,
    budget: pl.DataFrame | None = None,
    financing: pl.DataFrame | None = None,
    templates: Templates | None = None,
) -> pl.DataFrame:
    """A row for each objective's national indicator, and for each output and outcome of each funded measure.

    Funded: with money in `budget`, or with somebody named in `financing`; all measures where no budget is given. A
    measure that is scored also has the outcome among its participants, which a baseline survey has to measure.
    `baseline` is in the indicator's unit and blank where no source has a figure; `data_source` is then where the figure
    will come from. A measure of one's own has no rows until somebody adds them.
    """
    library = catalogue.templates() if templates is None else templates
    latest = baselines(figures, terms.country)
    found = [national(objective, latest) for objective in objectives.iter_rows(named=True)]
    funded = measures["id"].to_list() if budget is None else with_money(budget, financing)
    for measure in measures.filter(pl.col("id").is_in(funded)).iter_rows(named=True):
        if template := library.get(measure["template"]):
            found += of_measure(measure, template, latest)
    rows = {(row["measure"], row["indicator"]): row for row in found}
    return tables.build(Monitoring, [rows[key] for key in sorted(rows)])


def with_money(budget: pl.DataFrame, financing: pl.DataFrame | None) -> list[str]:
    """Measures that the budget or a named source gives money."""
    found = set(budget.filter(pl.col("amount_usd") > 0)["measure"])
    if financing is not None:
        found |= set(financing.filter(pl.col("status") != "to_be_negotiated", pl.col("amount_usd") > 0)["measure"])
    return sorted(found)


def baselines(figures: pl.DataFrame, country: str) -> dict[str, Baseline]:
    """Newest figure of the country by indicator; projections are no baseline."""
    mine = figures.lazy().filter((pl.col("country") == country) & (pl.col("status") != "projected"))
    newest = mine.sort("year").select("indicator", "value", "year", "source").collect()
    return {name: Baseline(value, year, source) for name, value, year, source in newest.iter_rows()}


def national(objective: Mapping[str, Any], latest: Mapping[str, Baseline]) -> dict[str, Any]:
    """The row of an objective, with the baseline that stands in the plan."""
    indicator = catalogue.indicators()[objective["indicator"]]
    row = line(NATIONAL, indicator, "outcome", STATISTICS_POST, latest.get(indicator.id), indicator.breakdowns)
    if objective["baseline"] is None:
        return row
    return row | {
        "baseline": objective["baseline"],
        "baseline_year": objective["baseline_year"],
        "data_source": objective["source"],
    }


def of_measure(
    measure: Mapping[str, Any], template: Template, latest: Mapping[str, Baseline]
) -> Iterator[dict[str, Any]]:
    """The rows of a measure: outcomes for people and outputs of the measure."""
    scored = measure["money_class"] in SCORED
    outcomes = dict.fromkeys([*template.outcome_indicators, *([INCOME] if scored else [])])
    levels = {"outcome": outcomes, "output": template.output_indicators}
    for level, names in levels.items():
        for name in names:
            indicator = catalogue.indicators()[name]
            asked = [each for each in indicator.breakdowns if each in template.breakdowns] or indicator.breakdowns
            owner = STATISTICS_POST if indicator.level == "national" else measure["owner"]
            row = line(measure["id"], indicator, level, owner, latest.get(name), asked)
            among_participants = scored and level == "outcome" and indicator.level == "programme"
            yield row | {"data_source": TO_BE_MEASURED} if among_participants else row


def line(
    measure: str, indicator: Indicator, level: str, owner: str, baseline: Baseline | None, breakdowns: Any
) -> dict[str, Any]:
    """A row of the framework."""
    return {
        "measure": measure,
        "indicator": indicator.id,
        "level": level,
        "baseline": baseline.value if baseline else None,
        "baseline_year": baseline.year if baseline else None,
        "data_source": baseline.source if baseline else indicator.other_source,
        "frequency": indicator.frequency,
        "owner": owner,
        "breakdowns": " ".join(breakdowns),
        "smallest_cell": indicator.smallest_cell,
    }
