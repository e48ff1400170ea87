"""The order of the rooms: evidence → plan → fund → deliver → monitor → evaluate → adapt, and report speaks for all.

`world` holds the evidence of all countries, `request` what is asked and given, `order` alone knows which room follows
which, and `drafting` brings a workspace from its last whole state to the next.
"""

from bothshores.loop.drafting import about_country, decide, draft, in_words, speak
from bothshores.loop.order import compute
from bothshores.loop.request import Drafted, Request
from bothshores.loop.world import World, countries, gather

__all__ = [
    "Drafted",
    "Request",
    "World",
    "about_country",
    "compute",
    "countries",
    "decide",
    "draft",
    "gather",
    "in_words",
    "speak",
]
