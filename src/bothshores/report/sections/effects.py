"""The published effects the plan draws on, and what is known of the library they come from."""

from __future__ import annotations

from typing import Any

import polars as pl

from bothshores.catalogue import effects
from bothshores.report.blocks import Block, Paragraph
from bothshores.report.effect_words import horizon, link_of, moved, place, published, verified
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
    reads = ("effect_uses", "effect_coverage")
    empty = _("No published effect fits the measures of this plan.")

    @staticmethod
    def blocks(story: Story) -> list[Block]:
        """Caveats first, then the effects."""
        words = story.words
        uses = story.table("effect_uses").sort(["measure", "effect", "indicator"])
        counted, left = uses.filter(pl.col("scored")).to_dicts(), same_study(uses.filter(~pl.col("scored")))
        found: list[Block] = [Paragraph(text) for text in [*library(story), *predicted(story)]]
        if counted:
            rows = under_measures(words, counted, lambda row: use(story, row))
            found.append(tabulate(words, _("Effects that count, as published and as used"), HEADS, rows, NOTE))
        if left:
            rows = under_measures(words, left, lambda row: unused(story, row))
            found.append(tabulate(words, _("Studies that do not count"), LEFT, rows))
        return found


HEADS = (
    (_("Indicator and study"), 8, False), (_("Where and when"), 4, False), (_("Effect and spread"), 6, False),
    (_("With time"), 4, False), (_("How it was carried over"), 6, False),
)  # fmt: skip
LEFT = ((_("Study"), 8, False), (_("Where and when"), 4, False), (_("Why not"), 8, False))
NOTE = _(
    "Spread: standard error of the study, in its unit; under it, where it comes from; the spread of the prior around "
    "zero; what the prior leaves of effect and spread; and the spread added for carrying it to another country."
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
        "mapped": sum(bool(each.outcomes) for each in known),
        "unmapped": sum(not each.outcomes for each in known),
    }
    return [
        words.phrase(LIBRARY, **{name: words.whole(number) for name, number in counts.items()}),
        words.text(FOLLOWS),
    ]


LIBRARY = _(
    "The effect library holds {rows} published effects. Only {seen} have an error or interval that was seen; for "
    "{assumed} it is assumed as the effect divided by 2.5. In {signs} only the direction is known, {nulls} found no "
    "effect, and {unverified} have not been verified. {mapped} are on an indicator of the catalogue, {unmapped} on "
    "none, each for a reason that the open data give."
)
FOLLOWS = _(
    "So the effects support a ranking and rough ranges, not fine distinctions. An effect that nobody verified enters "
    "no score; a study that found nothing is not taken for a precise zero; every effect is spread further because it "
    "was measured in another country. Small published studies tend to overstate: a prior around zero takes the more "
    "away, the less precise a figure is for its unit."
)


def predicted(story: Story) -> list[str]:
    """How often a study that was left out lies where the others say; so few studies are worth whole percent."""
    words = story.words
    rows = story.table("effect_coverage").filter(pool="all").to_dicts()
    found = {(row["method"], row["level"]): row for row in rows}
    if not found:
        return []

    def share(method: str, level: float, name: str = "inside") -> str:
        return words.share(round(found[method, level][name], 2))

    shares = {f"at_{round(100 * level)}": share("transfer", level) for level in (0.5, 0.8, 0.9)}
    ends = {name: share("transfer", 0.9, name) for name in ("low", "high")}
    studies = words.whole(found["transfer", 0.9]["studies"])
    return [words.phrase(PREDICTED, **shares, **ends, studies=studies, scored=share("as_scored", 0.9))]


PREDICTED = _(
    "Can one study be told from the others? Each of {studies} studies was left out in turn and predicted from at least "
    "two others, with the spread for transfer. The intervals of 50%, 80% and 90% held {at_50}, {at_80} and {at_90} of "
    "the results. With so few studies the last of these shares may lie anywhere from {low} to {high}, and the spread "
    "for transfer was fitted to the same studies. For no kind of measure are there three studies of one outcome: all "
    "were predicted from other kinds. As scored here, behind the prior, the 90% interval holds {scored}, because "
    "published results are selected and the plan expects less."
)


def use(story: Story, row: dict[str, Any]) -> tuple[str, ...]:
    """One effect as one measure uses it."""
    words = story.words
    carried = words.phrase(
        _("{rule}; prior {prior}, leaves {share}: {posterior}, spread {left}; transfer {transfer}"),
        rule=words.label(row["spread_rule"]),
        share=words.share(row["shrink"]),
        posterior=used(story, row),
        prior=figure(story, row["prior_spread"]),
        left=figure(story, row["posterior_spread"]),
        transfer=figure(story, row["transfer_spread"]),
    )
    return (
        f"{moved(story, row)}\n{words.isolate(row['study'])} ({remarks(story, row, row['effect'])})",
        f"{place(story, row)}\n{horizon(story, row)}",
        f"{published(story, row)}\n{carried}",
        words.label(row["family"]),
        words.say(row["message"], row["args"]),
    )


def used(story: Story, row: dict[str, Any]) -> str:
    """What the prior leaves of the effect, with the indicator's sign."""
    link = link_of(story, row)
    size = (row["posterior"] or 0) * (link.sign if link else 1)
    return story.words.isolate(story.words.signed(size or 0))


def figure(story: Story, value: float | None) -> str:
    """A number, or a dash."""
    return story.words.number(value) if value is not None else "–"


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
