"""The field's terms in a language, as ministries and the UN write them there, and whether a translation keeps to them.

`<lang>/glossary.toml` is a language's: one table for each English term. A language without the file is one more
language all the same; its terms are then checked by nobody.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from babel.messages.catalog import Catalog

from bothshores.errors import CatalogueError
from bothshores.locale import po
from bothshores.locale.translator import SOURCE


@dataclass(frozen=True, slots=True)
class Term:
    """What an English term is called; `also` are its other accepted forms, `source` where it was read, or empty."""

    english: str
    say: str
    also: tuple[str, ...] = ()
    source: str = ""

    def stands_in(self, text: str) -> bool:
        """Whether a text says the term in one of its forms."""
        folded = text.casefold()
        return any(form.casefold() in folded for form in (self.say, *self.also))


@cache
def terms(language: str) -> dict[str, Term]:
    """The terms of a language by their English word; none for English. Raises CatalogueError naming file and term."""
    if language == SOURCE:
        return {}
    return read(resources.files("bothshores.locale").joinpath(language, "glossary.toml"))


def read(file: Traversable) -> dict[str, Term]:
    """The terms of a file, none if it is not there. Raises CatalogueError naming file and term."""
    if not file.is_file():
        return {}
    where = "/".join(["locale", *str(file).replace("\\", "/").split("/")[-2:]])
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CatalogueError(f"This is no valid TOML: {error}.", where=where, remedy="Mend the line named.") from error
    return {english: build(english, stated, where) for english, stated in raw.items()}


def build(english: str, stated: object, where: str) -> Term:
    """One table. Raises CatalogueError."""
    fields = stated if isinstance(stated, dict) else {}
    say, also, source = fields.get("say"), fields.get("also", []), fields.get("source", "")
    told = isinstance(also, list) and all(isinstance(each, str) and each.strip() for each in also)
    wrong = {
        "say": not isinstance(say, str) or not say.strip(),
        "also": not told,
        "source": not isinstance(source, str),
        **dict.fromkeys(sorted(fields.keys() - {"say", "also", "source"}), True),
    }
    if found := [key for key, bad in wrong.items() if bad]:
        what = f"The term {english!r} has {', '.join(found)} missing, wrong or unknown."
        remedy = 'Write say = "…", and if needed also = ["…"] and source = "…".'
        raise CatalogueError(what, where=f"{where}: {english}", remedy=remedy)
    return Term(english, str(say), tuple(also), source)


CODES = re.compile(
    r"\{\w+\}|\[\[\w+\]\]|`[^`]*`|[\w.]+\.(?:csv|toml|xlsx)|\bto (?:evidence|assumption)\b|Indicator Code"
)
"""Gaps, names of files and values that stay as they are in every language: no term of a sentence."""


def strayed(catalog: Catalog, known: Mapping[str, Term]) -> Iterator[tuple[str, str]]:
    """English term and sentence where a translation uses another word than the glossary's."""
    patterns = {english: said_as(english) for english in known}
    for message in catalog:
        english, said = po.first(message.id), po.strings(message.string)
        if not english or not any(said):
            continue
        words = CODES.sub("", english)
        for term, pattern in patterns.items():
            if pattern.search(words) and not any(known[term].stands_in(form) for form in said):
                yield term, english


def said_as(english: str) -> re.Pattern[str]:
    """The term as a whole word, in singular or plural."""
    return re.compile(rf"(?<![\w-]){re.escape(english)}{'' if english.endswith('s') else '(?:s|es)?'}(?![\w-])", re.I)
