"""One language: how it says a message, a catalogue text, a figure in its unit, money, a country, a date."""

from __future__ import annotations

import datetime
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from babel.lists import format_list

from bothshores.catalogue import indicators, templates
from bothshores.locale import SOURCE, Translator, translator
from bothshores.vocab import NATIONAL, REFERENCE, RESERVE, UNALLOCATED, is_fictional
from bothshores.vocab import gettext_noop as _
from bothshores.words import calendars, countries, euphony, numerals, units
from bothshores.words.labels import LABELS

GAP = re.compile(r"\{(\w+)\}")
RIGHT_TO_LEFT = {"R", "AL"}
ISOLATE, OWN_WAY, POP = "\u2068", "\u2067", "\u2069"
"""First-strong and right-to-left isolate and their end: what is between cannot disorder the rest (Unicode UAX #9)."""

COMMA = re.compile(r"[,،] ")
"""Inside a part of a list; a decimal comma has no space behind it."""

MOST_DIGITS = 10

NO_SPACE_IN_LISTS = {"ne"}
"""Where CLDR leaves the space out behind a list's first comma."""

APART = {
    RESERVE: _("Evaluation reserve"),
    UNALLOCATED: _("Unallocated: needs local costs"),
    NATIONAL: _("The whole country"),
}


