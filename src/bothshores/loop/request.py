"""What a draft is asked for, and what it gives."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from bothshores.tables.terms import PlanTerms
from bothshores.vocab import Severity
from bothshores.words.spoken import languages_of


@dataclass
class Request:
    """What a draft was asked for; None means: as the plan says, or by default."""

    country: str
    budget_usd: int | None = None
    years: tuple[int, int] | None = None
    seed: int | None = None
    languages: tuple[str, ...] = ()
    report: bool = True

    @property
    def spoken(self) -> tuple[str, ...]:
        """The languages of the report: those asked for, else the country's."""
        return self.languages or languages_of(self.country)

    @property
    def decisions(self) -> dict[str, Any]:
        """As keys of plan.toml."""
        first, last = self.years or (None, None)
        asked = {
            "plan.first_year": first,
            "plan.last_year": last,
            "money.budget_usd": self.budget_usd,
            "simulation.seed": self.seed,
        }
        return {key: value for key, value in asked.items() if value is not None}


@dataclass(frozen=True)
class Drafted:
    """What a draft gave: terms, all tables, and where it lies."""

    terms: PlanTerms
    tables: dict[str, pl.DataFrame]
    folder: Path
    run: str

    @property
    def failed(self) -> bool:
        """True if something of the user's has to be mended."""
        return bool((self.tables["issues"]["severity"] == Severity.PROBLEM).any())
