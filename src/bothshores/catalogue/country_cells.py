"""What each cell of a country pack's tables must be."""

from __future__ import annotations

import re
from datetime import date

from bothshores.catalogue.csv_cells import Wanted, anything, filled, one_of

KINDS = (
    "constitution", "law", "amendment", "rules", "decree", "policy", "strategy", "programme", "directive", "agreement",
)  # fmt: skip
STATUS = ("in_force", "replaced", "draft", "proposed", "ended", "unknown")


def day(text: str) -> str:
    """A date of ISO 8601: a day, a month or a year; or none."""
    if not text or re.fullmatch(r"\d{4}", text):
        return ""
    try:
        date.fromisoformat(text if len(text) > 7 else f"{text}-01")
    except ValueError:
        return "a date as 2024-05-31, 2024-05 or 2024, or empty"
    return "" if re.fullmatch(r"\d{4}-\d\d(-\d\d)?", text) else "a date as 2024-05-31, 2024-05 or 2024, or empty"


def month_and_day(text: str) -> str:
    """When a year starts, as 07-16; or none."""
    return "a month and a day as 07-16, or empty" if text and (len(text) != 5 or day(f"2001-{text}")) else ""


def level(text: str) -> str:
    """A number from 1 to 5."""
    return "" if text in set("12345") else "a level from 1 to 5"


def language(text: str) -> str:
    """A code of ISO 639."""
    return "" if re.fullmatch("[a-z]{2,3}", text) else "a language of ISO 639, as ne"


def subdivision(text: str) -> str:
    """A code in the form of ISO 3166-2, or none."""
    return "" if not text or re.fullmatch("[A-Z]{2}-[A-Z0-9]{1,3}", text) else "a code as NP-P1, or empty"


UNIT: dict[str, Wanted] = {
    "code": filled, "name": filled, "level": level, "parent": anything, "iso": subdivision, "source": filled,
}  # fmt: skip
BODY: dict[str, Wanted] = {
    "id": filled, "name": filled, "language": language, "english": filled, "name_seen": one_of("yes", "no"),
    "acts_as": anything, "role": filled, "source": filled,
}  # fmt: skip
POLICY: dict[str, Wanted] = {
    "id": filled, "kind": one_of(*KINDS), "title": filled, "language": language, "english": filled,
    "title_seen": one_of("yes", "no"), "number": anything, "clause": anything, "date": day, "in_force": day,
    "status": one_of(*STATUS), "source": filled,
}  # fmt: skip
