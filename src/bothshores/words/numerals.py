"""How a language writes numbers, shares, dates and quarters (Unicode CLDR patterns, by Babel)."""

from __future__ import annotations

import datetime
import math
import unicodedata
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any

from babel import Locale, dates, numbers

COMPACT_FROM = 1_000_000
SIGNIFICANT = 3
MINUS, NO_BREAK = "\u2212", "\u00a0"

SPOKEN_IN = {"en": "en_001", "es": "es_419", "pt": "pt_PT"}
"""Where CLDR's bare code means one country, and most countries of origin write as another place does."""
DIGITS = {"arab": "٠١٢٣٤٥٦٧٨٩", "deva": "०१२३४५६७८९"}
"""Digits of CLDR's numbering systems; those of the rest are 0 to 9. Babel knows their signs, not the digits."""
LARGE = {"ne": {10**5: "लाख", 10**7: "करोड", 10**9: "अरब", 10**11: "खर्ब"}}
"""Large numbers in words where CLDR's are wrong: it calls a million (ten lakh) one crore in Nepali."""

LINKS = {"es": "de ", "fr": "de ", "pt": "de "}
"""What stands between a word for millions and the things counted: `2 millions de personnes`."""


@cache
def locale_of(language: str) -> Locale:
    """Babel's data on a language, by its code as `ar` or `pt_BR`."""
    return Locale.parse(SPOKEN_IN.get(language, language).replace("-", "_"))


def digits(text: str, language: str) -> str:
    """The text with the digits that the language counts in."""
    own = DIGITS.get(locale_of(language).default_numbering_system)
    return text.translate(str.maketrans("0123456789", own)) if own else text


def year(number: int, language: str) -> str:
    """A year of the common era."""
    return digits(str(number), language)


def decimals(value: float, significant: int = SIGNIFICANT) -> int:
    """How many decimal places show `significant` digits of a number; whole numbers of more digits keep them all."""
    if value == 0 or not math.isfinite(value):
        return 0
    return max(0, significant - 1 - math.floor(math.log10(abs(value))))


def decimal(value: float, language: str, *, significant: int = SIGNIFICANT) -> str:
    """A number as `1,234` or `0.0123`; from one million on in words, as `12.3 million`."""
    if abs(value) >= COMPACT_FROM:
        return compact(value, language)
    return plain(rounded(value, places := decimals(value, significant)), places * "#", language)


