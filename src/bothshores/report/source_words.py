"""What sources say of their editions and terms in words, marked so that each language can say it."""

from __future__ import annotations

import re

from bothshores.vocab import gettext_noop as _
from bothshores.words import Words

LATEST_YEAR = re.compile(r"(\d{4}) \(latest year in the file\)")
SAID = (
    _("edition not stated"),
    _("not stated in the file"),
    _("Free reuse with the source named (European Commission reuse policy); not stated in the file"),
    _("Public domain (work of the United States government); the package: MIT"),
)
"""Names of licences as CC BY 4.0 and of packages stay as they are."""


def edition(words: Words, vintage: str) -> str:
    """An edition as a source states it; a year read from the figures is said to be that."""
    found = LATEST_YEAR.fullmatch(vintage)
    if found:
        return words.phrase(_("{year} (latest year in the file)"), year=words.year(int(found[1])))
    return words.text(vintage)
