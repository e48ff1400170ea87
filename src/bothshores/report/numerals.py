"""How a language writes numbers, shares, dates and quarters (Unicode CLDR patterns, by Babel)."""

from __future__ import annotations

import datetime
import math
from functools import cache
from typing import Any

from babel import Locale, dates, numbers

COMPACT_FROM = 1_000_000
SIGNIFICANT = 3
MINUS, NO_BREAK = "\u2212", "\u00a0"


@cache
def locale_of(language: str) -> Locale:
    """Babel's data on a language, by its code as `ar` or `pt_BR`."""
    return Locale.parse(language.replace("-", "_"))


def decimals(value: float, significant: int = SIGNIFICANT) -> int:
    """How many decimal places show `significant` digits of a number; whole numbers of more digits keep them all."""
    if value == 0 or not math.isfinite(value):
        return 0
    return max(0, significant - 1 - math.floor(math.log10(abs(value))))


def decimal(value: float, language: str, *, significant: int = SIGNIFICANT) -> str:
    """A number as `1,234` or `0.0123`; from one million on in words, as `12.3 million`."""
    if abs(value) >= COMPACT_FROM:
        return compact(value, language)
    places = decimals(value, significant)
    pattern = "#,##0." + "#" * places if places else "#,##0"
    return written(
        numbers.format_decimal(round(value, places), pattern, locale_of(language), numbering_system="default")
    )


def counted_as(value: float) -> int:
    """The number whose plural form a written number takes; what has decimals, or a word for millions, goes by 100."""
    number = abs(value)
    return round(number) if number == round(number) and number < COMPACT_FROM else 100


def percent(value: float, language: str, places: int = 1) -> str:
    """A part of a whole with a fixed number of decimals, as a column of figures needs it."""
    pattern = "#,##0." + "0" * places + "%" if places else "#,##0%"
    return written(numbers.format_percent(value, pattern, locale_of(language), numbering_system="default"))


def whole(value: float, language: str) -> str:
    """A whole number with all its digits, as `12,345,678`."""
    return written(numbers.format_decimal(round(value), "#,##0", locale_of(language), numbering_system="default"))


def compact(value: float, language: str) -> str:
    """A large number in words that stay on one line, as `12.3 million`."""
    text = numbers.format_compact_decimal(
        value, format_type="long", locale=locale_of(language), fraction_digits=1, numbering_system="default"
    )
    return written(text).replace(" ", NO_BREAK)


def share(value: float, language: str, *, significant: int = SIGNIFICANT) -> str:
    """A part of a whole as a percentage, as `12.3%`."""
    places = min(decimals(value * 100, significant - 1 if abs(value) < 0.1 else significant), 6)
    pattern = "#,##0." + "#" * places + "%" if places else "#,##0%"
    rounded = round(value, places + 2)
    return written(numbers.format_percent(rounded, pattern, locale_of(language), numbering_system="default"))


def written(text: str) -> str:
    """The typographic minus in place of the hyphen, and no minus before a zero."""
    if text.startswith("-") and not any(digit.isdigit() and int(digit) for digit in text):
        text = text[1:]
    return text.replace("-", MINUS)


def date(day: datetime.date, language: str) -> str:
    """A calendar day, as `March 31, 2027`."""
    return str(dates.format_date(day, "long", locale_of(language)))


def quarter(code: str, language: str) -> str:
    """A quarter of a year, `2027-Q2` as `Q2 2027`."""
    year, number = code.split("-Q")
    first = datetime.date(int(year), 3 * int(number) - 2, 1)
    return str(dates.format_skeleton("yQQQ", first, locale=locale_of(language)))


def d3_locale(language: str) -> dict[str, Any]:
    """The same number signs as Vega-Lite's axes need them (d3-format's locale object)."""
    locale = locale_of(language)
    decimal_sign = numbers.get_decimal_symbol(locale, numbering_system="default")
    group_sign = numbers.get_group_symbol(locale, numbering_system="default")
    return {"number": {"decimal": decimal_sign, "thousands": group_sign, "grouping": [3], "currency": ["$", ""]}}
