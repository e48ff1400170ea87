"""Whether the parts of a country pack fit together."""

from __future__ import annotations

from collections.abc import Iterator

from bothshores.catalogue.country_kinds import FILES, Pack


def broken(pack: Pack) -> Iterator[tuple[str, str]]:
    """File, and what it names that the pack does not have."""
    yield from sources_not_listed(pack)
    yield from parents_not_above(pack)
    if bool(pack.outlines) != bool(pack.outlines_source):
        yield FILES[0], "boundaries.source and boundaries.geojson: a pack has both, or neither."
    known = {level.number for level in pack.levels}
    if known != set(range(1, len(pack.levels) + 1)):
        yield FILES[0], f"levels.number = {sorted(level.number for level in pack.levels)} is not 1, 2, … once each."
    for place, unit in enumerate(pack.units, start=1):
        if unit.level not in known:
            yield f"units.csv, row {place}", f"level = {unit.level} is none of the levels of pack.toml."


def sources_not_listed(pack: Pack) -> Iterator[tuple[str, str]]:
    """Sources that are cited and not listed."""
    head = [("currency.source", pack.currency.source), ("fiscal_year.source", pack.year_starts.source)]
    head += [(f"languages[{place}].source", each[2]) for place, each in enumerate(pack.languages, start=1)]
    head += [(f"levels[{place}].source", each.source) for place, each in enumerate(pack.levels, start=1)]
    if pack.outlines_source:
        head.append(("boundaries.source", pack.outlines_source))
    for key, cited in head:
        if cited not in pack.sources:
            yield FILES[0], f"{key} = {cited!r} is none of its sources."
    for file, cited_by in (("units.csv", [unit.source for unit in pack.units]),
                           ("bodies.csv", [body.source for body in pack.bodies]),
                           ("policies.csv", [policy.source for policy in pack.policies])):  # fmt: skip
        for place, cited in enumerate(cited_by, start=1):
            if cited not in pack.sources:
                yield f"{file}, row {place}", f"source = {cited!r} is none of the sources of pack.toml."


def parents_not_above(pack: Pack) -> Iterator[tuple[str, str]]:
    """Units whose parent does not exist one level above."""
    levels = {unit.code: unit.level for unit in pack.units}
    for place, unit in enumerate(pack.units, start=1):
        if (unit.level == 1 and unit.parent) or (unit.level > 1 and levels.get(unit.parent) != unit.level - 1):
            above = "empty, as at level 1" if unit.level == 1 else f"a unit of level {unit.level - 1}"
            yield f"units.csv, row {place}", f"parent = {unit.parent!r} is not {above}."
