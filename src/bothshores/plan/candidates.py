"""Every template of the catalogue, taken into the draft or left, with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bothshores.catalogue import Template
from bothshores.catalogue.templates import Condition
from bothshores.plan.latest import Standing
from bothshores.plan.money_class import money_class, moved, served
from bothshores.vocab import Message
from bothshores.vocab import gettext_noop as _

WORDS = {">=": _("at least"), "<=": _("at most"), ">": _("above"), "<": _("below")}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A template with the verdict on it."""

    template: Template
    taken: bool
    need_score: float
    message: Message

    @property
    def row(self) -> dict[str, object]:
        """As a row of `candidates`."""
        return {
            "template": self.template.id,
            "taken": self.taken,
            "money_class": money_class(self.template).value,
            "need_score": self.need_score,
            "message": self.message.text,
            "args": self.message.args,
        }


def not_holding(template: Template, standing: Standing) -> list[Condition]:
    """Conditions that no figure here meets, without alternatives (`either`) of one that holds."""
    holding = [
        each
        for each in template.conditions
        if each.indicator in standing and each.holds(standing[each.indicator].value)
    ]
    enough = {each.either for each in holding} - {""}
    return [each for each in template.conditions if each not in holding and each.either not in enough]


def unmet(template: Template, standing: Standing, *, needed: bool) -> list[Condition]:
    """Conditions of one kind that the country's figures do not meet.

    What is not known here is not among them, nor are its alternatives: it may hold.
    """
    missed = not_holding(template, standing)
    open_still = {each.either for each in missed if each.indicator not in standing} - {""}
    known = [each for each in missed if each.needed is needed and each.indicator in standing]
    return [each for each in known if each.either not in open_still]


def unknown(template: Template, standing: Standing) -> list[str]:
    """Indicators of conditions that nobody has a figure on here."""
    return [each.indicator for each in not_holding(template, standing) if each.indicator not in standing]


def consider(
    template: Template, standing: Standing, scores: Mapping[str, float], objectives: Mapping[str, float]
) -> Candidate:
    """Take or leave a template; `scores` is the need, `objectives` the weight by indicator.

    Left are templates with an unmet needed condition, and those that serve no objective; what protects people or
    informs decisions (`protection`) is taken whatever the needs.
    """
    need = sum(max(scores.get(indicator, 0.0), 0.0) for indicator in sorted(served(template)))
    if missed := unmet(template, standing, needed=True):
        return Candidate(template, False, need, why_left(missed, standing))
    goal = first_objective(template, objectives)
    if not goal and not template.protection:
        return Candidate(template, False, need, Message.of(_("Left: it serves no objective of this plan.")))
    return Candidate(template, True, need, why_taken(template, standing, goal))


def why_left(missed: list[Condition], standing: Standing) -> Message:
    """The first needed condition that does not hold; of alternatives, the one that the figure comes nearest to."""
    first = missed[0]
    if not first.either:
        text = _("Left: it fits where {indicator} is {comparison} {limit}; here it is {figure} ({year}).")
        return about(text, first, standing)
    text = _(
        "Left: it needs one of several conditions, and none holds here; the nearest is that {indicator} is "
        "{comparison} {limit}, and it is {figure} ({year})."
    )
    others = [each for each in missed if each.either == first.either]
    return about(text, min(others, key=lambda each: shortfall(each, standing)), standing)


def shortfall(condition: Condition, standing: Standing) -> float:
    """How far the figure is from the condition, as a part of its value."""
    return abs(standing[condition.indicator].value - condition.value) / (abs(condition.value) or 1.0)


def taken_by_hand(candidate: Candidate) -> Candidate:
    """A template that the draft would leave, and a person put into the measures."""
    return replace(candidate, taken=True, message=Message.of(_("Taken: you put it into the measures.")))


def first_objective(template: Template, objectives: Mapping[str, float]) -> str:
    """The weightiest objective its effects move, else that it serves, by indicator; empty where it serves none."""
    goals, known = [each for each in served(template) if objectives.get(each, 0.0) > 0], moved(template)
    return min(goals, key=lambda each: (each not in known, -objectives[each], each), default="")


def why_taken(template: Template, standing: Standing, goal: str) -> Message:
    """The reason, with the one thing that most speaks against it."""
    if doubts := unmet(template, standing, needed=False):
        text = _(
            "Taken, with a caution: it fits best where {indicator} is {comparison} {limit}, and here it is {figure} "
            "({year})."
        )
        return about(text, doubts[0], standing)
    if gaps := unknown(template, standing):
        text = _("Taken, but nobody has a figure here on what it depends on: {indicator}.")
        return Message.of(text, indicator=f"indicator:{gaps[0]}")
    if goal:
        return Message.of(_("Taken: it serves {indicator}, and its conditions are met."), indicator=f"indicator:{goal}")
    return Message.of(_("Taken: it protects people or informs decisions, whatever the needs."))


def about(text: str, condition: Condition, standing: Standing) -> Message:
    """A condition beside the country's own figure."""
    latest = standing[condition.indicator]
    return Message.of(
        text,
        indicator=f"indicator:{condition.indicator}",
        comparison=f"term:{WORDS[condition.op]}",
        limit=f"value:{condition.indicator}:{condition.value}",
        figure=f"apart:{condition.indicator}:{latest.value}:{condition.value}",
        year=f"year:{latest.year}",
    )
