"""Write a plan's report: the plan, its brief, its poster and its charts, each in every language asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import polars as pl

from bothshores.catalogue.country_kinds import Unit
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
    """Write the plan, its brief for a minister, its poster and its charts into a folder.

    `plan.<lang>.{html,pdf}`, `brief.<lang>.{html,pdf}`, `poster.<lang>.pdf`, `charts/<id>.<lang>.{svg,png,json}`.

    The same tables, terms and languages give the same bytes. A missing or empty table is said in its section. Returns
    the files written, in order.
    """
    return [
        file for language in languages for file in write_language(told_in(language, tables, terms), folder, progress)
    ]


def told_in(language: str, tables: Mapping[str, pl.DataFrame], terms: PlanTerms) -> Story:
    """The plan's story in a language, with its measures called as the plan words them."""
    titles = {row["id"]: row["title"] for row in tables["measures"].to_dicts()} if "measures" in tables else {}
    return Story(tables, terms, Words(language, titles))


def write_poster(
    tables: Mapping[str, pl.DataFrame], terms: PlanTerms, folder: Path, languages: Sequence[str], place: Unit | None
) -> list[Path]:
    """Write `poster.<place>.<lang>.pdf` for a unit of the country's pack, `poster.<lang>.pdf` without one."""
    from bothshores.report import pdf, poster

    name = f"poster.{place.code}" if place else "poster"
    return [
        save(folder / f"{name}.{language}.pdf", pdf.render_sheet(poster.poster(told, place), "poster"))
        for language in languages
        for told in [told_in(language, tables, terms)]
    ]


def write_language(story: Story, folder: Path, progress: Callable[[str], None]) -> list[Path]:
    """The report in one language."""
    # Chart and document engines are loaded only when a report is written: they cost more than most commands take.
    from bothshores.report import brief, document, drawing, html, pdf, poster

    language = story.words.language
    progress(f"Report ({language}): charts")
    found = ((chart.id, drawing.draw(chart, story)) for chart in drawing.charts())
    drawn = {chart: each for chart, each in found if each is not None}
    told = Story(story.tables, story.terms, story.words, {chart: each.figure for chart, each in drawn.items()})
    composed, short = document.compose(told), brief.brief(told)
    progress(f"Report ({language}): page and document")
    contents = {
        f"plan.{language}.html": html.render(composed).encode(),
        f"plan.{language}.pdf": pdf.render(composed),
        f"brief.{language}.html": html.render_sheet(short, "brief").encode(),
        f"brief.{language}.pdf": pdf.render_sheet(short, "brief"),
        f"poster.{language}.pdf": pdf.render_sheet(poster.poster(told), "poster"),
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
