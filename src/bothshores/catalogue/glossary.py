"""The field's words and what they mean here."""

from __future__ import annotations

import tomllib

from bothshores.catalogue.fields import Fields
from bothshores.catalogue.reading import folder
from bothshores.errors import CatalogueError

FILE = "glossary.toml"


def glossary() -> dict[str, str]:
    """Meaning by term, in the order of the file. Raises CatalogueError naming file and term."""
    return read(folder(FILE).read_text(encoding="utf-8"))


def read(text: str) -> dict[str, str]:
    """Terms of a text. Raises CatalogueError naming file and term."""
    where = f"catalogue/{FILE}"
    try:
        fields = Fields(tomllib.loads(text))
        return {term: fields.text(term) for term in fields.raw}
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(f"This is no valid TOML: {error}.", where=where, remedy="Mend the line named.") from error
    except ValueError as error:
        raise CatalogueError(f"A term is wrong: {error}.", where=where, remedy="Write its meaning.") from error
