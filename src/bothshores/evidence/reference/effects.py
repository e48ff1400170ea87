"""What the plan's measures would really do in the reference country, and so what a budget would really change.

A truth of its own, drawn from no range of the plan's: of what studies elsewhere found, SIZE (mean and standard
deviation) arrives here, so that some effects are larger, many smaller, and a few harm; each lasts, fades or emerges; a
person costs more or less than the plan says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

import numpy as np
import polars as pl

from bothshores.catalogue import Template, effects, templates
from bothshores.catalogue.templates import EffectLink
from bothshores.evidence.reference.streams import stream
from bothshores.evidence.reference.world import Numbers

SIZE: Final = (0.6, 0.45)
COST: Final = (0.15, 0.3)
"""Mean and standard deviation of the logarithm of the true unit cost over the plan's."""
COURSES: Final = ("lasts", "fades", "emerges")
EMERGES_OVER: Final = 3
"""Years in which an effect that emerges grows to its whole size."""


@dataclass(frozen=True, slots=True)
class PlantedEffect:
    """What one person reached changes: `per_person` in the indicator's unit once the effect is whole."""

    template: str
    indicator: str
    per_person: float
    size: float
    course: str
    persistence: float

    def after(self, age: int) -> float:
        """The change for one person, `age` years after the year of being reached; half counts in that year."""
        part = 0.5 if age == 0 else 1.0
        if self.course == "fades":
            part *= self.persistence ** max(age - 1, 0)
        elif self.course == "emerges":
            part *= min(age + 1, EMERGES_OVER) / EMERGES_OVER
        return self.per_person * part


def planted_effects(seed: int, here: Mapping[str, float]) -> tuple[PlantedEffect, ...]:
    """An effect for each template and indicator that the library links with a figure; `here` has the last figures."""
    found = []
    for template in sorted(templates().values(), key=lambda each: each.id):
        for indicator in sorted({link.indicator for link in template.effects}):
            generator = stream(seed, f"effect {template.id} {indicator}")
            size = float(generator.normal(*SIZE))
            course, persistence = str(generator.choice(COURSES)), float(generator.uniform(0.4, 0.9))
            published = as_published(template, indicator, here)
            if published is not None:
                found.append(PlantedEffect(template.id, indicator, size * published, size, course, persistence))
    return tuple(found)


def as_published(template: Template, indicator: str, here: Mapping[str, float]) -> float | None:
    """Mean change of one person over the linked rows with a figure, verified nulls as 0; None without any."""
    found = [
        change for link in template.effects if link.indicator == indicator and (change := one(link, here)) is not None
    ]
    return float(np.mean(found)) if any(found) else None


def one(link: EffectLink, here: Mapping[str, float]) -> float | None:
    """Change of the indicator for one person by one row of the library, as the catalogue links it."""
    effect = effects()[link.effect]
    needed = {name for name in (link.base, link.denominator) if name}
    if not needed <= here.keys() or not (effect.usable or (effect.kind == "null" and effect.verified)):
        return None
    base, people = here.get(link.base, 1.0), here.get(link.denominator, 1.0)
    size = effect.effect if effect.usable and effect.effect is not None else 0.0
    return link.sign * size * link.scale * base * link.base_share * link.take_up / people


def cost_factor(seed: int, template: str) -> float:
    """What a person truly costs, over what the plan says."""
    return float(np.exp(stream(seed, f"cost {template}").normal(*COST)))


def outcomes(
    seed: int, planted: tuple[PlantedEffect, ...], measures: pl.DataFrame, budget: pl.DataFrame, years: range
) -> dict[tuple[str, str], Numbers]:  # fmt: skip
    """What a budget truly changes: by measure and indicator, in each of `years`, in the indicator's unit.

    Takes tables `measures` and `budget`. People reached are money over the true cost, at most those eligible who take
    part; leakage is as the template says.
    """
    changed: dict[tuple[str, str], Numbers] = {}
    for row in measures.filter(pl.col("unit_cost_usd").is_not_null()).iter_rows(named=True):
        for effect in (each for each in planted if each.template == row["template"]):
            template = templates()[effect.template]
            money = yearly(budget, row["id"], years)
            most = (row["eligible_persons"] or 0) * template.coverage_max / len(years)
            people = np.minimum(money / (row["unit_cost_usd"] * cost_factor(seed, template.id)), most)
            path = np.array([effect.after(age) for age in range(len(years))]) * (1.0 - template.leakage)
            changed[row["id"], effect.indicator] = np.convolve(people, path)[: len(years)]
    return changed


def yearly(budget: pl.DataFrame, measure: str, years: range) -> Numbers:
    """USD of a measure in each year."""
    mine = dict(budget.filter(pl.col("measure") == measure).select("year", "amount_usd").iter_rows())
    return np.array([float(mine.get(year, 0)) for year in years])


def truth(seed: int, planted: tuple[PlantedEffect, ...]) -> list[dict[str, Any]]:
    """Every planted effect, with the true cost of its measure over the plan's."""
    return [asdict(each) | {"cost_factor": cost_factor(seed, each.template)} for each in planted]
