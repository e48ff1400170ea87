"""The catalogue's units in words: behind a number, behind a difference, and alone."""

from __future__ import annotations

from bothshores.vocab import gettext_noop as _
from bothshores.vocab import ngettext_noop

US_DOLLARS = _("US$ {number}")
BEHIND_A_NUMBER: dict[str, str | tuple[str, str]] = {
    "persons": ngettext_noop("{number} person", "{number} people"),
    "ratio": _("{number} to 1"),
    "usd": US_DOLLARS,
    "usd_current": ngettext_noop("{number} current US dollar", "{number} current US dollars"),
    "usd_ppp": ngettext_noop("{number} international dollar", "{number} international dollars"),
    "lcu_per_usd": ngettext_noop(
        "{number} unit of national currency per US dollar", "{number} units of national currency per US dollar"
    ),
    "years": ngettext_noop("{number} year", "{number} years"),
    "per_1000": _("{number} per {base}"),
    "per_100000": _("{number} per {base}"),
    "per_100": _("{number} per {base}"),
    "index 0-1": _("{number} on an index from {low} to {high}"),
    "index 0-10": _("{number} on an index from {low} to {high}"),
    "index 0-100": _("{number} on an index from {low} to {high}"),
    "index -2.5 to 2.5": _("{number} on an index from {low} to {high}"),
    "days": ngettext_noop("{number} day", "{number} days"),
    "months": ngettext_noop("{number} month", "{number} months"),
    "count": "{number}",
    "children_per_woman": ngettext_noop("{number} child per woman", "{number} children per woman"),
}
"""Marked patterns by unit; a share is written as a percentage and has none."""

PERCENTAGES = ("share 0-1", "gross share")
"""Units that are written as a percentage."""

ALONE = {
    "persons": _("people"),
    "share 0-1": _("%"),
    "gross share": _("%"),
    "ratio": _("ratio"),
    "usd": _("US$"),
    "usd_current": _("current US dollars"),
    "usd_ppp": _("international dollars"),
    "lcu_per_usd": _("national currency per US dollar"),
    "years": _("years"),
    "per_1000": _("per {base}"),
    "per_100000": _("per {base}"),
    "per_100": _("per {base}"),
    "index 0-1": _("index from {low} to {high}"),
    "index 0-10": _("index from {low} to {high}"),
    "index 0-100": _("index from {low} to {high}"),
    "index -2.5 to 2.5": _("index from {low} to {high}"),
    "days": _("days"),
    "months": _("months"),
    "count": _("number"),
    "children_per_woman": _("children per woman"),
}
"""Marked names by unit, for heads of tables and axes."""

BEHIND_A_DIFFERENCE = BEHIND_A_NUMBER | {
    "share 0-1": ngettext_noop("{number} percentage point", "{number} percentage points"),
    "gross share": ngettext_noop("{number} percentage point", "{number} percentage points"),
    "usd": ngettext_noop("{number} US dollar", "{number} US dollars"),
    "usd_current": ngettext_noop("{number} current US dollar", "{number} current US dollars"),
}
"""Where the number has a sign in front."""

POINTS = ngettext_noop("{number} point", "{number} points")
"""Percentage points where a table has no room for the long word."""

OF_ITS_YEAR = {"gdp_usd": "usd_current", "gdp_per_capita_usd": "usd_current"}
"""Indicators in dollars of the figure's own year, not of the plan's price year."""

BASES = {"per_1000": 1_000, "per_100000": 100_000, "per_100": 100}
RANGES = {"index 0-1": (0, 1), "index 0-10": (0, 10), "index 0-100": (0, 100), "index -2.5 to 2.5": (-2.5, 2.5)}
