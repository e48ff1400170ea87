"""Findings of one kind said once, with the list of what they are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from bothshores.vocab import gettext_noop as _
from bothshores.words import Words

PLAIN = "{measure}"
TOGETHER = {
    "{first} and {second} reach the same people: agree who serves whom, and count each person once.": (
        _("Agree who serves whom, and count each person once, where two measures reach the same people: {list}."),
        "{first} + {second}",
    ),
    "No verified effect on {indicator} is scored: its weight of {weight} steers no money.": (
        _("No verified effect is scored on these objectives, so their weights steer no money: {list}."),
        _("{indicator} ({weight})"),
    ),
    "No measure serves {indicator}.": (_("No measure serves these objectives: {list}."), "{indicator}"),
    "{indicator} is served, but by no measure that has money.": (
        _("These objectives are served, but by no measure that has money: {list}."),
        "{indicator}",
    ),
    "{up} raises {indicator}, {down} lowers it: say which of the two is meant.": (
        _("Say which of the two is meant, where one measure raises what another lowers: {list}."),
        _("{indicator} ({up} raises it, {down} lowers it)"),
    ),
    "With {measure}, {indicator} moves the way that the plan does not want.": (
        _("These push an indicator the way that the plan does not want: {list}."),
        _("{measure} ({indicator})"),
    ),
    "{measure}: a related study found that {harm}.": (
        _("Related studies found harm: {list}."),
        _("{measure} ({harm})"),
    ),
    "{measure}: a related study found that {change}. Say whether the plan wants that.": (
        _("Related studies found more or fewer people leaving; say whether the plan wants that: {list}."),
        _("{measure} ({change})"),
    ),
    "{measure}: the library knows no study of such a measure. Evaluate it before it grows.": (
        _("The library knows no study of these; evaluate them before they grow: {list}."),
        PLAIN,
    ),
    "{measure}: what is known of such measures ({number}) has no verified figure of an effect. "
    "Evaluate it before it grows.": (
        _(
            "No finding on these has a verified figure of an effect (in brackets: how many there are); evaluate them "
            "before they grow: {list}."
        ),
        _("{measure} ({number})"),
    ),
    "{measure} serves no objective of this plan.": (_("These serve no objective of this plan: {list}."), PLAIN),
    "{measure}: it has money, and nobody says how it will be known whether it works.": (
        _("These have money, and nobody says how it will be known whether they work: {list}."),
        PLAIN,
    ),
    "{measure}: it has money, and cannot be evaluated as it is planned.": (
        _("These have money, and cannot be evaluated as they are planned: {list}."),
        PLAIN,
    ),
    "{measure}: it is promised, and no money is planned for it.": (
        _("These are promised, and no money is planned for them: {list}."),
        PLAIN,
    ),
    "{measure}: {amount} a year is less than one officer and their work cost. Join it with another measure, or raise "
    "it.": (
        _(
            "These have less a year than one officer and their work cost (in brackets: how much); join them with "
            "others, or raise them: {list}."
        ),
        _("{measure} ({amount})"),
    ),
    "{measure}: no post answers for it.": (_("No post answers for these: {list}."), PLAIN),
}
"""Sentence of a rule → the sentence for several, and how each of them stands in its list."""


def sentence_of(row: dict[str, Any]) -> str:
    """What findings are put together by."""
    return str(row["message"])


def said(words: Words, rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Sentences of findings, rows of one sentence together; no sentence twice."""
    for message, same in groupby(sorted(rows, key=sentence_of), key=sentence_of):
        args = list(dict.fromkeys(row["args"] for row in same))
        if len(args) > 1 and message in TOGETHER:
            sentence, item = TOGETHER[message]
            listed = dict.fromkeys(words.say(item, each) for each in args)
            yield words.phrase(sentence, list=words.series(listed))
        else:
            yield from dict.fromkeys(words.say(message, each) for each in args)
