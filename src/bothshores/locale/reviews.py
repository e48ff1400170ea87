"""Who, native in a language, has read which area of its translation, and when."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from bothshores.errors import CatalogueError
from bothshores.locale.translator import SOURCE

AREAS = ("catalogue", "report", "messages", "rights")
"""Indicators and templates; the pages of the report; what the rooms say of a country, its data and its plan; and,
signed by themselves, all texts on complaints, consent and rights."""


@dataclass(frozen=True, slots=True)
class Review:
    """One native speaker's signature under one area."""

    area: str
    by: str
    on: date


def reviewed(language: str, area: str) -> Review | None:
    """The newest review of an area of a translation, or None. Raises CatalogueError if review.toml is broken."""
    signed = [each for each in reviews(language) if each.area == area]
    return max(signed, key=lambda each: each.on, default=None)


def awaits_review(language: str, area: str) -> bool:
    """Whether a page must say that no native speaker has read its translation; English is none."""
    return language != SOURCE and reviewed(language, area) is None


@cache
def reviews(language: str) -> tuple[Review, ...]:
    """Every review of a language."""
    return read(resources.files("bothshores.locale").joinpath(language, "review.toml"))


def read(file: Traversable) -> tuple[Review, ...]:
    """The reviews a file states, none if it is not there. Raises CatalogueError naming file and key."""
    if not file.is_file():
        return ()
    where = "/".join(["locale", *str(file).replace("\\", "/").split("/")[-2:]])
    try:
        return tuple(build(raw) for raw in tomllib.loads(file.read_text(encoding="utf-8")).get("review", ()))
    except KeyError as error:
        raise CatalogueError(f"The field {error} is missing.", where=where, remedy="Add it.") from error
    except (tomllib.TOMLDecodeError, TypeError, ValueError) as error:
        raise CatalogueError(f"A review is wrong: {error}.", where=where, remedy="Mend it.") from error


def build(raw: dict[str, Any]) -> Review:
    """One `[[review]]` table."""
    if raw["area"] not in AREAS:
        raise ValueError(f"area = {raw['area']!r} is none of {', '.join(AREAS)}")
    if type(raw["on"]) is not date:
        raise ValueError(f"on = {raw['on']!r} is no date such as 2027-03-31")
    if not isinstance(raw["by"], str) or not raw["by"].strip():
        raise ValueError("by is empty: name who read it")
    return Review(raw["area"], raw["by"], raw["on"])
