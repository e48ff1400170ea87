"""People on the move and openings on both shores, by occupation (ISCO-08); past placements with a planted bias."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import polars as pl

from bothshores.evidence.reference.streams import stream
from bothshores.evidence.reference.world import DESTINATIONS

PERSONS, OPENINGS, PLACEMENTS = 4000, 800, 3000
OCCUPATIONS: Final = {
    "2221": (5, 1500), "2341": (5, 900), "2512": (6, 2200), "3221": (4, 1000), "4110": (3, 700), "5120": (2, 600),
    "5223": (2, 450), "5322": (3, 800), "6111": (2, 400), "7115": (3, 750), "7126": (3, 850), "7212": (3, 900),
    "7231": (3, 800), "7411": (3, 950), "7531": (2, 500), "8332": (3, 850), "9111": (1, 400), "9313": (1, 450),
}  # fmt: skip
"""ISCO-08 unit group: usual ISCED 2011 level, and pay in US dollars a month (invented)."""
SHORT: Final = ("2221", "5322", "7126", "7411")
"""Occupations of which openings ask more people than there are."""
BIASED_AGENCY: Final = "agency_3"
WOMEN_PENALTY: Final = 0.9
"""Log odds that a qualified woman loses against a qualified man with the biased agency."""
GROUPS: Final = ("returnee", "emigrant", "would_be_emigrant")


def make_persons(seed: int, districts: list[str], weights: np.ndarray) -> pl.DataFrame:
    """Persons: group, sex, age, district of origin, country of stay, occupation, level, years of work, recognised."""
    generator = stream(seed, "persons")
    codes = list(OCCUPATIONS)
    share = np.array([0.4 if each in SHORT else 1.0 for each in codes])
    isco = generator.choice(codes, PERSONS, p=share / share.sum())
    group = generator.choice(GROUPS, PERSONS, p=(0.35, 0.45, 0.2))
    abroad = generator.choice(DESTINATIONS, PERSONS)
    level = np.clip([OCCUPATIONS[each][0] for each in isco] + generator.integers(-1, 2, PERSONS), 1, 8)
    age = np.clip(np.round(generator.normal(34, 9, PERSONS)), 18, 64).astype(int)
    return pl.DataFrame(
        {
            "person": [f"XRF-P{number:05}" for number in range(1, PERSONS + 1)],
            "group": group,
            "sex": generator.choice(("female", "male"), PERSONS, p=(0.46, 0.54)),
            "age": age,
            "origin_district": generator.choice(districts, PERSONS, p=weights / weights.sum()),
            "stay_country": np.where(group == "would_be_emigrant", "XRF", abroad),
            "isco08": isco,
            "isced2011": level,
            "experience_years": np.minimum(generator.poisson(6, PERSONS), age - 16),
            "qualification_recognised": generator.random(PERSONS) < np.where(group == "emigrant", 0.3, 0.6),
        }
    )


def make_openings(seed: int, districts: list[str]) -> pl.DataFrame:
    """Openings on both shores: country, district at home, occupation, level, places, pay."""
    generator = stream(seed, "openings")
    codes = list(OCCUPATIONS)
    share = np.array([3.0 if each in SHORT else 1.0 for each in codes])
    isco = generator.choice(codes, OPENINGS, p=share / share.sum())
    home = generator.random(OPENINGS) < 0.55
    pay = np.array([OCCUPATIONS[each][1] for each in isco]) * np.where(home, 0.5, 1.0)
    return pl.DataFrame(
        {
            "opening": [f"XRF-O{number:04}" for number in range(1, OPENINGS + 1)],
            "country": np.where(home, "XRF", generator.choice(DESTINATIONS, OPENINGS)),
            "district": np.where(home, generator.choice(districts, OPENINGS), ""),
            "isco08": isco,
            "isced2011": [OCCUPATIONS[each][0] for each in isco],
            "places": 1 + generator.poisson(2, OPENINGS),
            "pay_usd_month": np.round(pay * np.exp(0.15 * generator.standard_normal(OPENINGS)), -1).astype(int),
            "recruitment_fee_months": np.round(np.where(home, 0.0, generator.gamma(2.0, 1.2, OPENINGS)), 1),
        }
    )


def make_placements(seed: int, persons: pl.DataFrame) -> pl.DataFrame:
    """Past offers of four agencies: who was qualified, and who was placed; one agency passes over women."""
    generator = stream(seed, "placements")
    who = persons.sample(PLACEMENTS, with_replacement=True, seed=seed)
    agency = generator.choice([f"agency_{number}" for number in range(1, 5)], PLACEMENTS)
    qualified = generator.random(PLACEMENTS) < 0.6
    women = (who["sex"] == "female").to_numpy()
    odds = -0.6 + 1.4 * qualified - WOMEN_PENALTY * (women & (agency == BIASED_AGENCY))
    return who.select("person", "sex", "isco08").with_columns(
        agency=pl.Series(agency),
        qualified=pl.Series(qualified),
        placed=pl.Series(generator.random(PLACEMENTS) < 1.0 / (1.0 + np.exp(-odds))),
    )


def truth() -> dict[str, Any]:
    """What is planted among people and openings."""
    return {
        "short_occupations": list(SHORT),
        "biased_matching": {"agency": BIASED_AGENCY, "against": "female", "log_odds": -WOMEN_PENALTY},
    }
