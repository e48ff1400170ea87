"""What is missing from a country pack, or not verified."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from bothshores.catalogue.country_boundaries import FILE as OUTLINES
from bothshores.catalogue.country_boundaries import unlined
from bothshores.catalogue.country_kinds import FILES, Pack
from bothshores.catalogue.templates import templates


def gaps(pack: Pack) -> list[dict[str, Any]]:
    """What is missing from a pack or not verified: file, field, number of rows, and what to do."""
    found = [*head_gaps(pack), *level_gaps(pack), *lead_gaps(pack), *row_gaps(pack)]
    return [dict(zip(("file", "field", "rows", "text"), each, strict=True)) for each in found]


Gap = tuple[str, str, int, str]


def head_gaps(pack: Pack) -> Iterator[Gap]:
    """Facts that are empty or that nobody read at their source."""
    for field, fact in (("currency.code", pack.currency), ("fiscal_year.starts", pack.year_starts)):
        if not fact.value:
            yield FILES[0], field, 0, "Not known. Find it with its source."
        elif not pack.seen(fact.source):
            yield FILES[0], field, 1, f"{fact.value} is not verified. Open its source."
    unread = [code for code, _status, source in pack.languages if not pack.seen(source)]
    if unread:
        yield FILES[0], "languages", len(unread), f"Not verified: {', '.join(unread)}."
    if not pack.languages:
        yield FILES[0], "languages", 0, "None is named."
    if not pack.checked:
        yield FILES[0], "checked", 0, "Nobody says when its sources were last looked at."
    for text in pack.unknown:
        yield FILES[0], "unknown", 0, f"Looked for and not found: {text}."
    yield from outline_gaps(pack)


def outline_gaps(pack: Pack) -> Iterator[Gap]:
    """No outlines, units without one, or outlines of unknown terms."""
    if not pack.outlines:
        yield FILES[0], "boundaries", 0, "None, so no map is drawn."
        return
    missing = list(unlined({unit.code: unit for unit in pack.units}, pack.outlines))
    yield from told(OUTLINES, "code", missing, "No outline")
    if not pack.sources[pack.outlines_source].licence:
        yield FILES[0], f"sources.{pack.outlines_source}.licence", 0, "Outlines are taken from it; state its licence."


def level_gaps(pack: Pack) -> Iterator[Gap]:
    """Levels whose units are not all listed."""
    listed = Counter(unit.level for unit in pack.units)
    if not pack.levels:
        yield FILES[0], "levels", 0, "None is named."
    for level in pack.levels:
        if listed[level.number] != level.units:
            text = f"Level {level.number} ({level.english}) has {level.units} units; {listed[level.number]} are listed."
            yield "units.csv", "level", listed[level.number], text
        if not pack.seen(level.source):
            yield FILES[0], "levels", level.units, f"The number of units of level {level.number} is not verified."
    for name in sorted({unit.source for unit in pack.units}):
        if not pack.sources[name].licence:
            yield FILES[0], f"sources.{name}.licence", 0, "Units are taken from it; state its licence."


def lead_gaps(pack: Pack) -> Iterator[Gap]:
    """Bodies that templates want a leader for, and nobody is named."""
    for generic in sorted({template.lead for template in templates().values()}):
        if not pack.leading(generic):
            yield "bodies.csv", "acts_as", 0, f"Nobody is named for: {generic}."


def row_gaps(pack: Pack) -> Iterator[Gap]:
    """Rows that nobody read at their source, names not seen as published, and dates that are not known."""
    for file, rows, key in (("units.csv", pack.units, "code"), ("bodies.csv", pack.bodies, "id"),
                            ("policies.csv", pack.policies, "id")):  # fmt: skip
        yield from told(
            file, "source", [getattr(row, key) for row in rows if not pack.seen(row.source)], "Not verified"
        )
        if not rows:
            yield file, key, 0, "It has no rows."
    unseen = [body.id for body in pack.bodies if not body.name_seen]
    yield from told("bodies.csv", "name", unseen, "Name not seen as published")
    unseen = [policy.id for policy in pack.policies if not policy.title_seen]
    yield from told("policies.csv", "title", unseen, "Title not seen as published")
    for field in ("date", "in_force"):
        undated = [policy.id for policy in pack.policies if not getattr(policy, field)]
        yield from told("policies.csv", field, undated, "Not known")
    unsure = [policy.id for policy in pack.policies if policy.status == "unknown"]
    yield from told("policies.csv", "status", unsure, "Not known")


def told(file: str, field: str, ids: list[str], what: str) -> Iterator[Gap]:
    """One line for all rows of a kind; nothing where there are none."""
    if ids:
        yield file, field, len(ids), f"{what}: {', '.join(ids)}."
