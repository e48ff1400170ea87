"""Write a plan's report: one document a language as HTML and PDF, and its charts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import polars as pl

from bothshores.report.story import Story
from bothshores.tables.terms import PlanTerms
from bothshores.words import Words


def quiet(_text: str) -> None:
    """Say nothing."""


def write(
    tables: Mapping[str, pl.DataFrame],
    terms: PlanTerms,
    folder: Path,
    languages: Sequence[str],
    *,
    progress: Callable[[str], None] = quiet,
) -> list[Path]:
    """Write `plan.<lang>.html`, `plan.<lang>.pdf` and `charts/<id>.<lang>.{svg,png,json}` into a folder.

    The same tables, terms and languages give the same bytes. A missing or empty table is said in its section. Returns
    the files written, in order.
    """
    titles = {row["id"]: row["title"] for row in tables["measures"].to_dicts()} if "measures" in tables else {}
    return [
        file
        for language in languages
        for file in write_language(Story(tables, terms, Words(language, titles)), folder, progress)
    ]


def write_language(story: Story, folder: Path, progress: Callable[[str], None]) -> list[Path]:
    """The report in one language."""
    # Chart and document engines are loaded only when a report is written: they cost more than most commands take.
    from bothshores.report import document, drawing, html, pdf

    language = story.words.language
    progress(f"Report ({language}): charts")
    found = ((chart.id, drawing.draw(chart, story)) for chart in drawing.charts())
    drawn = {chart: each for chart, each in found if each is not None}
    told = Story(story.tables, story.terms, story.words, {chart: each.figure for chart, each in drawn.items()})
    composed = document.compose(told)
    progress(f"Report ({language}): page and document")
    contents = {
        f"plan.{language}.html": html.render(composed).encode(),
        f"plan.{language}.pdf": pdf.render(composed),
    }
    for chart, each in drawn.items():
        contents |= {
            f"charts/{chart}.{language}.svg": each.figure.svg.encode(),
            f"charts/{chart}.{language}.png": each.png(),
            f"charts/{chart}.{language}.json": each.specification.encode(),
        }
    return [save(folder / name, content) for name, content in contents.items()]


def save(file: Path, content: bytes) -> Path:
    """Write one file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file
