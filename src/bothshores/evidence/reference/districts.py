"""The reference country's regions and districts on a grid, with people, neighbours and how poor they are."""

from __future__ import annotations

from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from bothshores.evidence.reference.streams import stream
from bothshores.evidence.reference.world import NOW

WIDE, HIGH = 8, 5
"""Districts lie on a grid; those that share a side are neighbours."""
REGIONS: Final = 4
CAPITAL: Final = 18
"""The capital's place on the grid."""


def code(place: int) -> str:
    """`XR-103`: region 1, its third district."""
    within = place % WIDE % (WIDE // REGIONS) * HIGH + place // WIDE + 1
    return f"XR-{region(place)}{within:02}"


def region(place: int) -> int:
    """1 to REGIONS, by column of the grid."""
    return place % WIDE * REGIONS // WIDE + 1


def make_districts(seed: int, people: int) -> pl.DataFrame:
    """One row a district: code, name, region, place on the grid, people in NOW, poverty and underserved."""
    generator = stream(seed, "districts")
    count = WIDE * HIGH
    size = np.exp(0.5 * generator.standard_normal(count))
    size[CAPITAL] *= 4.0
    persons = np.round(people * size / size.sum()).astype(int)
    persons[CAPITAL] += people - int(persons.sum())
    poor = 1.0 / (1.0 + np.exp(0.9 - 0.5 * generator.standard_normal(count)))
    poor[CAPITAL] *= 0.4
    places = range(count)
    return pl.DataFrame(
        {
            "district": [code(place) for place in places],
            "name": [f"Fictional District {place + 1}" for place in places],
            "region": [f"XR-{region(place)}" for place in places],
            "country": "XRF",
            "column": [place % WIDE for place in places],
            "row": [place // WIDE for place in places],
            "year": NOW,
            "population": persons,
            "poverty_share": np.round(poor, 4),
            "underserved": poor > np.quantile(poor, 0.7),
        }
    )


def neighbours() -> NDArray[np.float64]:
    """beside[district, district]: 1 where two share a side of the grid."""
    places = np.arange(WIDE * HIGH)
    across, down = places % WIDE, places // WIDE
    apart = np.abs(across[:, None] - across) + np.abs(down[:, None] - down)
    return np.asarray(apart == 1, dtype=np.float64)


def neighbour_rows() -> pl.DataFrame:
    """The same as pairs of codes."""
    one, other = np.nonzero(neighbours())
    return pl.DataFrame({"district": [code(int(at)) for at in one], "neighbour": [code(int(at)) for at in other]})
