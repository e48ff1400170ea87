"""Which outcome of the catalogue each published effect is on, or why on none; from which study it comes."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from bothshores.catalogue.reading import folder
from bothshores.errors import CatalogueError

FILE = "effect_outcomes.csv"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One row of `published/effect_outcomes.csv`.

    `study` joins rows on the same people; `field` is what is pooled where nothing nearer is; `good` is 1 where more of
    the outcome as worded is better, -1 where less is, 0 where that is for people to say. `indicators` are national or
    of a programme; none means: not mapped, for the reason given.
    """

    study: str
    field: str
    good: int
    indicators: tuple[str, ...]
    reason: str


@cache
def outcomes() -> dict[str, Outcome]:
    """Outcome by id of the effect. Raises CatalogueError naming row and reason."""
    found: dict[str, Outcome] = {}
    with folder("published").joinpath(FILE).open(encoding="utf-8") as file:
        for line, raw in enumerate(csv.DictReader(file), start=1):
            try:
                found[raw["effect"]] = build(raw)
            except (KeyError, ValueError) as error:
                where = f"catalogue/published/{FILE}, row {line}"
                raise CatalogueError(f"A field is wrong: {error}.", where=where, remedy="Mend it.") from error
    return found


def build(raw: dict[str, str]) -> Outcome:
    """One row. Raises ValueError where study, field or reason is empty."""
    if empty := [name for name in ("study", "field", "reason") if not raw[name].strip()]:
        raise ValueError(f"{', '.join(empty)} is empty")
    return Outcome(raw["study"], raw["field"], int(raw["good"]), tuple(raw["outcomes"].split()), raw["reason"])
