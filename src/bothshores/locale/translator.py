"""Say a sentence in a language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from gettext import NullTranslations
from importlib import resources
from importlib.resources.abc import Traversable

from bothshores.errors import RequestError
from bothshores.locale import po

SOURCE = "en"


@dataclass(frozen=True, slots=True)
class Translator:
    """One language; what it has no translation for is said in English."""

    language: str
    translations: NullTranslations

    def gettext(self, text: str) -> str:
        """The sentence in this language, its gaps still open."""
        return self.translations.gettext(text) if text else ""

    def ngettext(self, one: str, many: str, n: int) -> str:
        """The sentence for `n` things in this language, its gaps still open."""
        return self.translations.ngettext(one, many, n)

    __call__ = gettext


def catalogue_of(language: str) -> Traversable:
    """The file of a language's sentences, there or not."""
    return resources.files("bothshores.locale").joinpath(language, "LC_MESSAGES", "bothshores.po")


def languages() -> list[str]:
    """Language codes: English first, then every folder with a catalogue, by code."""
    folders = (each.name for each in resources.files("bothshores.locale").iterdir() if each.is_dir())
    return [SOURCE, *sorted(name for name in folders if catalogue_of(name).is_file())]


@cache
def translator(language: str) -> Translator:
    """The translator of a language. Raises RequestError if there is none, CatalogueError if its file is broken."""
    if language not in (known := languages()):
        raise RequestError(f"There is no language {language!r}.", remedy=f"Choose among {', '.join(known)}.")
    if language == SOURCE:
        return Translator(language, NullTranslations())
    return Translator(language, po.compiled(catalogue_of(language)))
