"""What is said of one measure, term by term; nothing is said where nothing is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import polars as pl

from bothshores.catalogue import Template, templates
from bothshores.catalogue.countries import pack
from bothshores.locale import awaits_review
from bothshores.report.effect_words import effect_lines
from bothshores.report.story import Story
from bothshores.report.unserved import helps
from bothshores.vocab import gettext_noop as _

Row = dict[str, Any]
HANDFUL = 10
NOT_REVIEWED = _("Translation not yet reviewed")
"""Stands on every page about complaints, consent or rights that no native speaker has signed."""


def facts(story: Story, row: Row) -> Iterator[tuple[str, str]]:
    """Terms and texts, in reading order; a line break in a text starts a new line."""
    writers: tuple[tuple[str, Callable[[Story, Row], str]], ...] = (
        (_("Translation"), unreviewed), (_("For whom"), whom), (_("Why"), why),
        (_("How it works"), theory), (_("What it serves"), serves),
        (_("Cost"), cost), (_("People reached"), reached), (_("Why it is in the draft"), taken),
        (_("Why this much"), reason),
        (_("Effects used"), effect_lines), (_("Risks and safeguards"), risks), (_("Who answers for it"), owner),
        (_("Evaluation"), evaluation), (_("Links"), links),
    )  # fmt: skip
    for term, writer in writers:
        if text := writer(story, row):
            yield story.words.text(term), text


def template(row: Row) -> Template | None:
    """The template a measure comes from, if any."""
    return templates().get(row["template"])


def of_measure(story: Story, table: str, row: Row) -> list[Row]:
    """The rows of a table that are about the measure."""
    return story.table(table).filter(pl.col("measure") == row["id"]).to_dicts()


def unreviewed(story: Story, row: Row) -> str:
    """Said of each measure that is about people's rights, until a native speaker has signed those texts."""
    known = template(row)
    if not known or not known.protection or not awaits_review(story.words.language, "rights"):
        return ""
    return story.words.text(NOT_REVIEWED)


def whom(story: Story, row: Row) -> str:
    """Target group, with how many it could serve; a handful is no size of a group but a gap in what is counted."""
    words, group = story.words, story.words.text(row["target_group"])
    if row["eligible_persons"] is None or row["eligible_persons"] < HANDFUL:
        return group
    number = words.about(row["eligible_persons"])
    return words.phrase(_("{group}. People it could serve: about {number}."), group=group, number=number)


def why(story: Story, row: Row) -> str:
    """The problem."""
    known = template(row)
    return story.words.text(known.problem) if known else ""


def theory(story: Story, row: Row) -> str:
    """The theory of change, step by step."""
    known = template(row)
    if not known:
        return ""
    steps = (
        (_("Inputs"), known.inputs), (_("Activities"), known.activities), (_("Outputs"), known.outputs_text),
        (_("Outcomes"), known.outcomes_text), (_("Impact"), known.impact),
    )  # fmt: skip
    words = story.words
    return "\n".join(
        words.phrase(_("{step}: {text}"), step=words.text(step), text=words.text(said)) for step, said in steps
    )


def serves(story: Story, row: Row) -> str:
    """Its first objective, then the others that its template serves, as the table of objectives has it."""
    ranked = story.table("objectives").sort(["weight", "id"], descending=[True, False]).to_dicts()
    ranked.sort(key=lambda each: each["id"] != row["objective"])
    return story.words.series(story.words.text(each["title"]) for each in ranked if helps(row, each))


def cost(story: Story, row: Row) -> str:
    """Unit cost, its range where it is assumed, and where it comes from."""
    words, known = story.words, template(row)
    lines = []
    if row["unit_cost_usd"] is not None:
        unit = words.text(known.cost.unit) if known and known.cost else words.text(_("person or unit"))
        amount = words.usd(row["unit_cost_usd"])
        lines.append(words.phrase(_("{amount} for each {unit}, delivery included."), amount=amount, unit=unit))
    for each in of_measure(story, "assumptions", row):
        if each["parameter"] == "unit_cost_usd":
            low, high = words.usd(each["low"]), words.usd(each["high"])
            by = words.text(each["by_analogy_with"])
            lines.append(words.phrase(_("Assumed: {low} to {high}. {reason}"), low=low, high=high, reason=by))
    said = {each["by_analogy_with"] for each in of_measure(story, "assumptions", row)}
    if row["cost_source"] and row["cost_source"] not in said:
        lines.append(words.text(row["cost_source"]))
    return "\n".join(lines)


