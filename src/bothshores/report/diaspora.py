"""People of the country living abroad, by destination, from the newest stock one source gives."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from bothshores.report.story import Story


@dataclass(frozen=True, slots=True)
class Destination:
    """People in one country of residence; `women` is their share where it is known."""

    destination: str
    persons: int
    women: float | None


@dataclass(frozen=True, slots=True)
class Destinations:
    """All destinations of one year and source, the largest first."""

    year: int
    source: str
    total: int
    rows: tuple[Destination, ...]


def destinations(story: Story) -> Destinations | None:
    """The newest stock by destination, or None where there is none with people in it."""
    stocks = story.table("stocks").filter(pl.col("origin") == story.terms.country, pl.col("persons") > 0)
    everybody = stocks.filter(pl.col("sex") == "all")
    if not everybody.height:
        return None
    newest = everybody.sort(["year", "vintage", "source"]).row(-1, named=True)
    same = [pl.col(name) == newest[name] for name in ("year", "vintage", "source")]
    women = dict(stocks.filter(*same, pl.col("sex") == "female").select("destination", "persons").iter_rows())
    chosen = everybody.filter(*same).sort(["persons", "destination"], descending=[True, False])
    rows = tuple(
        Destination(place, persons, women[place] / persons if place in women else None)
        for place, persons in chosen.select("destination", "persons").iter_rows()
    )
    return Destinations(newest["year"], newest["source"], sum(row.persons for row in rows), rows)
