"""Country packs: units, bodies and who leads what, laws and policies of one country, each with its source.

A pack is a folder `countries/ISO3/` of data alone: `pack.toml`, `units.csv`, `bodies.csv`, `policies.csv`, and
`boundaries.geojson` if it has outlines. A country without one is planned for all the same. What nobody knows stays
empty; `country_gaps` lists it.
"""

from __future__ import annotations

import dataclasses
import re
import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from bothshores.catalogue import country_boundaries, csv_cells
from bothshores.catalogue.country_cells import BODY, POLICY, UNIT, day, month_and_day
from bothshores.catalogue.country_kinds import FILES, Body, Fact, Level, Pack, Policy, Source, Unit
from bothshores.catalogue.country_links import broken
from bothshores.catalogue.fields import Fields
from bothshores.catalogue.reading import checked, folder
from bothshores.errors import CatalogueError, RequestError
from bothshores.vocab import Reference

OUTLINES = country_boundaries.FILE
T = TypeVar("T")
CALENDARS = ("gregorian", "bikram_sambat")
LANGUAGE_STATUS = ("official", "administrative", "national", "regional", "spoken")


@cache
def packs() -> tuple[str, ...]:
    """Codes of the countries that have a pack."""
    return tuple(sorted(each.name for each in folder("countries").iterdir() if re.fullmatch("[A-Z]{3}", each.name)))


@cache
def pack(country: str) -> Pack | None:
    """The pack of a country (ISO 3166-1 alpha-3), or None. Raises CatalogueError naming file, row and field."""
    if country not in packs():
        return None
    found = read(folder("countries").joinpath(country), f"catalogue/countries/{country}")
    if found.id != country:
        raise CatalogueError(
            f"id = {found.id!r} is not the folder's name.", where=f"catalogue/countries/{country}/pack.toml",
            remedy="Give both the same name.",
        )  # fmt: skip
    return found


def read(place: Traversable | Path, where: str) -> Pack:
    """The pack in a folder. Raises CatalogueError naming file, row (1 is the first) and field."""
    names = [*FILES, *([OUTLINES] if place.joinpath(OUTLINES).is_file() else [])]
    texts = {name: text_of(place.joinpath(name), f"{where}/{name}") for name in names}
    return of_texts(texts, where)


def text_of(file: Traversable | Path, where: str) -> str:
    """The text of a file of the pack."""
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CatalogueError(f"This is no UTF-8 text: {error}.", where=where, remedy="Save it as UTF-8.") from error
    except OSError as error:
        raise CatalogueError("The file is missing.", where=where, remedy="Add it, with its header alone.") from error


def of_texts(texts: dict[str, str], where: str) -> Pack:
    """The pack that the texts of its files make."""
    units = rows(texts, where, "units.csv", UNIT, "code", unit)
    bodies = rows(texts, where, "bodies.csv", BODY, "id", body)
    policies = rows(texts, where, "policies.csv", POLICY, "id", policy)
    head = f"{where}/pack.toml"
    try:
        fields = Fields(tomllib.loads(texts["pack.toml"]))
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(f"This is no valid TOML: {error}.", where=head, remedy="Mend the line named.") from error
    found = checked(fields, lambda each: build(each, units, bodies, policies), head)
    if OUTLINES in texts:
        known = {each.code: each for each in units}
        drawn = country_boundaries.outlines(texts[OUTLINES], f"{where}/{OUTLINES}", known)
        found = dataclasses.replace(found, outlines=drawn)
    hold_together(found, where)
    return found


def rows(
    texts: dict[str, str], where: str, name: str, cells: dict[str, csv_cells.Wanted], key: str,
    make: Callable[[dict[str, str]], T],
) -> tuple[T, ...]:  # fmt: skip
    """The rows of one file, built."""
    return tuple(make(row) for row in csv_cells.read(texts[name], f"{where}/{name}", cells, key=key))


def unit(row: dict[str, str]) -> Unit:
    """One row of `units.csv`."""
    return Unit(row["code"], row["name"], int(row["level"]), row["parent"], row["iso"], row["source"])


