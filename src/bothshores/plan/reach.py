"""How many people money reaches: the first ones cost least, and nobody is reached beyond those it is for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bothshores.plan.draws import Draws
from bothshores.tables.fund import FIRST_PAYMENT_QUARTER

A_YEAR = 4

EFFICIENCY = np.array([1.0, 0.75, 0.5])
"""People a dollar reaches in the first, second and last third of those who can be reached in a year, beside the first:
a judgement, because those easiest to find come first."""
FIRST_YEAR = (A_YEAR - FIRST_PAYMENT_QUARTER + 1) / A_YEAR
"""Part of its first year in which a measure pays: rules, contracts and a baseline come first."""


@dataclass(frozen=True, slots=True)
class Reach:
    """A measure's reach: `unit_cost` central and `cost` as drawn [2 * draws], both USD a person; `thirds_usd` what
    each third of a year's coverage costs at most."""

    unit_cost: float
    cost: Draws
    thirds_usd: Draws

    @property
    def most_usd(self) -> float:
        """USD a year beyond which nobody more is reached."""
        return float(self.thirds_usd.sum())

    def effective(self, amounts: Draws) -> Draws:
        """Dollars that reach people as the first ones do, of yearly amounts in USD; concave, and flat at the end."""
        spent = np.minimum(amounts, self.most_usd)
        before = np.concatenate([[0.0], np.cumsum(self.thirds_usd)[:-1]])
        parts = np.clip(spent[..., None] - before, 0.0, self.thirds_usd)
        return np.asarray(parts @ EFFICIENCY, dtype=np.float64)

    def people(self, amounts: Draws) -> float:
        """People reached by yearly amounts in USD, at the central cost."""
        return float(self.effective(amounts).sum() / self.unit_cost)


def reach_over(unit_cost: float, cost: Draws, eligible: float, coverage_max: float, years: int) -> Reach:
    """Reach of a measure that is open `years` years to `eligible` people, of whom at most `coverage_max` take part.

    A year's third is eligible * coverage_max / years / 3 people and costs unit_cost / efficiency each. A draw of the
    cost is at least coverage_max * unit_cost, so that no draw reaches more people than there are.
    """
    third = eligible * coverage_max / years / len(EFFICIENCY)
    return Reach(unit_cost, np.maximum(cost, coverage_max * unit_cost), third * unit_cost / EFFICIENCY)
