"""The calendar that a language's readers count by, where that is not the common one alone."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Final

import nepali_datetime

from bothshores.words.numerals import digits

BIKRAM_SAMBAT_MONTHS: Final = (
    "वैशाख", "जेठ", "असार", "साउन", "भदौ", "असोज", "कात्तिक", "मंसिर", "पुस", "माघ", "फागुन", "चैत",
)  # fmt: skip


def bikram_sambat(day: datetime.date) -> str:
    """A day in Nepal's official calendar, as `वि.सं. २०८३ चैत १७`; empty outside the years its tables cover."""
    try:
        said = nepali_datetime.date.from_datetime_date(day)
    except (OverflowError, ValueError, IndexError):
        return ""
    return digits(f"वि.सं. {said.year} {BIKRAM_SAMBAT_MONTHS[said.month - 1]} {said.day}", "ne")


OWN: Final[dict[str, Callable[[datetime.date], str]]] = {"ne": bikram_sambat}
"""A second calendar by language."""


def own(day: datetime.date, language: str) -> str:
    """The day as the language's own calendar says it, or nothing where it has none."""
    return OWN[language](day) if language in OWN else ""
