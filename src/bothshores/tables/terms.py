"""The decisions of `plan.toml`, as every room takes them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PlanTerms:
    """The decisions of `plan.toml`: they steer, and none of them is a fact."""

    country: str
    first_year: int
    last_year: int
    budget_usd: int
    price_year: int
    alpha: float = 0.9
    risk_weight: float = 0.5
    assumption_share_max: float = 0.35
    judgement_share_max: float = 0.30
    evaluation_share: float = 0.05
    absorption_growth_max: float = 0.5
    measure_share_max: float = 0.30
    floors: dict[str, int] = field(default_factory=dict)
    draws: int = 1000
    seed: int = 1

    @property
    def years(self) -> list[int]:
        """The plan's years, first to last."""
        return list(range(self.first_year, self.last_year + 1))
