"""Which country a publisher means: its own codes and spellings brought to ISO 3166-1 alpha-3."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

import pycountry

from bothshores.catalogue.reading import folder
from bothshores.vocab import FICTIONAL_CODES, REFERENCE

FICTIONAL_WORLD: ContextVar[bool] = ContextVar("fictional_world", default=False)


@contextmanager
def fictional_world() -> Iterator[None]:
    """Inside, only fictional countries are known; outside, only real ones: no file can speak of both."""
    token = FICTIONAL_WORLD.set(True)
    try:
        yield
    finally:
        FICTIONAL_WORLD.reset(token)


def in_fictional_world() -> bool:
    """True while a file that says it is fictional is read."""
    return FICTIONAL_WORLD.get()


def iso3() -> frozenset[str]:
    """Every ISO 3166-1 alpha-3 code."""
    return frozenset(FICTIONAL_CODES) if in_fictional_world() else real_iso3()


@cache
def real_iso3() -> frozenset[str]:
    """The codes of real countries."""
    return frozenset(country.alpha_3 for country in pycountry.countries)


@cache
def by_iso2() -> dict[str, str]:
    """ISO 3166-1 alpha-3 by alpha-2."""
    return {country.alpha_2: country.alpha_3 for country in pycountry.countries}


@cache
def by_m49() -> dict[int, str]:
    """ISO 3166-1 alpha-3 by the United Nations' numeric code (M49)."""
    return {int(country.numeric): country.alpha_3 for country in pycountry.countries}


@cache
def by_gec() -> dict[str, tuple[str, str]]:
    """The Factbook's two-letter code: ISO 3166-1 alpha-3, empty where there is none, and the place's name."""
    return {row["gec"]: (row["iso3"], row["name"]) for row in rows("gec.csv")}


@cache
def by_name() -> dict[str, str]:
    """ISO 3166-1 alpha-3 by folded name: ISO's own names, then how the World Bank and the UN spell them."""
    names: dict[str, str] = {}
    for country in pycountry.countries:
        for field in ("name", "official_name", "common_name"):
            if name := getattr(country, field, ""):
                names[fold(name)] = country.alpha_3
    return names | {fold(row["name"]): row["iso3"] for row in rows("names.csv")}


def find(name: str) -> str:
    """The code a name stands for, empty where it stands for none: never a guess."""
    if in_fictional_world():
        return next((code for code in FICTIONAL_CODES if name.strip() == fictional_name(code)), "")
    return by_name().get(fold(name), "")


def fictional_name(code: str) -> str:
    """What a fictional country is called in files: no name that a place could have."""
    return "Reference Country (fictional)" if code == REFERENCE else f"Fictional Country {code}"


def fold(name: str) -> str:
    """A name without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return " ".join(re.findall(r"[a-z]+", plain.lower()))


def rows(file: str) -> list[dict[str, str]]:
    """The rows of a table of the catalogue's folder `places`."""
    return list(csv.DictReader(folder("places").joinpath(file).read_text(encoding="utf-8").splitlines()))
