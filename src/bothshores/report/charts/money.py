"""The money of each measure."""

from __future__ import annotations

from typing import Any

import altair as alt

from bothshores.report.drawing import NAME_LETTERS, NAME_WIDTH, WIDTH, names_axis, row_name, sign
from bothshores.report.kinds import Chart
from bothshores.report.palette import CLASS_COLOURS, INK
from bothshores.report.story import Story, title_of
from bothshores.vocab import RESERVE, UNALLOCATED
from bothshores.vocab import gettext_noop as _

SHOWN = 20


class Money(Chart):
    """Bars of money by measure, coloured and worded by what it rests on."""

    id = "money"
    label = _("Money by measure, over the whole plan")
    reads = ("budget",)

    @staticmethod
    def draw(story: Story) -> Any | None:
        """A bar a measure, its amount and class at its end."""
        words, amounts = story.words, largest(story)
        if not amounts:
            return None
        mirrored = words.right_to_left
        values = [
            {
                "name": row_name(number, words.measure(code), words, NAME_LETTERS), "amount": amount,
                "class": class_of(story, code), "label": sign(said(story, code, amount), words),
            }
            for number, (code, amount) in enumerate(amounts.items())
        ]  # fmt: skip
        axis = names_axis(words)
        colours = alt.Scale(domain=list(CLASS_COLOURS), range=list(CLASS_COLOURS.values()))
        scale = alt.Scale(reverse=mirrored, domain=[0, 1.7 * max(amounts.values())], nice=False)
        base = alt.Chart(alt.Data(values=values)).encode(
            y=alt.Y("name:N", sort=None, title=None, axis=axis), x=alt.X("amount:Q", axis=None, scale=scale)
        )
        bar = base.mark_bar(height=15, stroke=INK, strokeWidth=0.5).encode(
            color=alt.Color("class:N", scale=colours, legend=None)
        )
        text = base.mark_text(align="right" if mirrored else "left", dx=-6 if mirrored else 6).encode(text="label:N")
        return (bar + text).properties(width=WIDTH - NAME_WIDTH, height=alt.Step(29))

    @staticmethod
    def finding(story: Story) -> str:
        """The measure with most money; how much waits, where that is more."""
        words, amounts = story.words, largest(story)
        measures = [code for code in amounts if code not in (RESERVE, UNALLOCATED)]
        waits = amounts.get(UNALLOCATED, 0)
        if not measures or waits > amounts[measures[0]]:
            text = _("{share} of the money is not allocated: it waits for local costs")
            return words.phrase(text, share=words.share(waits / story.budget)) if waits else ""
        share = words.share(amounts[measures[0]] / story.budget)
        text = _("The measure with most money is {measure}: {share} of the whole")
        return words.phrase(text, measure=words.measure(measures[0]), share=share)

    @staticmethod
    def caption(story: Story) -> str:
        """How to read it."""
        return story.words.text(_("US dollars over the plan's years; beside each amount, what it rests on."))

    @staticmethod
    def alt(story: Story) -> str:
        """Measures with their money."""
        words = story.words
        parts = [
            words.phrase(_("{name}: {text}"), name=words.measure(code), text=said(story, code, amount))
            for code, amount in largest(story).items()
        ]
        return words.phrase(_("Bar chart of money by measure. {list}."), list="; ".join(parts))


def largest(story: Story) -> dict[str, int]:
    """Measures with money, the reserve and what is not allocated at the end."""
    apart = (RESERVE, UNALLOCATED)
    given = {code: amount for code, amount in story.amounts.items() if amount}
    measures = [code for code in given if code not in apart][:SHOWN]
    return {code: given[code] for code in [*measures, *(code for code in apart if code in given)]}


def class_of(story: Story, code: str) -> str:
    """What a row's money rests on."""
    return code if code in (RESERVE, UNALLOCATED) else story.classes.get(code, "judgement")


def said(story: Story, code: str, amount: int) -> str:
    """Amount and class; what is no measure has none."""
    words, name = story.words, class_of(story, code)
    if name == code:
        return words.usd(amount)
    return words.phrase(_("{amount}, {name}"), amount=words.usd(amount), name=title_of(story, name))
