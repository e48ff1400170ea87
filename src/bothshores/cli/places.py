"""Which country the user means, and where its plan lies."""

from __future__ import annotations

import argparse
from pathlib import Path

from bothshores.catalogue.countries import pack
from bothshores.catalogue.country_kinds import Unit
from bothshores.errors import RequestError, UnknownCountryError, WorkspaceError
from bothshores.store import Workspace
from bothshores.vocab import is_fictional


def country_of(asked: argparse.Namespace) -> str:
    """The ISO 3166-1 alpha-3 code asked for, or that of the workspace named. Suggests where the code is unknown."""
    if asked.country is not None:
        return check_country(asked.country)
    if asked.workspace:
        try:
            return str(Workspace(asked.workspace).manifest()["country"])
        except (KeyError, WorkspaceError):
            pass
    raise RequestError("No country is given.", remedy="Name it by its code, as NPL.")


def check_country(text: str) -> str:
    """The code itself, in capitals; raises UnknownCountryError with the nearest countries."""
    import pycountry
    from rapidfuzz import fuzz, process

    code = text.strip().upper()
    if pycountry.countries.get(alpha_3=code) or is_fictional(code):
        return code
    names = {country.alpha_3: country.name for country in pycountry.countries}
    if by_two := pycountry.countries.get(alpha_2=code):
        near = [by_two.alpha_3]
    else:
        by_name = [match[2] for match in process.extract(text, names, scorer=fuzz.WRatio, limit=2, score_cutoff=80)]
        by_code = [
            match[0] for match in process.extract(code, list(names), scorer=fuzz.ratio, limit=3, score_cutoff=60)
        ]
        near = list(dict.fromkeys(by_name + by_code))[:3]
    hint = " or ".join(f"{each} ({names[each]})" for each in near)
    raise UnknownCountryError(
        f"No country has the code {text!r}.", remedy=f"Did you mean {hint}?" if hint else "Use ISO 3166-1, as NPL."
    )


def unit_of(country: str, code: str) -> Unit:
    """A unit of the country's pack by its code. Raises RequestError naming the nearest by code or name."""
    from rapidfuzz import fuzz, process

    known = pack(country)
    if known is None:
        raise RequestError(f"{country} has no country pack.", remedy="Leave --place out and write the place by hand.")
    units = {unit.code: unit for unit in known.units}
    if code.strip().upper() in units:
        return units[code.strip().upper()]
    names = {unit.code: unit.name for unit in known.units}
    near = [match[2] for match in process.extract(code, names, scorer=fuzz.WRatio, limit=3, score_cutoff=80)]
    hint = " or ".join(f"{each} ({names[each]})" for each in near)
    remedy = f"Did you mean {hint}?" if hint else f"See `bothshores catalogue countries {country}`."
    raise RequestError(f"No unit of {country} has the code {code!r}.", remedy=remedy)


def workspace_of(asked: argparse.Namespace, country: str) -> Workspace:
    """The folder named, or plans/ISO3."""
    return Workspace(asked.workspace or Path("plans") / country)
