"""The country's migration profile: figures by topic, and what nobody has counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any, TypeAlias

from bothshores.catalogue.profile import topics
from bothshores.report.blocks import Block, Paragraph, Table
from bothshores.report.kinds import Section
from bothshores.report.source_words import edition
from bothshores.report.story import Story
from bothshores.report.tabulate import tabulate
from bothshores.tables.evidence import OLD_FIGURE
from bothshores.vocab import gettext_noop as _

Cells: TypeAlias = Callable[[Story, dict[str, Any]], tuple[str, ...]]


class Profile(Section):
    """Every indicator a national migration profile holds: the newest figure, or the gap."""

    id = "profile"
    label = _("Migration profile")
    part = "so"
    order = 40
    reads = ("profile", "sources")
    empty = _("No profile was computed.")

    @staticmethod
    def blocks(story: Story) -> list[Block]:
        """Figures by topic, then the gaps."""
        known = [row for row in ordered(story) if row["state"] != "gap"]
        gaps = [row for row in ordered(story) if row["state"] == "gap"]
        introduction = Paragraph(story.words.text(INTRODUCTION))
        said: list[Block] = [introduction, *story.figure("places"), figures(story, known)]
        return [*said, missing(story, gaps)] if gaps else said


INTRODUCTION = _(
    "What a national migration profile holds, as far as the sources that were loaded say it. A gap is named with who "
    "could fill it."
)
OLD = _("Old: at least six years before the newest figure of this country. Years: figures in the series.")


def ordered(story: Story) -> list[dict[str, Any]]:
    """Rows in the order of the topics and of the indicators in each."""
    places = {
        (topic.id, name): (place, order)
        for place, topic in enumerate(topics().values())
        for order, name in enumerate(topic.indicators)
    }
    rows = [row for row in story.rows("profile") if (row["topic"], row["indicator"]) in places]
    return sorted(rows, key=lambda row: (*places[row["topic"], row["indicator"]], row["breakdown"]))


def under_topics(story: Story, rows: list[dict[str, Any]], cells: Cells) -> Iterator[tuple[str, ...]]:
    """Rows in order, each topic's under its label."""
    for topic, same in groupby(rows, key=lambda row: str(row["topic"])):
        yield (story.words.text(topics()[topic].label),)
        yield from (cells(story, row) for row in same)


def figures(story: Story, rows: list[dict[str, Any]]) -> Table:
    """The newest figure of each."""
    heads = (
        (_("Indicator"), 6, False), (_("Latest figure"), 4, True), (_("Year"), 2, True), (_("Years"), 2, True),
        (_("Source"), 5, False),
    )  # fmt: skip
    return tabulate(story.words, _("What is known"), heads, under_topics(story, rows, figure), OLD)


def figure(story: Story, row: dict[str, Any]) -> tuple[str, ...]:
    """One figure with where it is from."""
    words, code = story.words, row["indicator"]
    year = words.year(row["year"])
    if row["state"] == "old":
        year = words.phrase(_("{year} (old)"), year=year)
    return (
        "\n".join(part for part in (words.indicator(code), small(story, row)) if part),
        words.value(code, row["value"]),
        year,
        words.whole(row["years"]),
        f"{story.publisher(row['source'])}\n{editions(story, row)}",
    )


def small(story: Story, row: dict[str, Any]) -> str:
    """Whom a figure is about and what to know of it; that it is old is said beside the year."""
    remark = "" if row["message"] == OLD_FIGURE else story.words.say(row["message"], row["args"])
    return " · ".join(part for part in (whom(story, row["breakdown"]), remark) if part)


def editions(story: Story, row: dict[str, Any]) -> str:
    """The edition of a figure; of a derived one, publisher and edition of each input."""
    if row["source"] != "derived":
        return edition(story.words, row["vintage"])
    inputs = (part.partition(" ") for part in row["vintage"].split(" / "))
    said = (f"{story.publisher(source)} {edition(story.words, vintage)}" for source, _blank, vintage in inputs)
    return story.words.series(dict.fromkeys(said))


def whom(story: Story, breakdown: str) -> str:
    """`sex=female` in words; nothing for everybody."""
    return "; ".join(story.words.label(part.partition("=")[2]) for part in breakdown.split(";") if part)


def missing(story: Story, rows: list[dict[str, Any]]) -> Table:
    """What has no figure, and where it could come from."""
    heads = ((_("Indicator"), 4, False), (_("Why, and who could fill it"), 8, False))

    def gap(story: Story, row: dict[str, Any]) -> tuple[str, ...]:
        return story.words.indicator(row["indicator"]), story.words.say(row["message"], row["args"])

    return tabulate(story.words, _("Gaps"), heads, under_topics(story, rows, gap))
