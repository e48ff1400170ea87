"""The allocation in words: people for the money, what holds it back, what a little more would buy, what it is worth."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from bothshores.report.blocks import Block
from bothshores.report.story import Story
from bothshores.report.tabulate import tabulate
from bothshores.vocab import UNALLOCATED
from bothshores.vocab import gettext_noop as _


def people(story: Story) -> list[Block]:
    """Money, people reached and the cost of one, so that a reader can divide; nothing where no reach is counted."""
    heads = (
        (_("Measure"), 7, False), (_("Amount"), 3, True), (_("People reached"), 3, True),
        (_("Average for one person"), 3, True), (_("Unit cost"), 3, True),
    )  # fmt: skip
    rows = list(people_rows(story))
    return [tabulate(story.words, _("Money and people reached"), heads, rows, PEOPLE_NOTE)] if rows else []


PEOPLE_NOTE = _(
    "Average: amount divided by people reached. It lies above the unit cost because the first third of those who can "
    "be reached costs the unit cost, the second third 1.3 times and the last third twice as much."
)


def people_rows(story: Story) -> Iterator[tuple[str, ...]]:
    """One row for each measure with money whose reach is counted."""
    words = story.words
    for row in story.ordered:
        amount, count = story.amounts.get(row["id"], 0), story.reached.get(row["id"])
        if amount and count:
            yield (
                words.measure(row["id"]), words.usd(amount), words.whole(count), words.usd(round(amount / count)),
                "" if row["unit_cost_usd"] is None else words.usd(round(row["unit_cost_usd"])),
            )  # fmt: skip


def limits(story: Story) -> list[Block]:
    """Each limit, how far it is used, and how the limits compare."""
    words = story.words
    rows = story.table("constraints").sort(["price", "binding", "id"], descending=[True, True, False]).to_dicts()
    most = max((row["price"] for row in rows), default=0.0)
    heads = (
        (_("Limit"), 7, False), (_("At most"), 4, True), (_("Used"), 4, True), (_("Holds back"), 2, False),
        (_("Worth of one million more"), 2, True),
    )  # fmt: skip
    cells = (
        (
            words.say(row["message"], row["args"]) or words.label(row["id"]), words.usd(row["limit_usd"]),
            words.usd(row["used_usd"]), words.text(_("yes") if row["binding"] else _("no")),
            words.share(row["price"] / most) if row["binding"] and row["price"] > 0 else "–",
        )
        for row in rows
    )  # fmt: skip
    return [tabulate(words, _("Limits of the allocation"), heads, cells, LIMITS_NOTE)] if rows else []


LIMITS_NOTE = _(
    "The last column compares the limits: the one at which one million US dollars more brings most is 100%. Caps on "
    "envelopes of judgement have no such worth, because no effect of theirs is counted."
)


def next_million(story: Story) -> str:
    """Where one million dollars more would go; what gets nothing, or less, is left out."""
    words = story.words
    rows = story.table("next_million").filter(pl.col("amount_usd") > 0).sort("amount_usd", descending=True).to_dicts()
    counted = [row for row in rows if row["reached"] is not None and row["measure"] != UNALLOCATED]
    rest = sum(row["amount_usd"] for row in rows if row["reached"] is None and row["measure"] != UNALLOCATED)
    left = sum(row["amount_usd"] for row in rows if row["measure"] == UNALLOCATED)
    parts = [one_more(story, row["measure"], row["amount_usd"], row["reached"]) for row in counted]
    if rest:
        parts.append(words.phrase(_("envelopes and evaluation ({amount})"), amount=words.usd(rest)))
    if left:
        parts.append(words.phrase(_("nobody, within the limits ({amount})"), amount=words.usd(left)))
    return words.phrase(_("The next million US dollars: {parts}."), parts=words.series(parts)) if parts else ""


def one_more(story: Story, measure: str, amount: int, reached: float) -> str:
    """One measure's part of the next million."""
    words, name = story.words, story.words.measure(measure)
    if reached < 1:
        return words.phrase(_("{measure} ({amount})"), measure=name, amount=words.usd(amount))
    text = _("{measure} ({amount}, people reached: {people})")
    return words.phrase(text, measure=name, amount=words.usd(amount), people=words.whole(reached))


def gains(story: Story) -> str:
    """What the allocation gains on fresh draws, and how much of its score that keeps."""
    found, words, terms = {str(row["draws"]): row for row in story.rows("gains")}, story.words, story.terms
    if len(found) < 2:
        return ""
    chosen, fresh = found["chosen_on"]["score"], found["fresh"]
    if chosen <= 0:
        return words.text(_("The allocation has no positive score, so there is nothing to compare on fresh draws."))
    kept = fresh["score"] / chosen
    return words.phrase(
        GAINS if kept < 1 else LUCKY,
        share=words.share(kept), mean=words.number(fresh["mean"]), tail=words.number(fresh["tail"]),
        worst=words.share(1 - terms.alpha), weight=words.share(terms.risk_weight),
    )  # fmt: skip


GAINS = _(
    "On fresh draws the weighted objectives gain {mean} standard deviations on average, and {tail} in the worst "
    "{worst} of the draws, which count for {weight} of the score. The allocation keeps {share} of the score it had on "
    "the draws it was chosen on: the best of many noisy options looks better than it is, and the fresh draws count."
)
LUCKY = _(
    "On fresh draws the weighted objectives gain {mean} standard deviations on average, and {tail} in the worst "
    "{worst} of the draws, which count for {weight} of the score. The allocation has {share} of the score it had on "
    "the draws it was chosen on: those did not flatter it, and the fresh draws count."
)
