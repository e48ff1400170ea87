"""One language: how it says a sentence with its gaps, a list, and a foreign name inside them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from babel.lists import format_list

from bothshores.locale import SOURCE, Translator, translator
from bothshores.vocab import gettext_noop as _
from bothshores.words import euphony, numerals

GAP = re.compile(r"\{(\w+)\}")
RIGHT_TO_LEFT = {"R", "AL"}
ISOLATE, OWN_WAY, POP = "\u2068", "\u2067", "\u2069"
"""First-strong and right-to-left isolate and their end: what is between cannot disorder the rest (Unicode UAX #9)."""

COMMA = re.compile(r"[,،] ")
"""Inside a part of a list; a decimal comma has no space behind it."""

NO_SPACE_IN_LISTS = {"ne"}
"""Where CLDR leaves the space out behind a list's first comma."""


@dataclass(frozen=True)
class Sentences:
    """The sentences of a language, by its code."""

    language: str

    @cached_property
    def translator(self) -> Translator:
        """The language's own words for a marked text. Raises RequestError where there is no such language."""
        return translator(self.language)

    @property
    def right_to_left(self) -> bool:
        """True if the language is written from right to left."""
        return bool(numerals.locale_of(self.language).text_direction == "rtl")

    def isolate(self, text: str) -> str:
        """Keep a foreign name or a number whole inside a text that runs the other way."""
        strong = [side for sign in text if (side := unicodedata.bidirectional(sign)) in RIGHT_TO_LEFT | {"L"}]
        if not text or not (self.right_to_left or RIGHT_TO_LEFT & set(strong)):
            return text
        # What stands in isolates has no say in the direction around it, so a sentence of such parts is told its own.
        own = self.right_to_left and strong and strong[0] in RIGHT_TO_LEFT
        return f"{OWN_WAY if own else ISOLATE}{text}{POP}"

    def text(self, marked: str) -> str:
        """A marked text, or a text of the catalogue or of a person, in this language where it is known."""
        if not marked.strip():
            return ""
        said = self.translator.gettext(marked)
        return said if self.knows(marked) else self.isolate(said)

    def knows(self, marked: str) -> bool:
        """False for words that the language has no translation of, and that are said as they stand."""
        wordless = not any(sign.isalpha() for sign in GAP.sub("", marked))
        return wordless or self.language == SOURCE or self.translator.gettext(marked) != marked

    def phrase(self, marked: str, **gaps: str) -> str:
        """A marked text whose gaps are filled with what is already written in this language."""
        said = self.fill(self.translator.gettext(marked), gaps)
        return said if self.knows(marked) else self.isolate(said)

    def count(self, forms: tuple[str, str], n: int) -> str:
        """A sentence about `n` things (see `vocab.ngettext_noop`), in the form the language has for that number."""
        return self.fill(self.translator.ngettext(*forms, n), {"n": numerals.whole(n, self.language)})

    def fill(self, said: str, gaps: Mapping[str, str]) -> str:
        """A translated text with its gaps filled; a gap nobody fills stays visible."""
        return euphony.smoothed(GAP.sub(lambda gap: self.isolate(gaps.get(gap[1], gap[0])), said), self.language)

    def joined(self, parts: Iterable[str]) -> str:
        """Parts with the language's own comma between, as codes and remarks in brackets stand."""
        return self.between(_("{one}, {other}"), [self.isolate(part) for part in parts])

    def series(self, parts: Iterable[str]) -> str:
        """Long parts one after the other, set apart by the language's semicolon."""
        return self.between(_("{one}; {other}"), parts)

    def between(self, marked: str, parts: Iterable[str]) -> str:
        """Parts with what a marked text has between its two gaps."""
        _start, _one, middle = self.translator.gettext(marked).partition("{one}")
        return middle.removesuffix("{other}").join(parts)

    @cached_property
    def links(self) -> tuple[str, ...]:
        """The word between two things, as ` and `; none where it clings to the next word, as in Arabic."""
        link = format_list(["1", "2"], locale=numerals.locale_of(self.language))[1:-1]
        return (link,) if link.endswith(" ") else ()

    def listed(self, parts: Iterable[str]) -> str:
        """A list in a sentence, as `a, b and c`; with semicolons where a part has a comma or an `and` of its own."""
        said = [self.isolate(part) for part in parts]
        if len(said) > 1 and any(COMMA.search(part) or any(link in part for link in self.links) for part in said):
            return self.series(said)
        if self.language in NO_SPACE_IN_LISTS and len(said) > 2:
            said = [", ".join(said[:-1]), said[-1]]
        listed = format_list(said, locale=numerals.locale_of(self.language))
        return euphony.smoothed(str(listed), self.language)
