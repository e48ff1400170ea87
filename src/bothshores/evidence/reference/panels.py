"""Outcomes by district and year, with measures that start at different times: they last, fade, harm, and spill.

outcome(d, t) = district + year + trend + effect(t - start) + spill * mean over treated neighbours + noise
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Final

import numpy as np
import polars as pl

from bothshores.evidence.reference.districts import code, neighbours
from bothshores.evidence.reference.streams import stream

SINCE, UNTIL = 2008, 2024
STARTS: Final = (2013, 2016, 2019)
NEVER: Final = 0


@dataclass(frozen=True, slots=True)
class Rollout:
    """A measure brought to districts in steps: its effect each year after the start, and what neighbours get of it."""

    measure: str
    outcome: str
    course: str
    effect: tuple[float, ...]
    spill: float
    chosen_by: str


ROLLOUTS: Final = (
    Rollout("rollout_lasts", "employment_share", "lasts", (0.01, 0.03, 0.03, 0.03, 0.03, 0.03), 0.0, "lottery"),
    Rollout("rollout_fades", "poverty_share", "fades", (-0.02, -0.04, -0.025, -0.012, -0.005, 0.0), 0.0, "lottery"),
    Rollout("rollout_harms", "school_attendance_share", "harms", (0, -0.01, -0.02, -0.025, -0.03, -0.03), 0.0, "need"),
    Rollout("rollout_spills", "small_firms_per_1000", "lasts", (0.5, 1.5, 1.5, 1.5, 1.5, 1.5), 0.4, "lottery"),
    Rollout("rollout_displaces", "vacancies_filled_share", "lasts", (0.02, *[0.04] * 5), -0.3, "lottery"),
    Rollout("rollout_nothing", "remittance_cost_share", "nothing", (0.0,) * 6, 0.0, "need"),
)  # fmt: skip
LEVELS: Final = {
    "employment_share": (0.55, 0.05, 0.008), "poverty_share": (0.30, 0.06, 0.010),
    "school_attendance_share": (0.85, 0.04, 0.006), "small_firms_per_1000": (12.0, 2.5, 0.4),
    "vacancies_filled_share": (0.60, 0.05, 0.010), "remittance_cost_share": (0.065, 0.008, 0.002),
}  # fmt: skip
"""Level, spread between districts, yearly noise."""


def make_panel(seed: int, need: np.ndarray) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The panel (district, year, outcome, value) and who got which measure when (first_year 0: never)."""
    parts, starts = [], []
    for rollout in ROLLOUTS:
        generator = stream(seed, rollout.measure)
        start = first_years(rollout, need, generator)
        parts.append(panel_of(rollout, start, need, generator))
        starts.append(
            pl.DataFrame(
                {"measure": rollout.measure, "district": [code(at) for at in range(len(start))], "first_year": start}
            )
        )
    return pl.concat(parts), pl.concat(starts)


def first_years(rollout: Rollout, need: np.ndarray, generator: np.random.Generator) -> np.ndarray:
    """The first year of each district: a lottery, or the neediest first, which naive comparisons get wrong."""
    count = len(need)
    order = generator.permutation(count) if rollout.chosen_by == "lottery" else np.argsort(-need, kind="stable")
    groups = np.array_split(order, len(STARTS) + 1)
    start = np.full(count, NEVER)
    for year, group in zip(STARTS, groups, strict=False):
        start[group] = year
    return start


def panel_of(
    rollout: Rollout, start: np.ndarray, need: np.ndarray, generator: np.random.Generator
) -> pl.DataFrame:  # fmt: skip
    """One outcome in every district and year."""
    level, between, noise = LEVELS[rollout.outcome]
    years = np.arange(SINCE, UNTIL + 1)
    base = level + between * (0.5 * standard(need) + 0.8 * generator.standard_normal(len(need)))
    common = np.cumsum(0.3 * noise * generator.standard_normal(len(years)))
    direct = effect_at(rollout, start, years)
    beside = neighbours()
    spilled = rollout.spill * (beside @ direct) / beside.sum(axis=1, keepdims=True)
    values = base[:, None] + common + direct + spilled + noise * generator.standard_normal((len(need), len(years)))
    return pl.DataFrame(
        {
            "district": np.repeat([code(at) for at in range(len(need))], len(years)),
            "year": np.tile(years, len(need)),
            "outcome": rollout.outcome,
            "value": np.round(values.ravel(), 5),
        }
    )


def effect_at(rollout: Rollout, start: np.ndarray, years: np.ndarray) -> np.ndarray:
    """The direct effect [district, year]; after the last year stated it stays."""
    age = years[None, :] - start[:, None]
    after = np.array(rollout.effect)[np.clip(age, 0, len(rollout.effect) - 1)]
    return np.where((start[:, None] != NEVER) & (age >= 0), after, 0.0)


def standard(values: np.ndarray) -> np.ndarray:
    """Mean 0, standard deviation 1."""
    return np.asarray((values - values.mean()) / values.std())


def truth() -> list[dict[str, Any]]:
    """Every rollout as planted."""
    return [asdict(each) for each in ROLLOUTS]
