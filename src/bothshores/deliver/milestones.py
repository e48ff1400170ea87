"""Kinds of milestone, as data: what is done by the end of which quarter, and who answers for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bothshores.vocab import EVALUATION_POST, SECRETARIAT_POST
from bothshores.vocab import gettext_noop as _


@dataclass(frozen=True, slots=True)
class Milestone:
    """What is done by the end of the quarter `later` quarters after `anchor`; `owner` empty: the measure's own.

    Anchors: `start` (first quarter of the first year with money), `first_payment`, `first_service`, `half` and `full`
    (quarters in which half and all of the money is paid), `short` and `long` (the two looks of the evaluation).
    `reached` is the part of the people that is reached by then, None where nobody can say.
    """

    id: str
    title: str
    anchor: str
    later: int = 0
    owner: str = ""
    reached: float | None = None


RULES = Milestone("rules_confirmed", _("Rules and owner are confirmed and published."), "start")
SAFEGUARDS = Milestone(
    "safeguards_in_force", _("Safeguards are in force and a complaints channel answers."), "start", 1
)
BASELINE = _("The baseline is collected, before the first payment.")
LOOKS = (
    Milestone("first_look", _("First look: the evaluation says what has changed so far."), "short", 0, EVALUATION_POST),
    Milestone("second_look", _("Second look: the evaluation says whether it lasts."), "long", 0, EVALUATION_POST),
)

COUNTED: Final = (
    RULES,
    Milestone("partners_contracted", _("Partners are chosen in the open and contracted."), "start", 1),
    SAFEGUARDS,
    Milestone("baseline_collected", BASELINE, "start", 1, EVALUATION_POST),
    Milestone("first_served", _("The first people are served."), "first_service"),
    Milestone("half_reached", _("Half of the people are reached."), "half", reached=0.5),
    Milestone("fully_reached", _("All the people planned for are reached."), "full", reached=1.0),
    *LOOKS,
)
"""For money that rests on evidence or on an assumption: people are counted."""

JUDGED: Final = (
    RULES,
    Milestone("partners_agreed", _("The bodies that take part have signed how they work together."), "start", 1),
    SAFEGUARDS,
    Milestone("baseline_collected", BASELINE, "start", 1, EVALUATION_POST),
    Milestone("in_force", _("The rule or service is in force in a first place."), "first_service"),
    Milestone("half_reviewed", _("Halfway: what is done, spent and complained about is published."), "half"),
    Milestone("in_force_everywhere", _("The rule or service is in force wherever it was promised."), "full"),
    *LOOKS,
)
"""For money that rests on judgement: reach is not known, so nobody is counted."""

UNFUNDED: Final = (
    RULES,
    Milestone("costs_found", _("Local costs are collected and published."), "start", 1),
    Milestone(
        "money_decided", _("The task force decides whether the measure gets money."), "start", 3, SECRETARIAT_POST
    ),
)
"""For a measure without money."""
