"""A mapping file: what a table of one's own holds, in TOML beside it, under a name that ends in `.map.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping as Pairs
from dataclasses import dataclass
from pathlib import Path

from bothshores.catalogue import indicators
from bothshores.catalogue.fields import Fields
from bothshores.evidence import places

ENDING = ".map.toml"
FORMATS = ("tidy", "sdmx_csv")
CODES = ("iso3", "iso2", "m49", "name", "any")
STATUSES = ("observed", "estimated", "projected")
COLUMNS = ("country", "indicator", "year", "value", "breakdown", "status", "multiplier")
SDMX_COLUMNS = {
    "country": "REF_AREA", "year": "TIME_PERIOD", "value": "OBS_VALUE", "status": "OBS_STATUS",
    "multiplier": "UNIT_MULT",
}  # fmt: skip
SDMX_STATUS = {
    "A": "observed", "": "observed", "B": "observed", "D": "observed", "G": "observed", "N": "observed",
    "S": "observed", "U": "observed", "V": "observed", "E": "estimated", "I": "estimated", "P": "estimated",
    "F": "projected",
}  # fmt: skip
"""Cross-domain code list CL_OBS_STATUS, by what it means here: provisional values are taken as estimated. Codes that
mark a value as missing are not listed."""
BREAKDOWN = re.compile(r"^([a-z_]+=[^=;\s][^=;]*(;[a-z_]+=[^=;\s][^=;]*)*)?$")


class MappingError(ValueError):
    """A mapping file is wrong; the text names the key."""


@dataclass(frozen=True, slots=True)
class Series:
    """Which rows belong to an indicator: those whose columns hold what `where` says; value times `factor`."""

    indicator: str
    where: Pairs[str, str]
    factor: float
    breakdown: str


@dataclass(frozen=True, slots=True)
class Mapping:
    """What a mapping file says; texts are empty where it leaves the choice to us."""

    name: str
    file: str
    format: str
    publisher: str
    title: str
    licence: str
    citation: str
    url: str
    vintage: str
    country: str
    codes: str
    separator: str
    encoding: str
    decimal: str
    thousands: str
    missing: tuple[str, ...]
    sheet: str
    header: int
    columns: Pairs[str, str]
    series: tuple[Series, ...]
    breakdowns: Pairs[str, str]
    statuses: Pairs[str, str]
    text: str

    @property
    def terms(self) -> dict[str, str]:
        """What it says of the publication, as the table `sources` names it."""
        return {name: getattr(self, name) for name in ("publisher", "title", "licence", "citation", "url")}


def read(path: Path) -> Mapping:
    """A mapping file. Raises MappingError that names the key, OSError where it cannot be opened."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        fields = Fields(tomllib.loads(text))
        mapping = build(fields, path.name, text)
    except KeyError as error:
        raise MappingError(f"{error} is missing") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise MappingError(f"this is no valid TOML: {error}") from error
    except ValueError as error:
        raise MappingError(str(error)) from error
    if unknown := ", ".join(fields.unknown()):
        raise MappingError(f"nobody knows {unknown}")
    return mapping


def target_of(path: Path) -> str:
    """The file that a mapping file names though other fields may be wrong; else one beside it of the same name."""
    try:
        named = tomllib.loads(path.read_text(encoding="utf-8-sig")).get("file", "")
    except (OSError, ValueError):
        named = ""
    if isinstance(named, str) and named and Path(named).name == named:
        return named
    stem = path.name.removesuffix(ENDING)
    return next((each.name for each in sorted(path.parent.iterdir()) if each.stem == stem), stem)


def build(fields: Fields, name: str, text: str) -> Mapping:
    """Check every field."""
    kind = fields.choice("format", FORMATS)
    layout = fields.table("layout") if "layout" in fields else Fields({}, "layout")
    columns = columns_of(fields, kind)
    return Mapping(
        name=name,
        file=plain_name(fields),
        format=kind,
        publisher=fields.text("publisher"),
        title=fields.text("title"),
        licence=fields.text("licence"),
        citation=fields.text("citation"),
        url=fields.text("url", ""),
        vintage=edition(fields),
        country=country(fields, columns),
        codes=fields.choice("codes", CODES) if "codes" in fields or kind == "tidy" else "any",
        separator=mark(layout, "separator"),
        encoding=encoding(layout),
        decimal=mark(layout, "decimal"),
        thousands=mark(layout, "thousands"),
        missing=layout.texts("missing") if "missing" in layout else (),
        sheet=layout.text("sheet", ""),
        header=layout.whole("header", low=1) if "header" in layout else 1,
        columns=columns,
        series=every_series(fields, columns),
        breakdowns=breakdowns(fields, columns),
        statuses=statuses(fields) or (SDMX_STATUS if kind == "sdmx_csv" else {}),
        text=text,
    )


