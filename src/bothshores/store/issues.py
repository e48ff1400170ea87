"""Collect what is wrong in a user's files as rows of the `issues` table."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import polars as pl

from bothshores import tables
from bothshores.tables.evidence import Issues
from bothshores.vocab import Message, Severity


@dataclass
class Problems:
    """Rows of `issues`, in the order they were found."""

    rows: list[dict[str, Any]] = field(default_factory=list)

    def add(
        self, file: str, what: str, remedy: str, /, *, rule: str, row: int | None = None, column: str = "",
        severity: str = Severity.PROBLEM, country: str = "", **gaps: str,
    ) -> None:  # fmt: skip
        """One problem: where, what, what to do; `gaps` fill its text (see `vocab.Message`)."""
        message = Message.of(what, **{name: gap for name, gap in gaps.items() if f"{{{name}}}" in what})
        self.rows.append(
            {
                "severity": str(severity),
                "file": file,
                "row": "" if row is None else str(row),
                "column": column,
                "rule": rule,
                "country": country,
                "message": message.text,
                "args": message.args,
                "remedy": remedy,
                "count": 1,
            }
        )

    def frame(self) -> pl.DataFrame:
        """As a valid `issues` table."""
        return tables.build(Issues, self.rows)
