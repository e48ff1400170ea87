"""Which design each measure is evaluated with, and whether it could find what the plan counts on."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

import polars as pl

from bothshores import catalogue, registry, tables
from bothshores.catalogue import Template
from bothshores.evaluate.expected import Expected, expected_by_measure
from bothshores.evaluate.kinds import Design, Power, Setting
from bothshores.evaluate.verdict import verdict
from bothshores.tables.evaluate import Evaluations, second_look_after
from bothshores.tables.terms import PlanTerms
from bothshores.vocab import EVALUATION_POST, Message
from bothshores.vocab import gettext_noop as _

Templates = Mapping[str, Template]
NOT_EVALUABLE = "not_evaluable"
WITHOUT_MONEY = Message.of(_("Not evaluable: it has no money, so nothing will happen that could be evaluated."))
WITHOUT_TEMPLATE = Message.of(_("Not evaluable: no template says with whom it could be compared; name a design here."))
WITHOUT_DESIGN = Message.of(_("Not evaluable: no design is known for it."))


@cache
def designs() -> dict[str, Design]:
    """Every registered design by id."""
    registry.load("bothshores.evaluate.designs")
    return {name: member() for name, member in sorted(Design.members.items())}


def design(
    measures: pl.DataFrame,
    allocation: pl.DataFrame,
    effect_uses: pl.DataFrame,
    terms: PlanTerms,
    *,
    templates: Templates | None = None,
) -> pl.DataFrame:
    """For each measure the first of its template's designs that is feasible at the people reached, or why none is.

    `smallest_detectable` and `expected` are in standard deviations of the outcome across people. The power is that of
    the second look wherever people can still be compared then: whether it lasts is the question. What is expected is
    what the effects say of that time.
    """
    library = catalogue.templates() if templates is None else templates
    mine = {row["id"]: library[row["template"]] for row in measures.to_dicts() if row["template"] in library}
    rows = allocation.select("measure", "amount_usd", "reached").iter_rows()
    money = {measure: (usd, reached) for measure, usd, reached in rows}
    choices, seconds, found = {}, dict[str, float](), []
    for measure in measures.iter_rows(named=True):
        usd, reached = money.get(measure["id"], (0, None))
        template = mine.get(measure["id"])
        if template is None or not usd:
            found.append(left_out(measure, WITHOUT_MONEY if template else WITHOUT_TEMPLATE))
            continue
        setting = setting_of(measure, template, reached, terms)
        choice, seconds[measure["id"]] = choose(template, setting), setting.long
        if choice.power is None:
            found.append(left_out(measure, choice.obstacle))
        choices[measure["id"]] = choice
    looks = {name: choice.power.after for name, choice in choices.items() if choice.power}
    counted_on = expected_by_measure(effect_uses, mine, looks)
    found += [evaluated(name, mine[name], choices[name], counted_on.get(name), seconds[name]) for name in looks]
    return tables.build(Evaluations, found).sort(Evaluations.primary_key())


def setting_of(measure: Mapping[str, Any], template: Template, reached: float | None, terms: PlanTerms) -> Setting:
    """What a design needs to know of a measure."""
    first = max(measure["start_year"], terms.first_year)
    return Setting(
        reached=reached,
        eligible=measure["eligible_persons"],
        years=terms.last_year - first + 1,
        short=template.short_window_years,
        long=second_look_after(template.long_window_years, first, terms.last_year),
    )


class Choice(NamedTuple):
    """The first feasible design with its power, both None where there is none; `obstacle` of the template's first;
    `better`: the first, where nothing is against it but that nobody knows how many people are reached."""

    design: Design | None
    power: Power | None
    better: Design | None
    obstacle: Message


def choose(template: Template, setting: Setting) -> Choice:
    """The first feasible design; where none is, the obstacle of the first."""
    known = [designs()[name] for name in template.designs if name in designs()]
    obstacles = [each.obstacle(setting) for each in known]
    obstacle = (obstacles[0] if known else None) or WITHOUT_DESIGN
    better = known[0] if known and obstacles[0] and setting.reached is None else None
    for each, why_not in zip(known, obstacles, strict=True):
        if why_not is None:
            return Choice(each, each.power(setting), better, obstacle)
    return Choice(None, None, better, obstacle)


def evaluated(
    measure: str, template: Template, choice: Choice, expected: Expected | None, second: float
) -> dict[str, Any]:
    """A measure that is evaluated."""
    design, power = choice.design, choice.power
    if design is None or power is None:
        raise ValueError(f"{measure} has no feasible design")
    message = verdict(design, power, expected, choice.better)
    return {
        "measure": measure,
        "design": design.id,
        "outcome": outcome(template),
        "comparison": design.comparison,
        "sample_size": power.sample,
        "smallest_detectable": rounded(power.smallest),
        "expected": rounded(expected.size) if expected and power.smallest else None,
        "short_window_years": template.short_window_years,
        "long_window_years": second,
        "owner": EVALUATION_POST,
        "message": message.text,
        "args": message.args,
    }


def rounded(size: float | None) -> float | None:
    """Three digits: what rests on assumptions must not look more exact."""
    return None if size is None else float(f"{size:.3g}")


def left_out(measure: Mapping[str, Any], reason: Message) -> dict[str, Any]:
    """A measure that is not evaluated, with the reason."""
    return {
        "measure": measure["id"],
        "design": NOT_EVALUABLE,
        "outcome": "",
        "comparison": "",
        "sample_size": None,
        "smallest_detectable": None,
        "expected": None,
        "short_window_years": None,
        "long_window_years": None,
        "owner": EVALUATION_POST,
        "message": reason.text,
        "args": reason.args,
    }


def outcome(template: Template) -> str:
    """Label of the outcome compared: the first that is measured on people, else the first named."""
    named = [catalogue.indicators()[name] for name in template.outcome_indicators]
    return next((each.label for each in named if each.level == "programme"), named[0].label if named else "")
