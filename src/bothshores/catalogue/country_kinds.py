"""What a country pack holds: units, bodies, laws and policies, each with its source."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from bothshores.vocab import Reference

FILES = ("pack.toml", "units.csv", "bodies.csv", "policies.csv")
"""The files of a pack."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a pack read something; `date` is the edition's or the page's (ISO 8601, may be a year), or empty."""

    reference: Reference
    licence: str
    date: str


@dataclass(frozen=True, slots=True)
class Level:
    """One administrative level: its published number of units."""

    number: int
    name: str
    english: str
    units: int
    source: str


@dataclass(frozen=True, slots=True)
class Unit:
    """One administrative unit; `parent` is empty at level 1, `iso` its ISO 3166-2 code where it has one."""

    code: str
    name: str
    level: int
    parent: str
    iso: str
    source: str


@dataclass(frozen=True, slots=True)
class Outline:
    """The lines of one unit, for maps: polygons of rings of longitude and latitude in degrees, the first the outer."""

    code: str
    polygons: tuple[tuple[tuple[tuple[float, float], ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Body:
    """A ministry, agency or fund by its own name (`name_seen`: as published).

    `acts_as` are the generic bodies of templates, as "Central bank", that it is in this country.
    """

    id: str
    name: str
    language: str
    english: str
    name_seen: bool
    acts_as: tuple[str, ...]
    role: str
    source: str

    @property
    def called(self) -> str:
        """Its own name, with the English gloss where that differs."""
        return self.name if self.english == self.name else f"{self.name} ({self.english})"

    def called_in(self, language: str) -> str:
        """As a text in this language names it: by its own name where it is in that language, without a gloss.

        Readers of other languages are told the gloss alone where the name is in letters they may not read.
        """
        if language == self.language:
            return self.name
        latin = any("LATIN" in unicodedata.name(sign, "") for sign in self.name)
        return self.called if latin else self.english


@dataclass(frozen=True, slots=True)
class Policy:
    """A law, policy or agreement, or a clause of one; dates are ISO 8601, may be a year alone, and empty if unknown."""

    id: str
    kind: str
    title: str
    language: str
    english: str
    title_seen: bool
    number: str
    clause: str
    date: str
    in_force: str
    status: str
    source: str

    @property
    def called(self) -> str:
        """Its own title and clause, with the English gloss where that differs."""
        title = f"{self.title}, {self.clause}" if self.clause else self.title
        return title if self.english == self.title else f"{title} ({self.english})"


@dataclass(frozen=True, slots=True)
class Fact:
    """A value and the id of its source; an empty value is not known."""

    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Pack:
    """One country. `checked` is the day its sources were last looked at, `unknown` what was looked for in vain."""

    id: str
    checked: str
    currency: Fact
    year_starts: Fact
    calendar: str
    languages: tuple[tuple[str, str, str], ...]
    levels: tuple[Level, ...]
    sources: dict[str, Source]
    unknown: tuple[str, ...]
    units: tuple[Unit, ...]
    bodies: tuple[Body, ...]
    policies: tuple[Policy, ...]
    outlines: tuple[Outline, ...] = ()
    outlines_source: str = ""
    """Which of the sources its outlines are from; empty where it has none."""

    def leading(self, generic: str) -> tuple[Body, ...]:
        """The bodies that do what a generic one, as "Central bank", is to do; none where nobody is named."""
        return tuple(body for body in self.bodies if generic in body.acts_as)

    def seen(self, source: str) -> bool:
        """True if somebody read it at its source."""
        return self.sources[source].reference.opened
