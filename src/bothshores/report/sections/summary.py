"""The plan on one page."""

from __future__ import annotations

from typing import Any

import polars as pl

from bothshores.catalogue import templates
from bothshores.report.age import old
from bothshores.report.blocks import Block, Bullets, Heading, Paragraph
from bothshores.report.changes import changes
from bothshores.report.glance import glance
from bothshores.report.kinds import Section
from bothshores.report.story import Story, title_of
from bothshores.report.unserved import unserved
from bothshores.vocab import gettext_noop as _
from bothshores.vocab import ngettext_noop

MOST = 3


class Summary(Section):
    """What is so, what to do, what it costs, who pays, what should change by when, how it will be known."""

    id = "summary"
    label = _("The plan on one page")
    part = "plain"
    order = 10
    reads = (
        "measures", "needs", "budget", "allocation", "financing", "outcome_paths", "plan_changes", "figures",
        "monitoring", "evaluations", "triggers",
    )  # fmt: skip
    empty = _("No measure was proposed, so there is no plan to sum up.")

    @staticmethod
    def blocks(story: Story) -> list[Block]:
        """Six short answers."""
        words = story.words
        answers = (
            (_("What is so"), so(story)),
            (_("What to do"), do(story)),
            (_("What it costs, and what that rests on"), costs(story)),
            (_("Who pays"), pays(story)),
            (_("What should change, and by when"), changes(story)),
            (_("How it will be known"), known(story)),
        )
        return [*glance(story), *(block for title, told in answers for block in (Heading(words.text(title)), *told))]


def so(story: Story) -> list[Block]:
    """The greatest needs, as they were found."""
    words = story.words
    found = [
        words.phrase(_("{name}: {text}"), name=words.indicator(row["indicator"]), text=finding(story, row))
        for row in story.table("needs").sort("rank").head(3).to_dicts()
    ]
    if not found:
        return [Paragraph(words.text(_("Too few figures to compare the country.")))]
    return [Bullets(tuple(found)), *unserved(story)]


def finding(story: Story, row: dict[str, Any]) -> str:
    """A need as it was found, and whether its figure is old."""
    text = story.words.say(row["message"], row["args"])
    return story.words.phrase(_("{text} The figure is old."), text=text) if old(story, row["year"]) else text


def do(story: Story) -> list[Block]:
    """The measures with most money."""
    words = story.words
    said = [one_measure(story, row) for row in story.ordered[:MOST]]
    more = len(story.ordered) - MOST
    rest = words.count(ngettext_noop("One more measure follows below.", "{n} more measures follow below."), more)
    return [Bullets(tuple(said)), *([Paragraph(rest, "small")] if more > 0 else [])]


def one_measure(story: Story, row: dict[str, Any]) -> str:
    """Title, money, and the template's sentence in plain words."""
    words, amount = story.words, story.amounts.get(row["id"], 0)
    known = templates().get(row["template"])
    plain = words.text(known.plain) if known else ""
    if not amount:
        return words.phrase(_("{measure} (no money yet). {plain}"), measure=words.measure(row["id"]), plain=plain)
    return words.phrase(
        _("{measure} ({amount}). {plain}"), measure=words.measure(row["id"]), amount=words.usd(amount), plain=plain
    )


def costs(story: Story) -> list[Block]:
    """The whole, and its parts by what they rest on."""
    words = story.words
    parts = words.listed(
        words.phrase(_("{name} {share}"), name=title_of(story, name), share=words.share(amount / story.budget))
        for name, amount in story.rests_on.items()
    )
    years = words.years(story.terms.first_year, story.terms.last_year)
    text = _("{amount} over the years {years}, at prices of {year}. Of this: {parts}.")
    year = words.year(story.terms.price_year)
    whole = words.phrase(text, amount=words.usd(story.budget), years=years, year=year, parts=parts)
    return [Paragraph(whole), Paragraph(steering(story))]


def steering(story: Story) -> str:
    """How much of the objectives' weights any known effect moves, and how much money goes to those effects."""
    words, uses = story.words, story.table("effect_uses").filter(pl.col("scored"))
    moved, steered = set(uses["indicator"]), set(uses["measure"])
    weights = {row["indicator"]: row["weight"] for row in story.rows("objectives")}
    weight = sum(value for name, value in weights.items() if name in moved) / (sum(weights.values()) or 1.0)
    money = sum(story.amounts.get(name, 0) for name in steered) / (story.budget or 1)
    text = _(
        "Known effects move objectives that hold {weight} of the weights; {money} of the budget goes to measures with "
        "such effects. For the other objectives nobody has measured what works, so their weights steer no money "
        "but envelopes of judgement."
    )
    return words.phrase(text, weight=words.share(weight), money=words.share(money))


def pays(story: Story) -> list[Block]:
    """How much is promised, and how much has still to be negotiated."""
    words, promised, whole = story.words, 0, 0
    for row in story.rows("financing"):
        whole += row["amount_usd"]
        promised += row["amount_usd"] if row["status"] != "to_be_negotiated" else 0
    if not whole:
        return [Paragraph(words.text(_("No financing has been planned.")))]
    if not promised:
        return [Paragraph(words.text(_("Nobody has promised this money yet: all of it has to be negotiated.")))]
    text = _("{promised} is pledged or committed; {open} has still to be negotiated.")
    return [Paragraph(words.phrase(text, promised=words.usd(promised), open=words.usd(whole - promised)))]


def known(story: Story) -> list[Block]:
    """What is reported, evaluated, and what calls a review."""
    words = story.words
    # Process tracing compares with nobody: only a design that can state what it would find is a comparison.
    evaluable = sum(row["smallest_detectable"] is not None for row in story.rows("evaluations"))
    counts = (
        (_("Figures reported"), story.table("monitoring").height),
        (_("Measures evaluated against a comparison"), evaluable),
        (_("Lines that call a review before the end"), story.table("triggers").height),
    )
    said = [words.phrase(_("{name}: {number}"), name=words.text(name), number=words.number(n)) for name, n in counts]
    return [Paragraph(words.series(said))]
