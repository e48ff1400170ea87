"""Read and write a language's catalogue of sentences; what a translator broke is named by file and sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from gettext import GNUTranslations
from importlib.resources.abc import Traversable
from io import BytesIO

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po, write_po

from bothshores.errors import CatalogueError

SHOWN = 10
"""How many broken translations an error names."""
GAP = re.compile(r"\{(\w+)\}")
HEADER = """\
# {title}
msgid ""
msgstr ""
"Project-Id-Version: Bothshores\\n"
"{language}MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"{plurals}"

"""


def read(file: Traversable) -> Catalog:
    """A language's catalogue as its file states it. Raises CatalogueError where it is no valid .po."""
    try:
        return read_po(BytesIO(file.read_bytes()), abort_invalid=True)
    except (PoFileError, UnicodeDecodeError, ValueError) as error:
        what = f"This is no valid .po: {error}."
        raise CatalogueError(what, where=place(file), remedy="Mend the line named.") from error


def compiled(file: Traversable) -> GNUTranslations:
    """A language's sentences, ready to look up. Raises CatalogueError naming file and sentence."""
    catalog = read(file)
    if found := [f"{first(message.id)!r}: {wrong}" for message, wrong in faults(catalog)]:
        more = f" And {len(found) - SHOWN} more." if len(found) > SHOWN else ""
        raise CatalogueError(" ".join(found[:SHOWN]) + more, where=place(file), remedy="Mend these translations.")
    binary = BytesIO()
    write_mo(binary, catalog)
    binary.seek(0)
    try:
        return GNUTranslations(binary)
    except ValueError as error:
        what = f"The rule in Plural-Forms cannot be read: {error}."
        raise CatalogueError(what, where=place(file), remedy="Copy the language's rule from Unicode CLDR.") from error


def faults(catalog: Catalog) -> Iterator[tuple[Message, str]]:
    """Translations whose gaps or number of plural forms differ from what the sentence needs."""
    for message in catalog:
        if not message.id or not any(strings(message.string)):
            continue
        several, given = isinstance(message.id, tuple), strings(message.string)
        if several and (len(given) != catalog.num_plurals or not all(given)):
            filled = sum(map(bool, given))
            yield message, f"It has {filled} plural forms, and the language needs {catalog.num_plurals}."
        wanted = gaps(*strings(message.id))
        # "one person" may drop its number in words, so a plural form may have fewer gaps; the last must have all.
        if any(gaps(form) - wanted if several else gaps(form) != wanted for form in given) or gaps(given[-1]) != wanted:
            yield message, f"Its gaps must be {listed(wanted)}, as in English; found {listed(gaps(*given))}."


def gaps(*texts: str) -> frozenset[str]:
    """Names in braces, of all texts together."""
    return frozenset(name for text in texts for name in GAP.findall(text))


def strings(value: str | Sequence[str]) -> tuple[str, ...]:
    """A text, or its plural forms, as a tuple."""
    return (value,) if isinstance(value, str) else tuple(value)


def first(value: str | Sequence[str]) -> str:
    """The text that names a sentence: itself, or its singular."""
    return strings(value)[0]


def written(catalog: Catalog, title: str) -> bytes:
    """The catalogue as a .po without dates or line numbers, so that the same sentences are the same bytes."""
    body = BytesIO()
    write_po(body, catalog, width=0, omit_header=True, include_lineno=False)
    language, plurals = "", ""
    if catalog.locale_identifier:
        language = f'Language: {catalog.locale_identifier}\\n"\n"'
        plurals = f"Plural-Forms: {catalog.plural_forms}\\n"
    return HEADER.format(title=title, language=language, plurals=plurals).encode() + body.getvalue()


def listed(names: frozenset[str]) -> str:
    """Gaps as a translator writes them."""
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "none"


def place(file: Traversable) -> str:
    """How messages name a catalogue: `locale/ar/LC_MESSAGES/bothshores.po`."""
    return "/".join(["locale", *str(file).replace("\\", "/").split("/")[-3:]])
