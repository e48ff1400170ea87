"""How a language says a message, a figure in its unit, money, a country, a date: for reports and desk alike.

`locale` knows sentences; here they meet numbers, names and calendars. Nothing here knows a page.
"""

from bothshores.words.figures import unit_of
from bothshores.words.words import Words

__all__ = ["Words", "unit_of"]
