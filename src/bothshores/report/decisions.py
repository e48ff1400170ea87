"""What somebody has to decide before the plan can begin, read off the plan's own tables."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from bothshores.catalogue import templates
from bothshores.report.basis import budget_basis
from bothshores.report.dossier import named_here
from bothshores.report.same_findings import said
from bothshores.report.story import Story
from bothshores.vocab import gettext_noop as _

FEW = 3
"""Names, conflicts and figures said; the plan has all of them."""


def decisions(story: Story) -> list[tuple[str, str]]:
    """Subject and what is asked, in the order in which they hold one another up; nothing where nothing is open."""
    asked = (
        (_("The budget"), budget(story)), (_("Who pays"), payers(story)), (_("Who leads"), leads(story)),
        (_("Conflicts"), conflicts(story)), (_("Legal basis"), law(story)), (_("Figures"), figures(story)),
    )  # fmt: skip
    return [(story.words.text(subject), text) for subject, text in asked if text]


def budget(story: Story) -> str:
    """The budget, and where its size comes from."""
    words, terms = story.words, story.terms
    years = words.years(terms.first_year, terms.last_year)
    text = _("Adopt, change or reject {amount} for the years {years}.")
    return " ".join([words.phrase(text, amount=words.usd(story.budget), years=years), *budget_basis(story)[:1]])


def payers(story: Story) -> str:
    """The money nobody has promised."""
    left = sum(row["amount_usd"] for row in story.rows("financing") if row["status"] == "to_be_negotiated")
    text = _("Say who negotiates {amount}, and with whom.")
    return story.words.phrase(text, amount=story.words.usd(left)) if left else ""


def leads(story: Story) -> str:
    """Generic bodies that lead and have no name in this country yet, those with most money first."""
    words = story.words
    open_ = dict.fromkeys(row["lead"] for row in story.ordered if not named_here(story, row["lead"]))
    names = [words.text(lead) for lead in list(open_)[:FEW]]
    text = _("Name the real body that is meant by each of these first: {list}.")
    return words.phrase(text, list=words.listed(names)) if names else ""


def conflicts(story: Story) -> str:
    """Two things the plan cannot have at once."""
    found = story.table("findings").filter(pl.col("severity") == "conflict").sort(["rule", "item", "other"])
    sentences = list(said(story.words, found.to_dicts()))[:FEW]
    text = _("Decide what goes first. {text}")
    return story.words.phrase(text, text=" ".join(sentences)) if sentences else ""


def law(story: Story) -> str:
    """Promises that rest on no law yet."""
    words = story.words
    bare = [row["due"] for row in story.rows("commitments") if not row["legal_basis"]]
    text = _("Promises without a legal basis: {number}. Name a law or order for each. The first are due on {date}.")
    return words.phrase(text, number=words.whole(len(bare)), date=words.date(min(bare))) if bare else ""


def figures(story: Story) -> str:
    """Figures nobody has, those that the measures with money would be judged by first."""
    words = story.words
    names = list(dict.fromkeys(missing(story)))
    text = _("Order the figures that nobody has, these first: {list}.")
    return words.phrase(text, list=words.listed(words.indicator(name) for name in names[:FEW])) if names else ""


def missing(story: Story) -> Iterator[str]:
    """Indicators of the profile without any figure."""
    gaps = story.table("profile").filter(pl.col("state") == "gap")["indicator"].to_list()
    known = [templates()[row["template"]] for row in story.ordered if row["template"] in templates()]
    wanted = {name for each in known if story.amounts.get(each.id) for name in each.outcome_indicators}
    yield from (name for name in gaps if name in wanted)
    yield from gaps
