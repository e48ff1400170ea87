"""Does the plan fit together? Every rule looks at it, and says what does not."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import polars as pl

from bothshores import registry, tables
from bothshores.catalogue import Template
from bothshores.catalogue import templates as all_templates
from bothshores.plan.kinds import Draft, Rule
from bothshores.tables.basis import Findings
from bothshores.tables.terms import PlanTerms


@cache
def rules() -> dict[str, type[Rule]]:
    """Every rule there is, by id."""
    registry.load("bothshores.plan.rules")
    return dict(sorted(Rule.members.items()))


def check(
    objectives: pl.DataFrame,
    measures: pl.DataFrame,
    budget: pl.DataFrame,
    commitments: pl.DataFrame,
    evaluations: pl.DataFrame,
    risks: pl.DataFrame,
    effect_uses: pl.DataFrame,
    terms: PlanTerms,
    *,
    templates: Mapping[str, Template] | None = None,
) -> pl.DataFrame:
    """Findings of all rules, sorted by rule, item and other side; none means that nothing was found."""
    draft = Draft(
        objectives=objectives.sort("id").to_dicts(),
        measures=measures.sort("id").to_dicts(),
        budget=budget.sort("measure", "year").to_dicts(),
        commitments=commitments.sort("id").to_dicts(),
        evaluations=evaluations.sort("measure").to_dicts(),
        risks=risks.sort("measure", "risk").to_dicts(),
        effect_uses=effect_uses.sort("measure", "effect", "indicator").to_dicts(),
        terms=terms,
        catalogue=all_templates() if templates is None else templates,
    )
    found = [
        {
            "rule": name,
            "item": finding.item,
            "other": finding.other,
            "severity": finding.severity or rule.severity,
            "message": finding.message.text,
            "args": finding.message.args,
        }
        for name, rule in rules().items()
        for finding in rule().find(draft)
    ]
    return tables.build(Findings, found).sort("rule", "item", "other")
