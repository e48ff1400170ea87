"""Read a folder of TOML entries into dataclasses; a wrong field is named by file and key."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TypeVar

from bothshores.catalogue.fields import Fields
from bothshores.errors import CatalogueError

T = TypeVar("T")


def folder(name: str) -> Traversable:
    """A folder of the catalogue inside the package."""
    return resources.files("bothshores.catalogue").joinpath(name)


def entries(name: str, build: Callable[[Fields], T]) -> Iterator[T]:
    """Every `<id>.toml` of a folder, built, in alphabetical order. Raises CatalogueError naming file and key."""
    for file in sorted(folder(name).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            yield entry(file, build)


def entry(file: Traversable, build: Callable[[Fields], T]) -> T:
    """One entry; its `id` must be the file's name, and it may state nothing that is not asked for."""
    where = f"catalogue/{file.name}"
    return checked(opened(file, where), build, where)


def checked(fields: Fields, build: Callable[[Fields], T], where: str) -> T:
    """What a file states, built. Raises CatalogueError naming file and key where a field is missing, wrong, unknown."""
    try:
        built = build(fields)
    except KeyError as error:
        raise CatalogueError(f"The field {error} is missing.", where=where, remedy="Add it.") from error
    except ValueError as error:
        raise CatalogueError(f"A field is wrong: {error}.", where=where, remedy="Mend the field named.") from error
    if unknown := ", ".join(fields.unknown()):
        raise CatalogueError(f"Nobody knows the field {unknown}.", where=where, remedy="Correct its name or remove it.")
    return built


def opened(file: Traversable, where: str) -> Fields:
    """The fields of a file whose name and `id` agree."""
    try:
        fields = Fields(tomllib.loads(file.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CatalogueError(f"This is no valid TOML: {error}.", where=where, remedy="Mend the line named.") from error
    if fields.raw.get("id") != file.name.removesuffix(".toml"):
        raise CatalogueError(
            f"The id {fields.raw.get('id')!r} is not the file's name.", where=where, remedy="Give both the same name."
        )
    return fields