def rounded(value: float, places: int) -> float:
    """A number to these decimal places, half away from zero by its shortest decimal form.

    So a figure reads the same wherever it stands: as floats, 2.155 lies below the half and 2.1550000000000002 above it.
    """
    if not math.isfinite(value):
        return value
    return float(Decimal(f"{float(value):.15g}").quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def plain(value: float, places: str, language: str) -> str:
    """A number grouped as the language groups, by three or as 12,34,567, with these decimal places of a pattern."""
    locale = locale_of(language)
    pattern = locale.decimal_formats[None].pattern.split(".")[0] + (f".{places}" if places else "")
    return written(numbers.format_decimal(value, pattern, locale, numbering_system="default"), language)


def counted_as(value: float, written: str, language: str) -> int:
    """The number whose plural form a number takes as it is written.

    What shows decimals goes by 1 where the language says so, as French does of `0,5 point`; else it goes by 100, as
    does what is written with a word for millions.
    """
    number = abs(value)
    if number >= COMPACT_FROM:
        return 100
    locale = locale_of(language)
    if numbers.get_decimal_symbol(locale, numbering_system="default") not in written:
        return round(number)
    return 1 if locale.plural_form(math.floor(number) + 0.5) == "one" else 100


def linked(unit: str, value: float, language: str) -> str:
    """A unit's pattern `{number} things` as it reads behind a number written in words."""
    link = LINKS.get(language) if abs(value) >= COMPACT_FROM else None
    start, gap, rest = unit.partition("{number}")
    if not link or not rest[1:2].isalpha():
        return unit
    elided = language == "fr" and unicodedata.normalize("NFD", rest[1])[0].lower() in "aeiouh"
    return f"{start}{gap}{rest[0]}{'d’' if elided else link}{rest[1:]}"


def percent(value: float, language: str, places: int = 1) -> str:
    """A part of a whole with a fixed number of decimals, as a column of figures needs it."""
    return in_percent(value, "0" * places, language)


def in_percent(value: float, places: str, language: str) -> str:
    """A part of a whole with the language's sign, and the space it puts before it."""
    locale = locale_of(language)
    pattern = "#,##0" + (f".{places}" if places else "") + locale.percent_formats[None].pattern.split("0")[-1]
    return written(numbers.format_percent(value, pattern, locale, numbering_system="default"), language)


def whole(value: float, language: str) -> str:
    """A whole number with all its digits, as `12,345,678`."""
    return plain(round(value), "", language)


def compact(value: float, language: str) -> str:
    """A large number in words that stay on one line, as `12.3 million`."""
    locale = locale_of(language)
    size = max(size for size in large(language)["other"] if size <= max(abs(value), COMPACT_FROM))
    # One crore is ten million: a decimal of it would leave two digits of sums that others write with three.
    places = max(1, decimals(value / size)) if language in LARGE else 1
    number = round(value / size, places)
    forms = large(language)
    word = forms.get(locale.plural_form(abs(number)), forms["other"])[size]
    return f"{plain(number, places * '#', language)}{NO_BREAK}{word.replace(' ', NO_BREAK)}"


@cache
def large(language: str) -> dict[str, dict[int, str]]:
    """Words for large numbers by plural form and size, such as a million."""
    if language in LARGE:
        return {"other": LARGE[language]}
    forms: dict[str, dict[int, str]] = {}
    for form, patterns in locale_of(language).compact_decimal_formats["long"].items():
        # "00 million" at ten million: the size is what one zero alone would stand for. The longest come last.
        for magnitude, pattern in sorted(patterns.items(), key=lambda each: int(each[0])):
            zeros = pattern.pattern.count("0")
            size = int(magnitude) // 10 ** max(zeros - 1, 0)
            if zeros and size >= COMPACT_FROM:
                forms.setdefault(form, {}).setdefault(size, pattern.pattern.replace("0", "").strip(" \u00a0\u202f"))
    return forms


def share(value: float, language: str, *, significant: int = SIGNIFICANT) -> str:
    """A part of a whole as a percentage, as `12.3%`."""
    places = min(decimals(value * 100, significant - 1 if abs(value) < 0.1 else significant), 6)
    return in_percent(rounded(value, places + 2), "#" * places, language)


def written(text: str, language: str) -> str:
    """The language's digits, the typographic minus in place of the hyphen, and no minus before a zero."""
    if text.startswith("-") and not any(digit.isdigit() and int(digit) for digit in text):
        text = text[1:]
    return digits(text.replace("-", MINUS), language)


def date(day: datetime.date, language: str) -> str:
    """A calendar day, as `31 March 2027`."""
    said = str(dates.format_date(day, "long", locale_of(language)))
    # The first of a month is an ordinal in French, which CLDR's pattern leaves out.
    return digits(f"1er {said.removeprefix('1 ')}" if language == "fr" and day.day == 1 else said, language)


def quarter(code: str, language: str) -> str:
    """A quarter of a year, `2027-Q2` as `Q2 2027`."""
    year, number = code.split("-Q")
    first = datetime.date(int(year), 3 * int(number) - 2, 1)
    return digits(str(dates.format_skeleton("yQQQ", first, locale=locale_of(language))), language)


def d3_locale(language: str) -> dict[str, Any]:
    """The same number signs as Vega-Lite's axes need them (d3-format's locale object)."""
    locale = locale_of(language)
    decimal_sign = numbers.get_decimal_symbol(locale, numbering_system="default")
    group_sign = numbers.get_group_symbol(locale, numbering_system="default")
    first, rest = locale.decimal_formats[None].grouping
    signs = {"decimal": decimal_sign, "thousands": group_sign, "currency": ["$", ""]}
    signs["grouping"] = [first, *([rest] * 6 if rest != first else [])]
    return {"number": signs | {"numerals": list(digits("0123456789", language))}}
