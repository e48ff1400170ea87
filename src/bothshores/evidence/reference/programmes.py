"""Programmes with applicants and outcomes: effects that last, fade, emerge, harm or are none, and who was chosen how.

outcome(i, h) = ability + growth + trait + effect(h) * treated + noise. Where people chose themselves, those who are
more able and on the rise enrol more often; neither is in the file, so that matching on what is there gets it wrong.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Final

import numpy as np
import polars as pl

from bothshores.evidence.reference.streams import stream

HORIZONS: Final = (-2, -1, 1, 2, 3, 5)
"""Years before and after enrolment in which people were asked."""
APPLICANTS: Final = 900


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme: how people were chosen, and its effect on monthly earnings (USD) 1, 2, 3 and 5 years after."""

    programme: str
    template: str
    chosen_by: str
    course: str
    effect: tuple[float, float, float, float]
    selection: float
    first_year: int


PROGRAMMES: Final = (
    Programme("training_lasts", "vocational_training", "lottery", "lasts", (30.0, 32.0, 31.0, 33.0), 0.0, 2015),
    Programme("cash_fades", "conditional_enterprise_grants", "lottery", "fades", (45.0, 28.0, 12.0, 2.0), 0.0, 2015),
    Programme("apprentices_emerge", "apprenticeships", "lottery", "emerges", (-12.0, 5.0, 22.0, 38.0), 0.0, 2016),
    Programme("debt_harms", "matched_savings", "lottery", "harms", (8.0, -6.0, -18.0, -24.0), 0.0, 2016),
    Programme("fairs_nothing", "information_hubs", "lottery", "nothing", (0.0, 0.0, 0.0, 0.0), 0.0, 2017),
    Programme("hubs_chosen", "service_hubs", "self", "nothing", (0.0, 0.0, 0.0, 0.0), 0.9, 2017),
    Programme("recognition_chosen", "recognition_of_qualifications", "self", "lasts", (20, 21, 20, 22), 0.7, 2018),
    Programme("reintegration_score", "reintegration_of_returnees", "score", "fades", (35, 20, 10, 4), 0.0, 2018),
)  # fmt: skip
CUTOFF: Final = 50.0


def make_programmes(seed: int, districts: list[str]) -> tuple[pl.DataFrame, pl.DataFrame, list[dict[str, Any]]]:
    """Applicants, their outcomes, and the truth, with the mean that selection alone makes of the difference."""
    found = [one_programme(programme, seed, districts) for programme in PROGRAMMES]
    applicants, outcomes, truths = zip(*found, strict=True)
    return pl.concat(applicants), pl.concat(outcomes), list(truths)


def one_programme(
    programme: Programme, seed: int, districts: list[str]
) -> tuple[pl.DataFrame, pl.DataFrame, dict[str, Any]]:
    """One programme's applicants and outcomes."""
    generator = stream(seed, programme.programme)
    ability, rise = generator.standard_normal(APPLICANTS), generator.standard_normal(APPLICANTS)
    woman, school = generator.random(APPLICANTS) < 0.5, generator.integers(1, 5, APPLICANTS)
    score = np.round(np.clip(CUTOFF + 12 * generator.standard_normal(APPLICANTS), 0, 100), 1)
    treated = choose(programme, ability + rise, score, generator)
    people = [f"{programme.programme}-{number:04}" for number in range(1, APPLICANTS + 1)]
    applicants = pl.DataFrame(
        {
            "programme": programme.programme,
            "applicant": people,
            "district": generator.choice(districts, APPLICANTS),
            "enrolment_year": programme.first_year,
            "sex": np.where(woman, "female", "male"),
            "age": generator.integers(18, 45, APPLICANTS),
            "isced2011": school,
            "score": score,
            "treated": treated,
        }
    )
    plain = 180.0 - 30.0 * woman + 15.0 * school + 25.0 * ability
    parts = []
    for horizon in HORIZONS:
        effect = programme.effect[HORIZONS.index(horizon) - 2] if horizon > 0 else 0.0
        grown = plain + 4.0 * horizon + 6.0 * rise * max(horizon, 0)
        earned = grown + effect * treated + 20.0 * generator.standard_normal(APPLICANTS)
        answered = generator.random(APPLICANTS) < 0.97 - 0.02 * max(horizon, 0)
        parts.append(
            pl.DataFrame(
                {
                    "programme": programme.programme,
                    "applicant": people,
                    "years_since": horizon,
                    "earnings_usd_month": np.round(np.maximum(earned, 0.0), 1),
                }
            ).filter(pl.Series(answered))
        )
    biases = [bias_of(treated, 25.0 * ability + 6.0 * rise * horizon) for horizon in HORIZONS[2:]]
    return applicants, pl.concat(parts), asdict(programme) | {"selection_bias": biases}


def choose(
    programme: Programme, promise: np.ndarray, score: np.ndarray, generator: np.random.Generator
) -> np.ndarray:  # fmt: skip
    """Who was treated: by lottery, by a score from the cut-off on, or by their own choice."""
    if programme.chosen_by == "score":
        return score >= CUTOFF
    return generator.random(APPLICANTS) < 1.0 / (1.0 + np.exp(-programme.selection * promise))


def bias_of(treated: np.ndarray, unseen: np.ndarray) -> float:
    """What those treated would have earned more without the programme, in USD a month."""
    return round(float(unseen[treated].mean() - unseen[~treated].mean()), 2)
