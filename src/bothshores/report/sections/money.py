"""The money: by measure and year, what it rests on, what holds it back, what a little more would buy."""

from __future__ import annotations

from collections.abc import Iterator

from bothshores.report.allocation import gains, limits, next_million, people
from bothshores.report.basis import budget_basis
from bothshores.report.blocks import Block, Bullets, Heading, Paragraph, Table
from bothshores.report.kinds import Section
from bothshores.report.story import Story, title_of
from bothshores.report.tabulate import tabulate
from bothshores.vocab import gettext_noop as _


class Money(Section):
    """How the budget is divided."""

    id = "money"
    label = _("The money")
    part = "do"
    order = 20
    reads = ("budget", "measures", "allocation", "constraints", "next_million", "gains")
    empty = _("No money has been divided yet.")

    @staticmethod
    def blocks(story: Story) -> list[Block]:
        """Pictures, the budget, what it rests on, its limits."""
        words = story.words
        return [
            Paragraph(words.text(INTRODUCTION)),
            *[Paragraph(text, "small") for text in budget_basis(story)],
            *story.figure("money"),
            budget(story),
            *story.figure("money_years"),
            Heading(words.text(_("What the money rests on"))),
            Bullets(tuple(words.text(text) for text in CLASSES)),
            rests_on(story),
            *people(story),
            Heading(words.text(_("What holds the plan back"))),
            *limits(story),
            *(Paragraph(text) for text in (next_million(story), gains(story)) if text),
        ]


INTRODUCTION = _(
    "The money is divided so that the weighted objectives improve most, with regard for bad luck, within the limits "
    "named below. Amounts are in US dollars at prices of the plan's price year."
)
CLASSES = (
    _("Evidence: a verified effect on an outcome of the target group, and a cost seen at its source."),
    _("Assumption: a verified effect, and a cost assumed by analogy with a named measure, over a wide range."),
    _("Judgement: law, protection, coordination, statistics. An envelope by need; no effect is claimed."),
    _("Not costed: no money yet, only the unit cost at which it would pay."),
)


def budget(story: Story) -> Table:
    """Measures by years, in thousands of dollars."""
    years = story.terms.years
    heads = ((_("Measure"), 9, False), *((story.words.year(year), 2, True) for year in years), (_("Total"), 3, True))
    note = _("Thousands of US dollars.")
    return tabulate(story.words, _("Budget by measure and year"), heads, budget_rows(story), note, total=True)


def budget_rows(story: Story) -> Iterator[tuple[str, ...]]:
    """A row a measure, and the sum."""
    words, years = story.words, story.terms.years
    given = {(row["measure"], row["year"]): row["amount_usd"] for row in story.rows("budget")}
    for measure in story.amounts:
        parts = [given.get((measure, year), 0) for year in years]
        yield (words.measure(measure), *(words.thousands(each) for each in [*parts, sum(parts)]))
    sums = [sum(amount for (_measure, each), amount in given.items() if each == year) for year in years]
    yield (words.text(_("Total")), *(words.thousands(each) for each in [*sums, sum(sums)]))


def rests_on(story: Story) -> Table:
    """Shares of the budget by what they rest on."""
    words = story.words
    heads = ((_("Rests on"), 6, False), (_("Amount"), 4, True), (_("Share"), 2, True))
    rows = [
        (title_of(story, name), words.usd(amount), words.share(amount / story.budget))
        for name, amount in story.rests_on.items()
    ]
    rows.append((words.text(_("Total")), words.usd(story.budget), words.share(1.0)))
    return tabulate(words, _("Budget by what it rests on"), heads, rows, total=True)
