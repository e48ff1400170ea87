"""Countries by name: the reference country, ISO 3166-1 codes as CLDR names them, and names that CLDR does not have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import pycountry

from bothshores.vocab import gettext_noop as _
from bothshores.words import numerals

REFERENCE_NAME = _("Reference Country (fictional)")
FICTIONAL_NAME = _("Fictional Country {code}")
CALLED: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {"COG": "Congo", "CPV": "Cabo Verde"},
    "fr": {"CPV": "Cabo Verde"},
    "pt": {"BGD": "Bangladesh", "CIV": "Costa do Marfim"},
}
"""Where CLDR does not call a country as it calls itself (ISO 3166-1), or as the texts here call it."""


def name(code: str, language: str) -> str:
    """A real country by its ISO 3166-1 alpha-3 code, or a place by its alpha-2 code, as the language calls it."""
    if code in CALLED.get(language, {}):
        return CALLED[language][code]
    known = pycountry.countries.get(alpha_3=code)
    names = numerals.locale_of(language).territories
    return str(names.get(known.alpha_2, known.name)) if known else str(names.get(code[:2], code))
