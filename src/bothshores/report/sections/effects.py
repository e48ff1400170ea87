"""The published effects the plan draws on, and what is known of the library they come from."""

from __future__ import annotations

from typing import Any

import polars as pl

from bothshores.catalogue import effects
from bothshores.report.blocks import Block, Paragraph
from bothshores.report.effect_words import horizon, moved, place, published, verified
from bothshores.report.kinds import Section
from bothshores.report.story import Story
from bothshores.report.tabulate import tabulate, under_measures
from bothshores.vocab import gettext_noop as _


class Effects(Section):
    """Each effect used: study, place, horizon, spread, what was done to carry it over, and whether it counts."""

    id = "effects"
    label = _("Published effects used")
    part = "rests"
    order = 10
    reads = ("effect_uses",)
    empty = _("No published effect fits the measures of this plan.")

    @staticmethod
    def blocks(story: Story) -> list[Block]:
        """Caveats first, then the effects."""
        words = story.words
        uses = story.table("effect_uses").sort(["measure", "effect", "indicator"])
        counted, left = uses.filter(pl.col("scored")).to_dicts(), same_study(uses.filter(~pl.col("scored")))
        found: list[Block] = [Paragraph(text) for text in library(story)]
        if counted:
            rows = under_measures(words, counted, lambda row: use(story, row))
            found.append(tabulate(words, _("Effects that count, as published and as used"), HEADS, rows, NOTE))
        if left:
            rows = under_measures(words, left, lambda row: unused(story, row))
            found.append(tabulate(words, _("Studies that do not count"), LEFT, rows))
        return found


HEADS = (
    (_("Indicator and study"), 8, False), (_("Where and when"), 4, False), (_("Effect and spread"), 6, False),
    (_("With time"), 3, False), (_("How it was carried over"), 6, False),
)  # fmt: skip
LEFT = ((_("Study"), 8, False), (_("Where and when"), 4, False), (_("Why not"), 8, False))
NOTE = _(
    "Spread: standard error before transfer, in the unit of the study; under it, where it comes from and the spread "
    "added for carrying the effect to another country. Factor: what the effect is multiplied by for caution."
)


def library(story: Story) -> list[str]:
    """What the library holds, in numbers, and what follows."""
    words, known = story.words, effects().values()
    counts = {
        "rows": len(known),
        "seen": sum(each.spread_rule in ("from_ci", "published") for each in known),
        "assumed": sum(each.spread_rule == "assumed_2.5" for each in known),
        "signs": sum(each.kind == "sign" for each in known),
        "nulls": sum(each.kind == "null" for each in known),
        "unverified": sum(not each.verified for each in known),
    }
    return [
        words.phrase(LIBRARY, **{name: words.whole(number) for name, number in counts.items()}),
        words.text(FOLLOWS),
    ]


LIBRARY = _(
    "The effect library holds {rows} published effects. Only {seen} have an error or interval that was seen; for "
    "{assumed} it is assumed as the effect divided by 2.5. In {signs} only the direction is known, {nulls} found no "
    "effect, and {unverified} have not been verified."
)
FOLLOWS = _(
    "So the effects support a ranking and rough ranges, not fine distinctions. An effect that nobody verified enters "
    "no score; a study that found nothing is not taken for a precise zero; every effect is spread further because it "
    "was measured in another country. Small published studies tend to overstate."
)


def use(story: Story, row: dict[str, Any]) -> tuple[str, ...]:
    """One effect as one measure uses it."""
    words = story.words
    carried = words.phrase(
        _("{rule}; transfer {spread}; factor {factor}"),
        rule=words.label(row["spread_rule"]),
        spread=words.number(row["transfer_spread"]) if row["transfer_spread"] is not None else "–",
        factor=words.number(row["shrink"]),
    )
    return (
        f"{moved(story, row)}\n{words.isolate(row['study'])} ({remarks(story, row, row['effect'])})",
        f"{place(story, row)}\n{horizon(story, row)}",
        f"{published(story, row)}\n{carried}",
        words.label(row["family"]),
        words.say(row["message"], row["args"]),
    )


def remarks(story: Story, row: dict[str, Any], *codes: str) -> str:
    """Rows of the library, design, and whether somebody read it."""
    return story.words.joined([*codes, story.words.text(row["design"]), verified(story, row)])


def same_study(uses: pl.DataFrame) -> list[dict[str, Any]]:
    """One row for the findings of one study that one measure leaves aside for one reason."""
    keys = ["measure", "study", "place", "design", "horizon_years", "verified", "message", "args"]
    return uses.group_by(keys, maintain_order=True).agg(pl.col("effect")).to_dicts()


def unused(story: Story, row: dict[str, Any]) -> tuple[str, ...]:
    """One study: where and when, and why it does not count."""
    words = story.words
    return (
        f"{words.isolate(row['study'])}\n{remarks(story, row, *row['effect'])}",
        f"{place(story, row)}\n{horizon(story, row)}",
        words.say(row["message"], row["args"]),
    )
