"""Read a folder of TOML entries into dataclasses; a wrong field is named by file and key."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from bothshores.errors import CatalogueError

T = TypeVar("T")


def folder(name: str) -> Traversable:
    """A folder of the catalogue inside the package."""
    return resources.files("bothshores.catalogue").joinpath(name)


def entries(name: str, build: Callable[[dict[str, Any]], T]) -> Iterator[T]:
    """Every `<id>.toml` of a folder, built, in alphabetical order. Raises CatalogueError naming file and key."""
    for file in sorted(folder(name).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            yield entry(file, build)


def entry(file: Traversable, build: Callable[[dict[str, Any]], T]) -> T:
    """One entry; its `id` must be the file's name."""
    where = f"catalogue/{file.name}"
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CatalogueError(f"This is no valid TOML: {error}.", where=where, remedy="Mend the line named.") from error
    if raw.get("id") != file.name.removesuffix(".toml"):
        raise CatalogueError(
            f"The id {raw.get('id')!r} is not the file's name.", where=where, remedy="Give both the same name."
        )
    try:
        return build(raw)
    except KeyError as error:
        raise CatalogueError(f"The field {error} is missing.", where=where, remedy="Add it.") from error
    except (TypeError, ValueError) as error:
        raise CatalogueError(f"A field is wrong: {error}.", where=where, remedy="Mend the field named.") from error