def body(row: dict[str, str]) -> Body:
    """One row of `bodies.csv`."""
    return Body(
        id=row["id"],
        name=row["name"],
        language=row["language"],
        english=row["english"],
        name_seen=row["name_seen"] == "yes",
        acts_as=tuple(each.strip() for each in row["acts_as"].split(";") if each.strip()),
        role=row["role"],
        source=row["source"],
    )


def policy(row: dict[str, str]) -> Policy:
    """One row of `policies.csv`."""
    return Policy(
        id=row["id"],
        kind=row["kind"],
        title=row["title"],
        language=row["language"],
        english=row["english"],
        title_seen=row["title_seen"] == "yes",
        number=row["number"],
        clause=row["clause"],
        date=row["date"],
        in_force=row["in_force"],
        status=row["status"],
        source=row["source"],
    )


def build(fields: Fields, units: tuple[Unit, ...], bodies: tuple[Body, ...], policies: tuple[Policy, ...]) -> Pack:
    """Check the fields of `pack.toml`."""
    year, money = fields.table("fiscal_year"), fields.table("currency")
    sources = fields.table("sources")
    return Pack(
        id=wanted(fields, "id", code_of_country),
        checked=wanted(fields, "checked", day),
        currency=Fact(wanted(money, "code", currency_code), money.text("source")),
        year_starts=Fact(wanted(year, "starts", month_and_day), year.text("source")),
        calendar=year.choice("calendar", CALENDARS),
        languages=tuple(language(each) for each in fields.tables("languages")),
        levels=tuple(level(each) for each in fields.tables("levels")),
        sources={name: source(sources.table(name)) for name in sources.raw},
        unknown=fields.texts("unknown"),
        units=units, bodies=bodies, policies=policies,
        outlines_source=fields.table("boundaries").text("source") if "boundaries" in fields else "",
    )  # fmt: skip


def wanted(fields: Fields, key: str, judge: csv_cells.Wanted) -> str:
    """A text that is what it should be."""
    text = fields.text(key, None if judge is code_of_country else "")
    if key not in fields:
        raise KeyError(fields.full(key))
    if wrong := judge(text):
        raise fields.wrong(key, text, wrong)
    return text


def code_of_country(text: str) -> str:
    """A code of ISO 3166-1."""
    import pycountry

    return "" if pycountry.countries.get(alpha_3=text) else "a country of ISO 3166-1 alpha-3, as NPL"


def currency_code(text: str) -> str:
    """A code of ISO 4217, or none."""
    import pycountry

    return "" if not text or pycountry.currencies.get(alpha_3=text) else "a currency of ISO 4217, or empty"


def language(fields: Fields) -> tuple[str, str, str]:
    """Code (ISO 639), status and source of one language."""
    code = fields.text("code")
    if not re.fullmatch("[a-z]{2,3}", code):
        raise fields.wrong("code", code, "a language of ISO 639, as ne")
    return code, fields.choice("status", LANGUAGE_STATUS), fields.text("source")


def level(fields: Fields) -> Level:
    """One administrative level."""
    return Level(
        number=fields.whole("number", low=1, high=5),
        name=fields.text("name"),
        english=fields.text("english"),
        units=fields.whole("units", low=1),
        source=fields.text("source"),
    )


def source(fields: Fields) -> Source:
    """One source, by its id."""
    text, url, opened = fields.text("text"), fields.text("url", ""), fields.flag("opened")
    return Source(Reference(text, url, opened), fields.text("licence", ""), wanted(fields, "date", day))


def hold_together(found: Pack, where: str) -> None:
    """Raises CatalogueError where one part of a pack names what another does not have."""
    for file, said in broken(found):
        raise CatalogueError(said, where=f"{where}/{file}", remedy="Correct it, or add what it names.")


def of_folder(place: Path) -> Pack:
    """The pack in a folder of the user's. Raises RequestError where there is no folder."""
    if not place.is_dir():
        known = ", ".join(packs())
        raise RequestError(f"{place} is no folder.", remedy=f"Name a folder, or one of {known}.")
    return read(place, str(place))
