"""Read a figure out of the Factbook's free text: number, unit, year, status, or the reason why there is none.

The texts are sentences written for people: `-$3.088 billion (2022 est.)`, `total: 91% of population`, `NA`,
`less than 1%`, `10%-15% (2019)`. What is not a single figure is never made into one.
"""

from __future__ import annotations

import datetime as dt
import html
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

SCALES: Final = {"": 1.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
TAG = re.compile(r"<[^>]*>")
MINUS = re.compile("[\u2212\u2013\u2012\ufe63\uff0d]")
YEAR = re.compile(r"\((?:[A-Za-z0-9.]+ )*?(?P<year>(?:19|20)\d{2})(?:/\d{2,4})?(?P<mark>[^)]*)\)")
YEARS = re.compile(r"(?:19|20)\d{2} ?- ?(?:(?:19|20)?\d{2})\b")
PARENTHESIS = re.compile(r"\([^)]*\)")
NUMBER = re.compile(
    r"(?<![\w.,/])(?P<minus>-)?\s?(?P<money>US\$|\$)?\s?(?P<minus2>-)?"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.\d+|\d+)(?!\d)\s?(?P<percent>%)?"
    r"(?:\s?(?P<scale>thousand|million|billion|trillion)\b)?"
)
BOUND = re.compile(r"\b(?:less|fewer|more|greater) than\b|\b(?:under|over|at least|up to)\b|[<>≤≥]", re.IGNORECASE)
RANGE = re.compile(r"\d\s?(?:%|(?:thousand|[mb]illion|trillion))?\s?(?:-|to)\s?\$?\d|\bbetween\b", re.IGNORECASE)
ABSENT = re.compile(r"\bNA\b|\bn/a\b|not available|^none\b", re.IGNORECASE)
ABOUT = re.compile(r"\b(?:approximately|about|around|roughly|some)\b", re.IGNORECASE)
DAY_FIRST_YEARS = re.compile(r"\b(?:\d{1,2}/)?\d{1,2}/(?P<slash>\d{4})\b|\b\d{1,2} [A-Z][a-z]+ (?P<words>\d{4})\b")
SERIAL_DAY = re.compile(r"^\d{5}$")


class Reason(StrEnum):
    """Why a text holds no figure that can be taken."""

    NO_NUMBER = "no_number"
    NOT_AVAILABLE = "not_available"
    BOUND = "bound"
    RANGE = "range"
    SEVERAL = "several_figures"
    NO_YEAR = "no_year"
    WRONG_UNIT = "wrong_unit"
    NO_CHAMBER = "no_chamber"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as the text gives it, before any factor; `year` is 0 where the text names none."""

    value: float
    year: int
    status: str
    percent: bool
    money: bool


def clean(text: str) -> str:
    """The text without tags and entities, with one kind of space and of minus."""
    return " ".join(MINUS.sub("-", html.unescape(TAG.sub(" ", text))).split())


def read(text: str) -> list[Figure | Reason]:
    """Every statement of a text; statements are parted by ` / ` where each has a year of its own."""
    parts = clean(text).split(" / ")
    return [read_one(part) for part in parts if len(parts) == 1 or YEAR.search(part)] or [Reason.NO_NUMBER]


def read_one(statement: str) -> Figure | Reason:
    """One statement: its figure, or why there is none."""
    marks = list(YEAR.finditer(statement))
    words = PARENTHESIS.sub(" ", statement)
    numbers = list(NUMBER.finditer(words))
    if not numbers:
        return Reason.NOT_AVAILABLE if ABSENT.search(statement) else Reason.NO_NUMBER
    if BOUND.search(words[: numbers[0].start()]):
        return Reason.BOUND
    if RANGE.search(words):
        return Reason.RANGE
    if len(numbers) > 1 or len(marks) > 1 or ABSENT.search(words):
        return Reason.SEVERAL
    year, status = dated(statement)
    about = status == "observed" and ABOUT.search(words)
    percent, money = bool(numbers[0]["percent"]), bool(numbers[0]["money"])
    return Figure(number(numbers[0]), year, "estimated" if about else status, percent, money)


def number(found: re.Match[str]) -> float:
    """The value of a matched number, its scale and sign included."""
    value = float(found["digits"].replace(",", "")) * SCALES[found["scale"] or ""]
    return -value if found["minus"] or found["minus2"] else value


def dated(text: str) -> tuple[int, str]:
    """Year in parentheses and how it is marked: `(2024 est.)` is estimated; 0 without a year or with a span of years.

    Of a survey over two years, `(2015/16)`, the first is taken.
    """
    found = YEAR.search(text)
    if found is None or YEARS.search(found[0]):
        return 0, "observed"
    mark = found["mark"].lower()
    return int(found["year"]), "estimated" if "est" in mark else "projected" if "proj" in mark else "observed"


def day_year(text: str) -> int:
    """Last year of a date or span of dates as the Factbook writes them: `6/12/2021`, `13 January 2024`, `44420`."""
    plain = clean(text)
    if SERIAL_DAY.match(plain):  # A spreadsheet's day number that slipped into the text.
        return (dt.date(1899, 12, 30) + dt.timedelta(days=int(plain))).year
    years = [int(found["slash"] or found["words"]) for found in DAY_FIRST_YEARS.finditer(PARENTHESIS.sub(" ", plain))]
    return max(years, default=0)
