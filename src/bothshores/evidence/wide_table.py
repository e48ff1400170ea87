"""Tables with one column for each year."""

from __future__ import annotations

import re
from collections.abc import Iterable

YEAR = re.compile(r"(19|20|21)\d\d")
PERIOD = re.compile(r"(19|20|21)\d\d ?[-–] ?(19|20|21)?\d\d")


def year_columns(header: Iterable[str]) -> list[str]:
    """The columns named after one year."""
    return [name for name in header if YEAR.fullmatch(name)]


def period_columns(header: Iterable[str]) -> list[str]:
    """The columns named after several years, such as `1950-1955`."""
    return [name for name in header if PERIOD.fullmatch(name)]