def columns_of(fields: Fields, kind: str) -> dict[str, str]:
    """Which column holds what; SDMX-CSV has its own names unless others are given."""
    given = fields.table("columns") if "columns" in fields or kind == "tidy" else Fields({}, "columns")
    named = {role: given.text(role) for role in COLUMNS if role in given}
    if kind == "sdmx_csv":
        return SDMX_COLUMNS | named
    for role in ("year", "value"):
        given.text(role)
    return named


def every_series(fields: Fields, columns: Pairs[str, str]) -> tuple[Series, ...]:
    """The table's indicators, at least one."""
    found = tuple(series(each, columns) for each in fields.tables("indicators"))
    if not found:
        raise fields.wrong("indicators", [], "a list of at least one table")
    return found


def series(fields: Fields, columns: Pairs[str, str]) -> Series:
    """One indicator of the table."""
    name = fields.text("indicator")
    if name not in indicators():
        raise fields.wrong("indicator", name, "the id of an indicator of the catalogue")
    where = fields.table("where") if "where" in fields else Fields({})
    conditions = {column: where.text(column) for column in where.raw}
    if "indicator" in columns:
        conditions[columns["indicator"]] = fields.text("name", name)
    return Series(name, conditions, fields.number("factor", 1.0, low=-1e12, high=1e12), breakdown(fields, "breakdown"))


def plain_name(fields: Fields) -> str:
    """The file's name: it lies beside the mapping file."""
    name = fields.text("file")
    if Path(name).name != name:
        raise fields.wrong("file", name, "the name of a file beside this one")
    return name


def edition(fields: Fields) -> str:
    """The edition, which begins with its year, since editions are compared as text."""
    text = fields.text("vintage")
    if not re.match(r"^\d{4}\b", text):
        raise fields.wrong("vintage", text, "an edition that begins with its year, as 2024 or 2024-06")
    return text


def country(fields: Fields, columns: Pairs[str, str]) -> str:
    """The one country of a table without a column of countries; empty where there is such a column."""
    if "country" in fields:
        code = fields.text("country")
        if code not in places.iso3():
            raise fields.wrong("country", code, "an ISO 3166-1 alpha-3 code")
        return code
    if "country" not in columns:
        raise KeyError("columns.country")
    return ""


def breakdowns(fields: Fields, columns: Pairs[str, str]) -> dict[str, str]:
    """What the cells of the column of breakdowns mean."""
    if "breakdown" not in columns:
        return {}
    given = fields.table("breakdowns")
    return {cell: breakdown(given, cell) for cell in given.raw}


def breakdown(fields: Fields, key: str) -> str:
    """`sex=female`, or empty for everybody."""
    text = fields.text(key, "")
    if not BREAKDOWN.match(text):
        raise fields.wrong(key, text, "a breakdown such as sex=female, or empty for everybody")
    return text


def statuses(fields: Fields) -> dict[str, str]:
    """What the cells of the column of status mean."""
    if "statuses" not in fields:
        return {}
    given = fields.table("statuses")
    return {cell: given.choice(cell, STATUSES) for cell in given.raw}


def mark(fields: Fields, key: str) -> str:
    """One letter, or empty where it is not given."""
    text = fields.raw.get(key, "")
    fields.asked.add(key)
    if not isinstance(text, str) or len(text) > 1:
        raise fields.wrong(key, text, "one character")
    return text


def encoding(fields: Fields) -> str:
    """A known encoding, or empty where it is not given."""
    text = fields.text("encoding", "")
    try:
        b"ab".decode(text or "utf-8", errors="replace")
    except (LookupError, UnicodeError):
        raise fields.wrong("encoding", text, "an encoding such as utf-8, cp1252 or utf-16") from None
    return text
