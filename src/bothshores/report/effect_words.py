"""A published effect in words: study, place, horizon, figure, spread, and whether it was verified and counted."""

from __future__ import annotations

from typing import Any

import polars as pl

from bothshores.catalogue import templates
from bothshores.catalogue.effects import credible
from bothshores.catalogue.templates import EffectLink
from bothshores.report.story import Story
from bothshores.vocab import gettext_noop as _
from bothshores.vocab import ngettext_noop
from bothshores.words import numerals

Row = dict[str, Any]


def effect_lines(story: Story, measure: Row) -> str:
    """Each effect that counts for the measure, one a line; then how many studies do not count."""
    uses = story.table("effect_uses").filter(pl.col("measure") == measure["id"]).sort(["effect", "indicator"])
    lines = [effect_line(story, row) for row in uses.filter(pl.col("scored")).to_dicts()]
    if not lines:
        lines = without_effect(story, measure, credible(uses["effect"]))
    left = uses.filter(~pl.col("scored")).height
    if left:
        more = ngettext_noop(
            "One more finding is known and does not count; the last part says why.",
            "{n} more findings are known and do not count; the last part says why.",
        )
        lines.append(story.words.count(more, left))
    return "\n".join(lines)


def without_effect(story: Story, measure: Row, known: bool) -> list[str]:
    """Says that nothing credible is known, or nothing that counts here, and the template's own reason."""
    said = _("Verified effects of such measures are known, but none of them counts in this plan.")
    if not known:
        said = _("There is no credible evidence of what such a measure achieves: no verified figure is known.")
    template = templates().get(measure["template"])
    reason = template.no_effect_reason if template else ""
    return [story.words.text(text) for text in (said, reason) if text]


def effect_line(story: Story, row: Row) -> str:
    """One effect in a sentence."""
    words = story.words
    return words.phrase(
        _("{moved}: {figure}. {study}; {place}, {horizon}; {verified}."),
        moved=moved(story, row),
        figure=published(story, row),
        study=row["study"],
        place=place(story, row),
        horizon=horizon(story, row),
        verified=verified(story, row),
    )


INCOMES = {"gdp_per_capita_usd"}
"""Bases of effects on the income of those who take part: the national figure only scales them."""


def moved(story: Story, row: Row) -> str:
    """What the study measured, among those who take part; incomes are not the national figure they are added to."""
    link = link_of(story, row)
    if link and link.base in INCOMES:
        return story.words.text(_("Income of those who take part"))
    name = story.words.indicator(row["indicator"])
    return story.words.phrase(_("{indicator}, among those who take part"), indicator=name)


def published(story: Story, row: Row) -> str:
    """What the study found, in its unit and with the indicator's sign, and the spread used; a null has none."""
    words = story.words
    spread = words.number(row["spread"]) if row["spread"] is not None else words.text(_("unknown"))
    if row["published"] is None:
        return words.phrase(_("no effect found, spread {spread} {unit}"), spread=spread, unit=words.text(row["unit"]))
    link = link_of(story, row)
    # What the study raises may lower the indicator: more people in work are fewer unemployed.
    effect = words.isolate(words.signed(row["published"] * (link.sign if link else 1), numerals.SIGNIFICANT))
    return words.phrase(
        _("{effect} {unit}, spread {spread}"), effect=effect, unit=words.text(row["unit"]), spread=spread
    )


def link_of(story: Story, row: Row) -> EffectLink | None:
    """How the measure's template uses the effect, if it does."""
    measure = next((each for each in story.rows("measures") if each["id"] == row["measure"]), None)
    known = templates().get(measure["template"]) if measure else None
    links = known.effects if known else ()
    same = (link for link in links if link.effect == row["effect"] and link.indicator == row["indicator"])
    return next(same, None)


def place(story: Story, row: Row) -> str:
    """Countries of the study."""
    codes = row["place"].replace(";", " ").replace(",", " ").split()
    if codes and all(len(code) == 3 and code.isupper() for code in codes):
        return story.words.listed(story.words.country(code) for code in codes)
    return story.words.text(row["place"]) or story.words.text(_("place not stated"))


def horizon(story: Story, row: Row) -> str:
    """When it was measured."""
    years = row["horizon_years"]
    if years is None:
        return story.words.text(_("horizon not stated"))
    if years < 1:
        return soon(story, years)
    if years != round(years):
        after = ngettext_noop("after {number} year", "after {number} years")
        return story.words.behind(after, years, story.words.written(years), "")
    return story.words.count(ngettext_noop("after one year", "after {n} years"), round(years))


DAYS, MONTHS = 365.25, 12


def soon(story: Story, years: float) -> str:
    """A time below a year, in months or days."""
    if round(years * MONTHS) >= 1:
        return story.words.count(ngettext_noop("after one month", "after {n} months"), round(years * MONTHS))
    if round(years * DAYS) >= 1:
        return story.words.count(ngettext_noop("after one day", "after {n} days"), round(years * DAYS))
    return story.words.text(_("at once"))


def verified(story: Story, row: Row) -> str:
    """Whether somebody read the figure in its source."""
    return story.words.text(_("verified") if row["verified"] else _("not verified"))