@dataclass(frozen=True)
class Words:
    """A language by its code, and the measures' titles as the plan words them."""

    language: str
    titles: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def translator(self) -> Translator:
        """The language's own words for a marked text. Raises RequestError where there is no such language."""
        return translator(self.language)

    @property
    def right_to_left(self) -> bool:
        """True if the language is written from right to left."""
        return bool(numerals.locale_of(self.language).text_direction == "rtl")

    def isolate(self, text: str) -> str:
        """Keep a foreign name or a number whole inside a text that runs the other way."""
        strong = [side for sign in text if (side := unicodedata.bidirectional(sign)) in RIGHT_TO_LEFT | {"L"}]
        if not text or not (self.right_to_left or RIGHT_TO_LEFT & set(strong)):
            return text
        # What stands in isolates has no say in the direction around it, so a sentence of such parts is told its own.
        own = self.right_to_left and strong and strong[0] in RIGHT_TO_LEFT
        return f"{OWN_WAY if own else ISOLATE}{text}{POP}"

    # --- texts --------------------------------------------------------------------------------------------------

    def text(self, marked: str) -> str:
        """A marked text, or a text of the catalogue or of a person, in this language where it is known."""
        if not marked.strip():
            return ""
        said = self.translator.gettext(marked)
        return said if self.knows(marked) else self.isolate(said)

    def knows(self, marked: str) -> bool:
        """False for words that the language has no translation of, and that are said as they stand."""
        wordless = not any(sign.isalpha() for sign in GAP.sub("", marked))
        return wordless or self.language == SOURCE or self.translator.gettext(marked) != marked

    def phrase(self, marked: str, **gaps: str) -> str:
        """A marked text whose gaps are filled with what is already written in this language."""
        said = self.fill(self.translator.gettext(marked), gaps)
        return said if self.knows(marked) else self.isolate(said)

    def count(self, forms: tuple[str, str], n: int) -> str:
        """A sentence about `n` things (see `vocab.ngettext_noop`), in the form the language has for that number."""
        return self.fill(self.translator.ngettext(*forms, n), {"n": numerals.whole(n, self.language)})

    def fill(self, said: str, gaps: Mapping[str, str]) -> str:
        """A translated text with its gaps filled; a gap nobody fills stays visible."""
        return euphony.smoothed(GAP.sub(lambda gap: self.isolate(gaps.get(gap[1], gap[0])), said), self.language)

    def say(self, message: str, args: str = "{}") -> str:
        """A message of a table: `args` is the JSON object of `vocab.Message.args`."""
        if not message:
            return ""
        return self.phrase(message, **{name: self.gap(filling) for name, filling in json.loads(args).items()})

    def gap(self, filling: str) -> str:
        """What fills a gap, by its kind (see `vocab.Message`)."""
        kind, _colon, value = filling.partition(":")
        if kind == "value":
            indicator, _colon, number = value.partition(":")
            return self.value(indicator, float(number))
        if kind == "apart":
            indicator, number, other = value.split(":")
            return self.apart(indicator, float(number), float(other))
        writers: dict[str, Callable[[str], str]] = {
            "share": lambda text: self.share(float(text)),
            "number": lambda text: self.number(float(text)),
            "whole": lambda text: self.whole(float(text)),
            "usd": lambda text: self.usd(float(text)),
            "year": lambda text: self.year(int(text)),
            "country": self.country,
            "indicator": self.indicator,
            "template": self.template,
            "measure": self.measure,
            "source": self.label,
            "term": self.text,
            "text": str,
        }
        return writers[kind](value) if kind in writers else filling

    def joined(self, parts: Iterable[str]) -> str:
        """Parts with the language's own comma between, as codes and remarks in brackets stand."""
        return self.between(_("{one}, {other}"), [self.isolate(part) for part in parts])

    def series(self, parts: Iterable[str]) -> str:
        """Long parts one after the other, set apart by the language's semicolon."""
        return self.between(_("{one}; {other}"), parts)

    def between(self, marked: str, parts: Iterable[str]) -> str:
        """Parts with what a marked text has between its two gaps."""
        _start, _one, middle = self.translator.gettext(marked).partition("{one}")
        return middle.removesuffix("{other}").join(parts)

    def listed(self, parts: Iterable[str]) -> str:
        """A list in a sentence, as `a, b and c`; set apart by semicolons where a part has a comma of its own."""
        said = [self.isolate(part) for part in parts]
        if len(said) > 1 and any(COMMA.search(part) for part in said):
            return self.series(said)
        if self.language in NO_SPACE_IN_LISTS and len(said) > 2:
            said = [", ".join(said[:-1]), said[-1]]
        listed = format_list(said, locale=numerals.locale_of(self.language))
        return euphony.smoothed(str(listed), self.language)

    # --- names --------------------------------------------------------------------------------------------------

    def label(self, code: str) -> str:
        """An id of a code list or plug-in in words; an id nobody has worded is shown with spaces."""
        return self.text(LABELS.get(code) or code.replace("_", " ").capitalize())

    def indicator(self, code: str) -> str:
        """The label of an indicator."""
        known = indicators().get(code)
        return self.text(known.label) if known else code.replace("_", " ")

    def template(self, code: str) -> str:
        """The title of a template."""
        known = templates().get(code)
        return self.text(known.title) if known else code.replace("_", " ")

    def measure(self, code: str) -> str:
        """The title of a measure, or what stands where a measure's id would."""
        if code in APART:
            return self.text(APART[code])
        return self.text(self.titles[code]) if code in self.titles else self.template(code)

    def country(self, code: str) -> str:
        """A country by its ISO 3166-1 alpha-3 code, as the language calls it."""
        if code == REFERENCE:
            return self.text(countries.REFERENCE_NAME)
        if is_fictional(code):
            return self.phrase(countries.FICTIONAL_NAME, code=code)
        return countries.name(code, self.language)

    # --- numbers ------------------------------------------------------------------------------------------------

    def number(self, value: float) -> str:
        """A plain number."""
        return self.isolate(numerals.decimal(value, self.language))

    def about(self, value: float) -> str:
        """A rough count without digits that nobody knows: three that count, the rest zeros."""
        return self.number(float(f"{value:.3g}"))

    def whole(self, value: float) -> str:
        """A whole number with all its digits."""
        return self.isolate(numerals.whole(value, self.language))

    def thousands(self, amount: float) -> str:
        """An amount in thousands; a dash for nothing."""
        return self.whole(amount / 1_000) if amount else "–"

    def share(self, value: float) -> str:
        """A part of a whole as a percentage."""
        return self.isolate(numerals.share(value, self.language))

    def percent(self, value: float) -> str:
        """A part of a whole with one decimal, as all of its column."""
        return self.isolate(numerals.percent(value, self.language))

    def usd(self, value: float) -> str:
        """US dollars; from one million on in words."""
        return self.behind(units.US_DOLLARS, value, self.written(value), "usd")

    def date(self, day: datetime.date) -> str:
        """A calendar day, in the language's own calendar too where it has one."""
        said, own = numerals.date(day, self.language), calendars.own(day, self.language)
        return self.isolate(f"{said} ({own})" if own else said)

    def year(self, number: int) -> str:
        """A year of the common era."""
        return numerals.year(number, self.language)

    def quarter(self, code: str) -> str:
        """A quarter written `2027-Q1`."""
        return self.isolate(numerals.quarter(code, self.language))

    def years(self, first: int, last: int) -> str:
        """A span of years."""
        return self.phrase(_("{first} to {last}"), first=self.year(first), last=self.year(last))

    def span(self, first: int, last: int) -> str:
        """A span of years, by its first and last day where the language has its own calendar."""
        said = self.years(first, last)
        days = [calendars.own(day, self.language) for day in (datetime.date(first, 1, 1), datetime.date(last, 12, 31))]
        if not all(days):
            return said
        own = self.phrase(_("{first} to {last}"), first=days[0], last=days[1])
        return self.phrase(_("{years} ({calendar})"), years=said, calendar=own)

    def value(self, indicator: str, value: float, significant: int = numerals.SIGNIFICANT) -> str:
        """A figure of an indicator with its unit."""
        unit = unit_of(indicator)
        if unit in units.PERCENTAGES:
            return self.isolate(numerals.share(value, self.language, significant=significant))
        number = numerals.decimal(value, self.language, significant=significant)
        return self.behind(units.BEHIND_A_NUMBER.get(unit, "{number}"), value, number, unit)

    def apart(self, indicator: str, value: float, other: float) -> str:
        """A figure with its unit, and with the digits that tell it from another: 2.97% beside 3%, not 3%."""
        known = self.value(indicator, other)
        said = (self.value(indicator, value, digits) for digits in range(numerals.SIGNIFICANT, MOST_DIGITS))
        return next((text for text in said if text != known), known)

    def behind(self, pattern: str | tuple[str, str], value: float, number: str, unit: str) -> str:
        """A written number with its unit, in the form the language has for that number."""
        if isinstance(pattern, tuple):
            said = self.translator.ngettext(*pattern, numerals.counted_as(value, number, self.language))
        else:
            said = self.text(pattern)
        whole = numerals.linked(said, value, self.language).replace("US$ ", f"US${numerals.NO_BREAK}")
        return self.fill(whole, {"number": number, **self.unit_gaps(unit)})

    def lasting(self, years: float) -> str:
        """A time in years, in months where it is shorter than one."""
        unit, number = ("years", years) if years >= 1 else ("months", round(years * 12))
        return self.behind(units.BEHIND_A_NUMBER[unit], number, self.written(number), unit)

    def written(self, value: float) -> str:
        """A number as the language writes it, nothing around it."""
        return numerals.decimal(value, self.language)

    def figure(self, indicator: str, value: float) -> str:
        """A figure of an indicator where its unit stands elsewhere, as in a table; a share keeps its %."""
        return self.share(value) if unit_of(indicator) in units.PERCENTAGES else self.number(value)

    def change(self, indicator: str, value: float) -> str:
        """A difference between two figures of an indicator, with its unit; shares differ by percentage points."""
        unit = unit_of(indicator)
        pattern = units.BEHIND_A_DIFFERENCE.get(unit, "{number}")
        return self.behind(pattern, value * self.points(indicator), self.step(indicator, value), unit)

    def distance(self, indicator: str, value: float, *, signed: bool = False) -> str:
        """How far two figures lie apart where the unit stands elsewhere; shares by percentage points, said short."""
        far = value * self.points(indicator)
        said = self.isolate(self.signed(far) if signed else self.plain(far, numerals.SIGNIFICANT))
        return said if self.points(indicator) == 1 else self.behind(units.POINTS, far, said, "")

    @staticmethod
    def points(indicator: str) -> int:
        """What a difference is multiplied by: a hundred for shares."""
        return 100 if unit_of(indicator) in units.PERCENTAGES else 1

    def step(self, indicator: str, value: float) -> str:
        """A difference where the unit stands elsewhere, as in a table; percentage points for a share."""
        return self.isolate(self.signed(value * self.points(indicator)))

    def signed(self, value: float, significant: int = 2) -> str:
        """A number with its sign, two digits that count unless told."""
        text = self.plain(value, significant)
        return f"+{text}" if value > 0 and text.strip("0.,") else text

    def plain(self, value: float, significant: int = 2) -> str:
        """A number of few digits, without a sign in front of what is above zero."""
        return numerals.decimal(value, self.language, significant=significant)

    def unit(self, indicator: str) -> str:
        """The unit of an indicator, alone."""
        unit = unit_of(indicator)
        return self.phrase(units.ALONE.get(unit, ""), **self.unit_gaps(unit))

    def unit_gaps(self, unit: str) -> dict[str, str]:
        """The base or the ends that a unit names."""
        if unit in units.BASES:
            return {"base": numerals.whole(units.BASES[unit], self.language)}
        if unit in units.RANGES:
            low, high = units.RANGES[unit]
            return {"low": numerals.decimal(low, self.language), "high": numerals.decimal(high, self.language)}
        return {}


def unit_of(indicator: str) -> str:
    """The unit of an indicator, empty where the catalogue does not know it."""
    known = indicators().get(indicator)
    return units.OF_ITS_YEAR.get(indicator, known.unit) if known else ""
