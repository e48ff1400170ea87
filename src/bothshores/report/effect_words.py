"""A published effect in words: study, place, horizon, figure, spread, and whether it was verified and counted."""

from __future__ import annotations

from typing import Any

import polars as pl

from bothshores.report.story import Story
from bothshores.vocab import gettext_noop as _

Row = dict[str, Any]


def effect_lines(story: Story, measure: Row) -> str:
    """Each effect the measure draws on, one a line."""
    uses = story.table("effect_uses").filter(pl.col("measure") == measure["id"]).sort(["effect", "indicator"])
    return "\n".join(effect_line(story, row) for row in uses.to_dicts())


def effect_line(story: Story, row: Row) -> str:
    """One effect in a sentence."""
    words = story.words
    return words.phrase(
        _("{indicator}: {figure} ({study}; {place}; {horizon}; {verified}; {scored})"),
        indicator=words.indicator(row["indicator"]),
        figure=published(story, row),
        study=row["study"],
        place=place(story, row),
        horizon=horizon(story, row),
        verified=verified(story, row),
        scored=words.text(_("counted") if row["scored"] else _("not counted")),
    )


def published(story: Story, row: Row) -> str:
    """The figure in the study's unit, with the spread used."""
    words = story.words
    return words.phrase(
        _("{effect} {unit}, spread {spread}"),
        effect=words.isolate(words.signed(row["published"])),
        unit=words.text(row["unit"]),
        spread=words.number(row["spread"]),
    )


def place(story: Story, row: Row) -> str:
    """Countries of the study."""
    codes = row["place"].replace(";", " ").replace(",", " ").split()
    if codes and all(len(code) == 3 and code.isupper() for code in codes):
        return story.words.listed(story.words.country(code) for code in codes)
    return story.words.text(row["place"]) or story.words.text(_("place not stated"))


def horizon(story: Story, row: Row) -> str:
    """When it was measured."""
    if row["horizon_years"] is None:
        return story.words.text(_("horizon not stated"))
    return story.words.phrase(_("after {number} years"), number=story.words.number(row["horizon_years"]))


def verified(story: Story, row: Row) -> str:
    """Whether somebody read the figure in its source."""
    return story.words.text(_("verified") if row["verified"] else _("not verified"))
