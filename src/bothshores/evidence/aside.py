"""What is put aside on reading, and why: one row for each rule broken, with how often and where first."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import polars as pl

from bothshores.vocab import Message, Severity

SHOWN = 5


@dataclass
class Aside:
    """Rows of `issues` about one file, and how many figures were left because of them."""

    file: str
    rows: list[dict[str, Any]] = field(default_factory=list)
    figures: int = 0

    def note(
        self, what: str, remedy: str, /, *, rule: str, row: str = "", column: str = "", country: str = "",
        severity: str = Severity.PROBLEM, count: int = 1, figures: int = 0, **gaps: str,
    ) -> None:  # fmt: skip
        """Add one finding: what is wrong, what to do, where; `figures` is how many were left because of it."""
        message = Message.of(what, **{name: gap for name, gap in gaps.items() if f"{{{name}}}" in what})
        self.figures += figures
        self.rows.append(
            {
                "severity": str(severity),
                "file": self.file,
                "row": row,
                "column": column,
                "rule": rule,
                "country": country,
                "message": message.text,
                "args": message.args,
                "remedy": remedy,
                "count": count,
            }
        )

    def sift(
        self, frame: pl.DataFrame, bad: pl.Expr, what: str, remedy: str, /, *, rule: str, column: str,
        severity: str = Severity.PROBLEM, country: str = "", **gaps: str,
    ) -> pl.DataFrame:  # fmt: skip
        """The rows of `frame` that are not `bad`; the others become one finding, with the first rows and a value.

        `frame` carries the file's row number as `row`; `what` may have the gap `{value}`, filled from `column`.
        """
        flagged = frame.with_columns(bad.fill_null(value=True).alias("_bad"))
        wrong = flagged.filter("_bad")
        if wrong.is_empty():
            return frame
        numbers = wrong["row"].unique(maintain_order=True)
        self.note(
            what, remedy, rule=rule, row=first_rows(numbers), column=column, country=country, severity=severity,
            count=wrong.height, figures=wrong.height, value=f"text:{first_value(wrong[column])}",
            **gaps,
        )  # fmt: skip
        return flagged.filter(~pl.col("_bad")).drop("_bad")


def first_rows(numbers: pl.Series) -> str:
    """`3, 8, 21 …`: the first row numbers, each once, and a sign that there are more."""
    numbers = numbers.unique(maintain_order=True)
    shown = ", ".join(str(number) for number in numbers.head(SHOWN))
    return f"{shown} …" if len(numbers) > SHOWN else shown


def first_value(values: pl.Series) -> str:
    """The first value that says something, cut to what a line can hold."""
    return next((str(value)[:60] for value in values if value not in (None, "")), "")
