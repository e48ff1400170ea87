"""Small words that take another form before the sound of the next word, as `y` and `o` do in Spanish."""

from __future__ import annotations

import re
from typing import Final

OPENED: Final = r"(?=[“«‘(]?"
CHANGES: Final = {
    "es": (
        # `hielo` and `iones` begin with another sound, and keep `y`.
        (re.compile(rf"\by {OPENED}h?[ií](?![aeoáéó]))", re.IGNORECASE), "e "),
        (re.compile(rf"\bo {OPENED}h?[oó])", re.IGNORECASE), "u "),
    ),
}
"""By language: the small word where its form must change, and that form."""


def smoothed(text: str, language: str) -> str:
    """A text put together from parts, its small words in the form that the next word asks for."""
    for pattern, form in CHANGES.get(language, ()):
        text = pattern.sub(form, text)
    return text
