"""One language: how it says a figure with its unit, an amount of money, a change, a day and a span of years."""

from __future__ import annotations

import datetime

from bothshores.catalogue import indicators
from bothshores.vocab import gettext_noop as _
from bothshores.words import calendars, numerals, units
from bothshores.words.sentences import Sentences

MOST_DIGITS = 10

ROUGH_FROM = 10_000
"""Amounts are estimates: from here on three digits count, as they do where millions begin."""


class Figures(Sentences):
    """The numbers of a language."""

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
        """US dollars; three digits that count, from one million on in words."""
        value = float(f"{value:.3g}") if abs(value) >= ROUGH_FROM else value
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
