"""Who pays, by which instrument, and when the money flows."""

from __future__ import annotations

import polars as pl

from bothshores.report.blocks import Block, Paragraph, Table
from bothshores.report.kinds import Section
from bothshores.report.story import Story
from bothshores.report.tabulate import tabulate
from bothshores.vocab import gettext_noop as _

QUARTERS = 4
MINOR = 100


class Financing(Section):
    """Financing by instrument, source and firmness, and the payments it leads to."""

    id = "financing"
    label = _("Who pays, and how")
    part = "do"
    order = 40
    reads = ("financing", "cash_flows")
    empty = _("No financing has been planned.")

    @staticmethod
    def blocks(story: Story) -> list[Block]:
        """The plan of financing, then the payments."""
        words = story.words
        heads = (
            (_("Instrument"), 5, False), (_("Source"), 5, False), (_("How firm"), 3, False),
            *((words.year(year), 2, True) for year in story.terms.years), (_("Total"), 3, True),
        )  # fmt: skip
        note = _("Thousands of US dollars.")
        return [
            Paragraph(words.text(INTRODUCTION)),
            tabulate(words, _("Financing by instrument and year"), heads, rows(story), note, total=True),
            *cash(story),
        ]


INTRODUCTION = _(
    "No donor, ministry or law is invented: where nobody has promised money, the source is to be negotiated. Put the "
    "name of who pays, and how firm it is, into financing.csv."
)


def rows(story: Story) -> list[tuple[str, ...]]:
    """A row for each instrument, source and firmness; the sum last."""
    words, years = story.words, story.terms.years
    keys = ["instrument", "source", "status"]
    wide = story.table("financing").group_by([*keys, "year"]).agg(pl.col("amount_usd").sum())
    sums: dict[tuple[str, str, str], dict[int, int]] = {}
    for instrument, source, status, year, amount in wide.sort([*keys, "year"]).iter_rows():
        sums.setdefault((instrument, source, str(status)), {})[year] = amount
    found = [
        (words.label(instrument), words.text(source), words.label(status), *amounts(story, by_year))
        for (instrument, source, status), by_year in sums.items()
    ]
    whole = {year: sum(by_year.get(year, 0) for by_year in sums.values()) for year in years}
    return [*found, (words.text(_("Total")), "", "", *amounts(story, whole))]


def amounts(story: Story, by_year: dict[int, int]) -> tuple[str, ...]:
    """Each year and the sum, in thousands."""
    parts = [by_year.get(year, 0) for year in story.terms.years]
    return tuple(story.words.thousands(each) for each in [*parts, sum(parts)])


def cash(story: Story) -> list[Block]:
    """Payments by step and year, where instruments have any."""
    words, terms = story.words, story.terms
    flows = (
        story.table("cash_flows")
        .filter(pl.col("amount_minor") > 0)
        .with_columns(year=terms.first_year + (pl.col("period").cast(pl.Int64) - 1) // QUARTERS)
    )
    if not flows.height:
        return [Paragraph(words.text(_("No payment follows yet: no instrument has money.")))]
    return [cash_table(story, flows), Paragraph(words.text(CASH_NOTE), "small")]


CASH_NOTE = _(
    "Payments as the terms of each instrument time them. Results are verified before they are paid for, so that money "
    "of one year may be paid in the next. Every cent is in the table cash_flows of the open-data "
    "package."
)


def cash_table(story: Story, flows: pl.DataFrame) -> Table:
    """A row for each instrument, step, payer and payee."""
    words = story.words
    keys = ["instrument", "step", "payer", "payee"]
    sums: dict[tuple[str, ...], dict[int, int]] = {}
    grouped = flows.group_by([*keys, "year"]).agg(pl.col("amount_minor").sum()).sort([*keys, "year"])
    for *key, year, amount in grouped.iter_rows():
        sums.setdefault(tuple(key), {})[year] = amount // MINOR
    cells = (
        (
            f"{words.label(instrument)}\n{words.label(step)}",
            "\n".join(
                (
                    words.phrase(_("From: {payer}"), payer=words.text(payer)),
                    words.phrase(_("To: {payee}"), payee=words.text(payee)),
                )
            ),
            *amounts(story, by_year),
        )
        for (instrument, step, payer, payee), by_year in sums.items()
    )
    heads = (
        (_("Payment"), 5, False), (_("From whom to whom"), 6, False),
        *((words.year(year), 2, True) for year in story.terms.years), (_("Total"), 3, True),
    )  # fmt: skip
    return tabulate(words, _("Payments by year"), heads, cells, _("Thousands of US dollars."))
