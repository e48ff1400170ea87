"""What was found wrong in the data."""

from __future__ import annotations

from typing import Any

import polars as pl

from bothshores.report.blocks import Block, Paragraph
from bothshores.report.kinds import Section
from bothshores.report.story import Story
from bothshores.report.tabulate import tabulate
from bothshores.vocab import Severity
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
        note = words.count(
            _("One more kind is in the open-data package."), _("{n} more kinds are in the open-data package."), left
        )
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
    """One row for each file and rule with its first case, problems first, then those with most cases."""
    return (
        issues.with_columns(problem=pl.col("severity") == Severity.PROBLEM.value)
        .group_by(["problem", "severity", "file", "rule", "message"], maintain_order=True)
        .agg(pl.col("row", "column", "args", "remedy").first(), pl.col("count").sum())
        .sort(["problem", "count", "file", "rule", "message"], descending=[True, True, False, False, False])
    )


def issue(story: Story, row: dict[str, Any]) -> tuple[str, ...]:
    """One kind of issue with its first case."""
    words = story.words
    place = [words.label(row["severity"])]
    if row["row"]:
        place.append(words.phrase(_("row {row}"), row=row["row"]))
    if row["column"]:
        place.append(words.isolate(row["column"]))
    return (
        f"{words.isolate(row['file'])}\n{', '.join(place)}",
        words.say(row["message"], row["args"]),
        words.text(row["remedy"]),
        words.number(row["count"]),
    )
