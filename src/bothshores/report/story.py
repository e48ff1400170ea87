"""What every section and chart tells from: the tables of a run, its terms, and a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import polars as pl

from bothshores import tables
from bothshores.report.blocks import Block, Figure
from bothshores.tables.plan import CLASSES
from bothshores.tables.terms import PlanTerms
from bothshores.vocab import FICTIONAL, RESERVE, UNALLOCATED, is_fictional
from bothshores.words import Words
from bothshores.words.labels import LABELS


@dataclass(frozen=True)
class Story:
    """Tables by name (a missing one counts as empty), terms, language, and the charts already drawn in it."""

    tables: Mapping[str, pl.DataFrame]
    terms: PlanTerms
    words: Words
    figures: Mapping[str, Figure] = field(default_factory=dict)

    def table(self, name: str) -> pl.DataFrame:
        """A table, empty where there is none."""
        found = self.tables.get(name)
        return tables.build(tables.every()[name], []) if found is None else found

    def rows(self, name: str) -> list[dict[str, Any]]:
        """A table's rows."""
        return self.table(name).to_dicts()

    def figure(self, chart: str) -> list[Block]:
        """A chart as a block, or nothing where there was nothing to draw."""
        return [self.figures[chart]] if chart in self.figures else []

    @cached_property
    def amounts(self) -> dict[str, int]:
        """Money of each measure over the plan's years, as the budget holds it; largest first."""
        sums = self.table("budget").group_by("measure").agg(pl.col("amount_usd").sum())
        return dict(sums.sort(["amount_usd", "measure"], descending=[True, False]).iter_rows())

    @cached_property
    def reached(self) -> dict[str, float]:
        """People each measure reaches over the plan, where that is counted."""
        known = self.table("allocation").filter(pl.col("reached") > 0)
        return dict(known.select("measure", "reached").iter_rows())

    @cached_property
    def classes(self) -> dict[str, str]:
        """What each measure's money rests on."""
        return {row["id"]: str(row["money_class"]) for row in self.rows("measures")}

    @cached_property
    def ordered(self) -> list[dict[str, Any]]:
        """Measures, those with most money first; of like envelopes those that serve more need."""
        need = dict(self.table("candidates").select("template", "need_score").iter_rows())
        told = {name: float(f"{amount:.3g}") for name, amount in self.amounts.items()}
        return sorted(
            self.rows("measures"),
            key=lambda row: (-told.get(row["id"], 0.0), -need.get(row["template"], 0.0), row["id"]),
        )

    @cached_property
    def rests_on(self) -> dict[str, int]:
        """Money by what it rests on, in a fixed order, with the reserve and what is not allocated; no zeros."""
        sums = dict.fromkeys([*CLASSES, RESERVE, UNALLOCATED], 0)
        for measure, amount in self.amounts.items():
            sums[measure if measure in sums else self.classes.get(measure, "judgement")] += amount
        return {name: amount for name, amount in sums.items() if amount}

    @cached_property
    def publishers(self) -> dict[str, str]:
        """Who publishes what a source plug-in reads."""
        return {row["source"]: row["publisher"] for row in self.rows("sources")}

    def publisher(self, source: str) -> str:
        """The publisher of a source, by a short name where there is one; another text as it is."""
        if source in LABELS:
            return self.words.label(source)
        return self.words.text(self.publishers.get(source, source))

    @property
    def warning(self) -> str:
        """What every page and picture must say: that the country does not exist; empty for a real one."""
        return self.words.text(FICTIONAL) if is_fictional(self.terms.country) else ""

    @property
    def budget(self) -> int:
        """The money the plan divides, in US dollars."""
        return sum(self.amounts.values()) or self.terms.budget_usd


def title_of(story: Story, code: str) -> str:
    """A class, the reserve or what is not allocated, in words."""
    return story.words.measure(code) if code in (RESERVE, UNALLOCATED) else story.words.label(code)
