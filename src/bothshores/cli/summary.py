"""What a draft says at its end: what was loaded, what was wrong, what the plan does, which file to open."""

from __future__ import annotations

import argparse
from typing import Any

import polars as pl
from rich.table import Table

from bothshores import loop
from bothshores.cli import show
from bothshores.vocab import FICTIONAL, RESERVE, UNALLOCATED, Severity, is_fictional
from bothshores.words import Words


def for_people(drafted: loop.Drafted, language: str | None) -> None:
    """Print it; `language` is that of the report to open, None where none was written."""
    words, tables = Words("en"), drafted.tables
    terms = drafted.terms
    title = f"{words.country(terms.country)}: draft plan {terms.first_year}-{terms.last_year}"
    if is_fictional(terms.country):
        title = f"{title}\n{FICTIONAL}"
    table = Table(title=title, title_justify="left", show_header=False, pad_edge=False)
    table.add_column(style="bold")
    table.add_column(overflow="fold")
    for name, text in lines(drafted, words, language):
        table.add_row(name, text)
    show.OUT.print(table)
    problems = tables["issues"].filter(pl.col("severity") == Severity.PROBLEM.value)
    if problems.height:
        show.print_table(problems, "To mend", ("file", "row", "column", "message", "args", "remedy"))
    if tables["kept_edits"].height:
        show.print_table(tables["kept_edits"], "Your changes, kept")


def lines(drafted: loop.Drafted, words: Words, language: str | None) -> list[tuple[str, str]]:
    """Name and text of each line."""
    tables, terms = drafted.tables, drafted.terms
    figures, issues = tables["figures"], tables["issues"]
    needs = ", ".join(words.indicator(name) for name in tables["needs"].sort("rank")["indicator"].head(3))
    remarks = issues.filter(pl.col("severity") == Severity.REMARK.value)["rule"].n_unique()
    problems = issues.filter(pl.col("severity") == Severity.PROBLEM.value).height
    document = drafted.folder / (f"report/plan.{language}.html" if language else "plan")
    basis = loop.in_words(tables["basis"])
    years = "-".join(str(year) for year in sorted(figures["year"].unique())[:: max(1, figures["year"].n_unique() - 1)])
    sources = ", ".join(sorted(set(tables["observations"]["source"])))
    listed = f"runs/{drafted.run}/tables/issues.parquet"
    return [
        (
            "Loaded",
            f"{figures.height:,} figures on {figures['indicator'].n_unique()} indicators, {years}; from {sources}",
        ),
        ("Found wrong", f"{problems} to mend; {remarks} kinds of remarks on the publishers' own data ({listed})"),
        ("Budget", f"{words.usd(terms.budget_usd)}. {basis}"),
        ("Greatest needs", needs or "none found: too few figures"),
        ("Measures", money_line(drafted, words)),
        ("Rests on", classes_line(tables["allocation"], words)),
        ("Does not fit", f"{tables['findings'].height} findings (plan check)"),
        ("Run", drafted.run),
        ("Open", str(document)),
    ]


def money_line(drafted: loop.Drafted, words: Words) -> str:
    """The measures with most money."""
    titles = dict(drafted.tables["measures"].select("id", "title").iter_rows())
    rows = drafted.tables["allocation"].filter(pl.col("measure").is_in(list(titles)) & (pl.col("amount_usd") > 0))
    top = rows.sort("amount_usd", descending=True).head(4).select("measure", "amount_usd")
    named = "; ".join(f"{titles[measure]} {words.usd(amount)}" for measure, amount in top.iter_rows())
    return f"{drafted.tables['measures'].height} proposed, {rows.height} with money: {named or 'none'}"


def classes_line(allocation: pl.DataFrame, words: Words) -> str:
    """How much of the money rests on evidence, assumptions, judgement; what is kept and what is left."""
    apart = pl.col("measure").is_in([RESERVE, UNALLOCATED])
    named = allocation.select(
        name=pl.when(apart)
        .then(pl.col("measure").str.replace("_", " "))
        .otherwise(pl.col("money_class").cast(pl.String)),
        share="share_of_budget",
    )
    sums = named.group_by("name").agg(pl.col("share").sum()).filter(pl.col("share") > 0).sort("share", descending=True)
    return ", ".join(f"{name} {words.share(share)}" for name, share in sums.iter_rows())


def line(drafted: loop.Drafted) -> dict[str, Any]:
    """One country in the list of all."""
    allocation = drafted.tables["allocation"]
    left = allocation.filter(pl.col("measure") == UNALLOCATED)["amount_usd"].sum()
    return {
        "run": drafted.run,
        "budget_usd": drafted.terms.budget_usd,
        "unallocated_usd": int(left),
        "measures": drafted.tables["measures"].height,
        "needs": drafted.tables["needs"].height,
    }


def for_machines(drafted: loop.Drafted) -> dict[str, Any]:
    """The same as JSON."""
    names = ("allocation", "needs", "findings", "issues", "kept_edits")
    return {"country": drafted.terms.country, "run": drafted.run, "folder": str(drafted.folder)} | {
        name: show.rows(drafted.tables[name]) for name in names
    }


def of_all(asked: argparse.Namespace, entries: list[dict[str, Any]]) -> None:
    """The list of all countries."""
    if asked.json or asked.out:
        show.hand_over(asked, entries)
        return
    show.print_table(pl.DataFrame(entries, infer_schema_length=None), "Countries")
