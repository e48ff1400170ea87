"""What an evaluation design must state and compute."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from bothshores.registry import Plugin
from bothshores.vocab import Message, Reference
from bothshores.vocab import gettext_noop as _

MOST_FOLLOWED = 3000
"""People that one study follows at most: a judgement on what a survey can carry."""

FEWEST = 50
"""Fewer people or than this on either side, and chance alone makes the two sides differ: a judgement."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of a measure: persons reached over the plan and persons eligible (None: not known), years from its
    start to the plan's end, and the years after which is looked a first and a second time."""

    reached: float | None
    eligible: int | None
    years: int
    short: float
    long: float


@dataclass(frozen=True, slots=True)
class Power:
    """What a study can tell: people or units in it, and the smallest effect it finds (None: it finds no size).

    `smallest` is in standard deviations of the outcome, after `after` years.
    """

    sample: int | None
    smallest: float | None
    after: float


class Design(Plugin, ABC):
    """A way to find out whether a measure worked: what it needs, with whom it compares, and what it can detect."""

    required = ("id", "label", "source", "needs", "comparison", "reason")
    label: ClassVar[str]
    source: ClassVar[Reference]
    needs: ClassVar[str]
    comparison: ClassVar[str]
    reason: ClassVar[str]

    @abstractmethod
    def obstacle(self, setting: Setting) -> Message | None:
        """Why the design cannot be used here; None if it can."""

    @abstractmethod
    def power(self, setting: Setting) -> Power:
        """Sample and smallest detectable effect where there is no obstacle."""


def two_sides(setting: Setting, served: float, others: float, fewest: int = FEWEST) -> Message | None:
    """The obstacle of a design that compares people served with others, if one side is too small."""
    if setting.reached is None:
        text = _("Not evaluable yet: nobody knows how many people it reaches. Count them from the start, then choose.")
        return Message.of(text)
    if served < fewest:
        text = _("Not evaluable: with {people} people to compare, chance would hide all but huge effects.")
        return Message.of(text, people=f"number:{max(0.0, served):.0f}")
    if others < fewest and setting.eligible is None:
        return Message.of(_("Not evaluable: nobody knows how many people it is for, so whom it leaves out."))
    if others < fewest:
        return Message.of(_("Not evaluable: nearly everybody it is for is reached, so nobody is left to compare with."))
    return None


def sides(setting: Setting) -> tuple[float, float]:
    """People served and eligible people left out that one study follows, half of `MOST_FOLLOWED` each at most.

    Where the number of eligible people is not known, nobody is taken to be left out.
    """
    reached = setting.reached or 0.0
    left_out = max(0.0, (setting.eligible or 0) - reached)
    half = MOST_FOLLOWED / 2
    return min(reached, half), min(left_out, half)
