"""In which languages a country's plan is written unless somebody asks for others."""

from __future__ import annotations

from typing import Final

import pycountry
from babel.languages import get_official_languages

from bothshores.locale import languages

ALWAYS: Final = ("en", "ar")


def languages_of(country: str) -> tuple[str, ...]:
    """English, Arabic, and each official language of the country (Unicode CLDR) that Bothshores speaks."""
    known = pycountry.countries.get(alpha_3=country)
    official = get_official_languages(known.alpha_2, de_facto=True) if known else ()
    return tuple(dict.fromkeys((*ALWAYS, *(each for each in official if each in languages()))))
