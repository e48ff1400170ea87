"""What was found wrong in the data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import polars as pl

from bothshores.report.blocks import Block, Paragraph
from bothshores.report.kinds import Section
from bothshores.report.story import Story
from bothshores.report.tabulate import tabulate
from bothshores.vocab import Severity, ngettext_noop
from bothshores.vocab import gettext_noop as _

SHOWN = 40


class Issues(Section):
    """Problems to mend and remarks on the publishers' data, with what to do."""

    id = "issues"
    label = _("Data issues")
    part = "rests"
    order = 70
    reads = ("issues",)
    empty = _("Nothing was found wrong in the files that were read.")

    @staticmethod
    def blocks(story: Story) -> list[Block]:
        """Those to mend first, the many remarks by rule; all of them are in the open-data package."""
        words = story.words
        grouped = by_rule(story.table("issues"))
        heads = (
            (_("Where"), 5, False), (_("What is wrong"), 8, False), (_("What to do"), 6, False), (_("Cases"), 2, True),
        )  # fmt: skip
        rows = [issue(story, row) for row in grouped.head(SHOWN).to_dicts()]
        left = grouped.height - SHOWN
        more = ngettext_noop(
            "One more kind is in the open-data package.", "{n} more kinds are in the open-data package."
        )
        note = words.count(more, left)
        return [
            Paragraph(words.text(INTRODUCTION)),
            tabulate(words, _("Issues by kind"), heads, rows),
            *([Paragraph(note, "small")] if left > 0 else []),
        ]


INTRODUCTION = _(
    "Issues to mend concern the files of this plan. Remarks concern the data as their publishers give them; the "
    "figures concerned were left aside, and none was changed."
)


def by_rule(issues: pl.DataFrame) -> pl.DataFrame:
    """One row for each rule and sentence with its first case, problems first, then those with most cases."""
    first = pl.col("file", "row", "column", "args", "remedy").first()
    return (
        issues.with_columns(problem=pl.col("severity") == Severity.PROBLEM.value)
        .group_by(["problem", "severity", "rule", "message"], maintain_order=True)
        .agg(first, pl.col("file").n_unique().alias("files"), pl.col("count").sum())
        .sort(["problem", "count", "rule", "message"], descending=[True, True, False, False])
    )


def issue(story: Story, row: dict[str, Any]) -> tuple[str, ...]:
    """One kind of issue with its first case."""
    words = story.words
    return (
        f"{words.isolate(row['file'])}\n{words.joined(place(story, row))}",
        words.say(row["message"], row["args"]),
        words.text(row["remedy"]),
        words.number(row["count"]),
    )


def place(story: Story, row: dict[str, Any]) -> Iterator[str]:
    """How serious it is, in how many files, and where the first case stands."""
    words = story.words
    yield words.label(row["severity"])
    if row["files"] > 1:
        yield words.count(ngettext_noop("one file", "{n} files"), row["files"])
    if row["row"]:
        yield words.phrase(_("row {row}"), row=row["row"])
    if row["column"]:
        yield row["column"]
