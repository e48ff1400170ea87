"""The plan on one page."""

from __future__ import annotations

from typing import Any

import polars as pl

from bothshores.catalogue import templates
from bothshores.report.blocks import Block, Bullets, Heading, Paragraph
from bothshores.report.kinds import Section
from bothshores.report.outlook import Outlook, outlooks
from bothshores.report.story import Story, title_of
from bothshores.vocab import gettext_noop as _
from bothshores.vocab import ngettext_noop

MOST = 5


class Summary(Section):
    """What is so, what to do, what it costs, who pays, what should change by when, how it will be known."""

    id = "summary"
    label = _("The plan on one page")
    part = "plain"
    order = 10
    reads = ("measures", "needs", "budget", "financing", "outcome_paths", "monitoring", "evaluations", "triggers")
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
        return [block for title, told in answers for block in (Heading(words.text(title)), *told)]


def so(story: Story) -> list[Block]:
    """The greatest needs, as they were found."""
    words = story.words
    found = [
        words.phrase(
            _("{name}: {text}"), name=words.indicator(row["indicator"]), text=words.say(row["message"], row["args"])
        )
        for row in story.table("needs").sort("rank").head(3).to_dicts()
    ]
    return [Bullets(tuple(found))] if found else [Paragraph(words.text(_("Too few figures to compare the country.")))]


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
    year = str(story.terms.price_year)
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


def changes(story: Story) -> list[Block]:
    """Each objective in the last year, without and with the plan."""
    words, found = story.words, outlooks(story)
    if not found:
        return [Paragraph(words.text(_("No outcome could be simulated: the figures or the effects are missing.")))]
    told: list[Block] = [Bullets(tuple(one_change(story, each) for each in found))]
    if all(each.hardly for each in found):
        told.append(Paragraph(words.text(SMALL), "strong"))
    simulated = {each.indicator for each in found}
    left = [row["title"] for row in story.rows("objectives") if row["indicator"] not in simulated]
    if left:
        names = words.listed(words.text(title) for title in left)
        text = _("Not simulated, for want of figures or effects: {list}.")
        told.append(Paragraph(words.phrase(text, list=names), "small"))
    return told


SMALL = _(
    "These changes are small against the uncertainty of the forecast: a plan of this size serves the people it "
    "reaches, and hardly moves a national figure."
)


ONE_CHANGE = _(
    "{indicator}: {with} in {year} with the plan (between {low} and {high} in nine of ten draws), {without} without."
)


def one_change(story: Story, outlook: Outlook) -> str:
    """One objective in a sentence."""
    words, code = story.words, outlook.indicator
    return words.phrase(
        ONE_CHANGE,
        **{
            "indicator": words.indicator(code), "year": str(outlook.year), "with": words.value(code, outlook.with_plan),
            "low": words.figure(code, outlook.low), "high": words.figure(code, outlook.high),
            "without": words.figure(code, outlook.without),
        },
    )  # fmt: skip


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
    return [Bullets(tuple(said))]
