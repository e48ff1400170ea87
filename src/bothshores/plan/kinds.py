"""What a coherence rule must state and find."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from bothshores.catalogue import Template
from bothshores.registry import Plugin
from bothshores.tables.terms import PlanTerms
from bothshores.vocab import RESERVE, UNALLOCATED, Message

SEVERITIES = ("conflict", "gap", "notice")
Rows = list[dict[str, Any]]


@dataclass
class Draft:
    """A whole plan, as a rule looks at it: rows of each table, terms, and the templates of the catalogue."""

    objectives: Rows
    measures: Rows
    budget: Rows
    commitments: Rows
    evaluations: Rows
    risks: Rows
    effect_uses: Rows
    terms: PlanTerms
    catalogue: Mapping[str, Template]

    @cached_property
    def templates(self) -> dict[str, Template]:
        """Template of each measure that has one, by measure."""
        by_id = {row["id"]: row["template"] for row in self.measures}
        return {name: self.catalogue[template] for name, template in by_id.items() if template in self.catalogue}

    @cached_property
    def money(self) -> dict[str, int]:
        """USD of each measure over all years; those without any are left out."""
        total: dict[str, int] = {}
        for row in self.budget:
            if row["measure"] not in (RESERVE, UNALLOCATED) and row["amount_usd"]:
                total[row["measure"]] = total.get(row["measure"], 0) + row["amount_usd"]
        return total

    @cached_property
    def aims(self) -> dict[str, int]:
        """Which way each objective's indicator should move: 1 up, -1 down."""
        return {row["indicator"]: 1 if row["direction"] == "up_good" else -1 for row in self.objectives}

    def class_money(self, money_class: str) -> int:
        """USD of all measures of a class."""
        return sum(self.money.get(row["id"], 0) for row in self.measures if row["money_class"] == money_class)


@dataclass(frozen=True, slots=True)
class Finding:
    """What does not fit: what it is about, the other side if there is one, and the reason."""

    item: str
    message: Message
    other: str = ""
    severity: str = ""


class Rule(Plugin, ABC):
    """A kind of misfit. `severity` (conflict, gap or notice) holds where a finding states none of its own."""

    required = ("id", "label", "severity")
    label: ClassVar[str]
    severity: ClassVar[str]

    @abstractmethod
    def find(self, draft: Draft) -> Iterator[Finding]:
        """Every case of it in the plan."""
