"""What the plan's money rests on."""

from __future__ import annotations

from typing import Any

import altair as alt

from bothshores.report.drawing import WIDTH, key
from bothshores.report.kinds import Chart
from bothshores.report.palette import CLASS_COLOURS, INK, on
from bothshores.report.story import Story, title_of
from bothshores.vocab import MoneyClass
from bothshores.vocab import gettext_noop as _

ROOM = 0.07
"""A part of at least this share has room for its share inside."""


class RestsOn(Chart):
    """One bar of the whole budget, cut by what each part rests on."""

    id = "rests_on"
    label = _("What the money rests on")
    reads = ("budget",)

    @staticmethod
    def draw(story: Story) -> Any | None:
        """A bar, and under it a key with the shares."""
        words, parts = story.words, shares(story)
        if not parts:
            return None
        values, left = [], 0.0
        for code, share in parts.items():
            values.append({
                "from": left, "to": left + share, "colour": CLASS_COLOURS[code], "middle": left + share / 2,
                "letters": on(CLASS_COLOURS[code]), "label": words.share(round(share, 3)) if share >= ROOM else "",
            })  # fmt: skip
            left += share
        bar = alt.Chart(alt.Data(values=values)).mark_bar(height=34, stroke=INK, strokeWidth=0.6)
        x = alt.X("from:Q", axis=None, scale=alt.Scale(domain=[0, 1], reverse=words.right_to_left, nice=False))
        bar = bar.encode(x=x, x2="to:Q", color=alt.Color("colour:N", scale=None)).properties(width=WIDTH, height=36)
        middle = alt.X("middle:Q", axis=None)
        label = alt.Chart(alt.Data(values=values)).mark_text(fontWeight=600)
        label = label.encode(x=middle, text="label:N", color=alt.Color("letters:N", scale=None))
        entries = {said(story, code, share): CLASS_COLOURS[code] for code, share in parts.items()}
        return alt.vconcat(bar + label, key(entries, words), spacing=8)

    @staticmethod
    def finding(story: Story) -> str:
        """How much rests on evidence, and how much on what is not known."""
        words, parts = story.words, shares(story)
        seen = parts.get(MoneyClass.EVIDENCE, 0.0)
        guessed = parts.get(MoneyClass.ASSUMPTION, 0.0) + parts.get(MoneyClass.JUDGEMENT, 0.0)
        text = _("{evidence} of the money rests on evidence, {rest} on assumption or judgement")
        return words.phrase(text, evidence=words.share(seen), rest=words.share(guessed))

    @staticmethod
    def caption(story: Story) -> str:
        """What the classes mean, in a sentence."""
        return story.words.text(CAPTION)

    @staticmethod
    def alt(story: Story) -> str:
        """The shares."""
        words = story.words
        parts = words.listed(said(story, code, share) for code, share in shares(story).items())
        return words.phrase(_("Bar of the whole budget, cut into parts: {list}."), list=parts)


CAPTION = _(
    "Evidence: effect verified and cost seen. Assumption: effect verified, cost assumed. Judgement: an envelope by "
    "need, no effect claimed. What is not allocated waits for local costs."
)


def shares(story: Story) -> dict[str, float]:
    """Part of the budget by what it rests on."""
    return {code: amount / story.budget for code, amount in story.rests_on.items()}


def said(story: Story, code: str, share: float) -> str:
    """Name and share of one part."""
    words = story.words
    return words.phrase(_("{name} {share}"), name=title_of(story, code), share=words.share(round(share, 3)))
