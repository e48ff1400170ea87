"""What the fictional world's statistics say: published series, migrants by corridor, remittances."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bothshores.catalogue import indicators
from bothshores.evidence.reference.streams import stream
from bothshores.evidence.reference.world import DESTINATIONS, FIRST, LAST, NOW, YEARS, Numbers, World
from bothshores.vocab import FICTIONAL_CODES, REFERENCE

STOCK_YEARS = (2000, 2005, 2010, 2015, 2020, NOW)
CUBE = "un_desa_matrix"
"""The source that has people abroad."""
WORKBOOK = "world_bank_remittances"
"""The source that has remittances."""


@dataclass(frozen=True, slots=True)
class National:
    """figures[indicator][country, year] over YEARS, known and hidden; stocks[year][origin, destination] in persons."""

    figures: dict[str, Numbers]
    stocks: dict[int, Numbers]

    def known(self, indicator: str) -> Numbers:
        """The years until NOW."""
        return self.figures[indicator][:, : NOW - FIRST + 1]


def make_national(world: World) -> National:
    """Every published indicator in its unit; totals are products of the world's series, so that they fit together."""
    part = world.series
    people, income = part["population_total"], part["gdp_per_capita_usd"]
    totals = {
        "population_total": np.round(people),
        "gdp_usd": people * income,
        "gdp_per_capita_ppp": income * part["ppp_ratio"],
        "labour_force": np.round(people * part["labour_share"]),
        "net_migration": np.round(people * part["net_migration_rate"] / 1000.0),
        "immigrant_stock": np.round(people * part["immigrant_share"]),
        "remittances_received_usd": people * income * part["remittance_share"],
        "oda_received_usd": people * income * part["oda_share"],
    }
    plain = {name: values for name, values in part.items() if name in indicators() and not indicators()[name].ratio}
    return National(rounded(plain | totals), corridors(world))


def rounded(figures: dict[str, Numbers]) -> dict[str, Numbers]:
    """Figures as they are published: six digits that count, and nothing above the top of an index."""
    tops = {name: min(indicators()[name].limits[1], 1e300) for name in figures}
    return {name: significant(np.minimum(values, tops[name])) for name, values in sorted(figures.items())}


def significant(values: Numbers) -> Numbers:
    """Six significant digits."""
    return np.array([float(f"{value:.6g}") for value in values.ravel()]).reshape(values.shape)


def corridors(world: World) -> dict[int, Numbers]:
    """People by origin and destination: emigrants, spread by how rich and how near the destination is."""
    near = stream(world.seed, "corridors").gumbel(size=(len(FICTIONAL_CODES), len(FICTIONAL_CODES)))
    rich = np.where(np.isin(FICTIONAL_CODES, DESTINATIONS), 2.5, 0.0)
    pull = np.exp(near + rich)
    np.fill_diagonal(pull, 0.0)
    share = pull / pull.sum(axis=1, keepdims=True)
    emigrants = world.series["population_total"] * world.series["emigrant_share"]
    return {year: np.round(share * emigrants[:, [year - FIRST]]) for year in STOCK_YEARS}


def here(national: National) -> dict[str, Numbers]:
    """The reference country's figures by indicator over YEARS, ratios of the catalogue too."""
    at = FICTIONAL_CODES.index(REFERENCE)
    paths = {name: values[at] for name, values in national.figures.items()}
    for each in indicators().values():
        ratio = each.ratio
        if ratio and {ratio.numerator, ratio.denominator} <= national.figures.keys():
            paths[each.id] = ratio.factor * paths[ratio.numerator] / paths[ratio.denominator]
    return dict(sorted(paths.items()))


def last_figures(national: National) -> dict[str, float]:
    """The reference country's figures of NOW."""
    return {name: float(values[NOW - FIRST]) for name, values in here(national).items()}


def futures(national: National) -> dict[str, dict[int, float]]:
    """What comes after NOW in the reference country without any plan, by indicator and year."""
    return {
        name: {year: float(values[year - FIRST]) for year in YEARS if NOW < year <= LAST}
        for name, values in here(national).items()
    }