def reached(story: Story, row: Row) -> str:
    """How many people over the plan, where it is known."""
    words, amount, count = story.words, story.amounts.get(row["id"], 0), story.reached.get(row["id"])
    if not count:
        return words.text(_("Nobody yet: it has no money.") if not amount else _("Not known: no effect is counted."))
    average = words.usd(round(amount / count))
    return words.phrase(_("{number}, at {average} each on average"), number=words.whole(count), average=average)


def taken(story: Story, row: Row) -> str:
    """Why the template was taken into the draft."""
    known = story.table("candidates").filter(pl.col("template") == row["template"], pl.col("taken"))
    return "\n".join(story.words.say(each["message"], each["args"]) for each in known.to_dicts())


def reason(story: Story, row: Row) -> str:
    """Why the optimiser offers this much, and what a person bound."""
    words, lines = story.words, []
    for each in of_measure(story, "allocation", row):
        lines.append(words.say(each["message"], each["args"]))
        if each["bound"]:
            free = words.usd(each["free_usd"])
            lines.append(
                words.phrase(_("A person fixed the amount; the draft would have offered {amount}."), amount=free)
            )
        if each["break_even_usd"] is not None:
            unit = words.usd(each["break_even_usd"])
            lines.append(
                words.phrase(_("It would match the last dollar spent at a unit cost of {amount}."), amount=unit)
            )
    caps = story.table("constraints").filter(pl.col("id") == f"envelope_{row['id']}", pl.col("binding"))
    for each in caps.to_dicts():
        lines.append(words.phrase(_("What holds it: {text}"), text=words.say(each["message"], each["args"])))
    return "\n".join(line for line in lines if line)


def risks(story: Story, row: Row) -> str:
    """What can go wrong, and what guards against it."""
    words = story.words
    return "\n".join(
        words.phrase(
            _("{risk}. Safeguard: {safeguard}"), risk=words.text(each["title"]), safeguard=words.text(each["safeguard"])
        )
        for each in of_measure(story, "risks", row)
    )


def owner(story: Story, row: Row) -> str:
    """Post, body that leads (with its name in the country, where a pack knows it), and partners."""
    words = story.words
    lines = [words.phrase(_("{owner} ({lead})"), owner=words.text(row["owner"]), lead=words.text(row["lead"]))]
    if named := named_here(story, row["lead"]):
        lines.append(words.phrase(_("In this country: {bodies}."), bodies=words.listed(named)))
    partners = [each["partner"] for each in of_measure(story, "partners", row) if each["role"] == "partner"]
    if partners:
        lines.append(words.phrase(_("With: {partners}."), partners=words.listed(words.text(each) for each in partners)))
    return "\n".join(lines)


def named_here(story: Story, lead: str) -> list[str]:
    """The country's own bodies for a generic one, as its readers know them; none for what a person wrote."""
    known = pack(story.terms.country)
    if not known:
        return []
    unread = story.words.text(_("(not verified)"))
    return [
        name if body.name_seen and known.seen(body.source) else f"{name} {unread}"
        for body in known.leading(lead)
        for name in [body.called_in(story.words.language)]
    ]


def evaluation(story: Story, row: Row) -> str:
    """Design, and when it looks."""
    words, lines = story.words, []
    for each in of_measure(story, "evaluations", row):
        lines.append(words.label(each["design"]))
        lines.append(words.say(each["message"], each["args"]))
    return "\n".join(line for line in lines if line)


def links(story: Story, row: Row) -> str:
    """Goals of the United Nations that it serves."""
    words, lines = story.words, []
    for text, codes in (
        (_("Sustainable Development Goals: {codes}"), row["sdg"]),
        (_("Global Compact: {codes}"), row["gcm"]),
    ):
        if codes.strip():
            lines.append(words.phrase(text, codes=words.joined(codes.split())))
    return "\n".join(lines)


def references(story: Story, row: Row) -> tuple[tuple[str, str], ...]:
    """Sources of the template; what nobody opened is marked."""
    known = template(row)
    if not known:
        return ()
    unread = story.words.text(_("(not verified)"))
    return tuple((each.text if each.opened else f"{each.text} {unread}", each.url) for each in known.references)
