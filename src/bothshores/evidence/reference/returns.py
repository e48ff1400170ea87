"""Quarterly returns of the districts beside what was so, and people's feedback: some districts misreport."""

from __future__ import annotations

import datetime
from typing import Any, Final

import numpy as np
import polars as pl

from bothshores.evidence.reference.streams import stream

QUARTERS: Final = tuple(f"{year}-Q{quarter}" for year in range(2021, 2025) for quarter in range(1, 5))
MISREPORTING: Final = {"inflated": 4, "rounded": 2, "copied": 2}
"""Ways of misreporting, and in how many districts: a third more than so, to the next hundred, the quarter before."""
INFLATION: Final = 1.35
CASES: Final = 900
TOPICS: Final = ("service_delay", "information", "recruitment_fee", "bribe", "wage_withheld", "thanks")
USUAL: Final = (0.30, 0.28, 0.12, 0.04, 0.10, 0.16)
HOTSPOTS: Final = 3
"""Districts where reports of bribes come in a cluster."""


def make_returns(seed: int, districts: list[str]) -> tuple[pl.DataFrame, pl.DataFrame, dict[str, str]]:
    """Returns as reported, an independent count of a sample of them, and who misreports how."""
    generator = stream(seed, "returns")
    chosen = generator.choice(districts, sum(MISREPORTING.values()), replace=False).tolist()
    kinds = [kind for kind, count in MISREPORTING.items() for _each in range(count)]
    planted = dict(zip(chosen, kinds, strict=True))
    rows: list[dict[str, Any]] = []
    counts: list[dict[str, Any]] = []
    for district in districts:
        usual = float(np.exp(generator.normal(5.6, 0.4)))
        served = generator.poisson(usual * np.exp(0.1 * generator.standard_normal(len(QUARTERS))))
        employed = generator.binomial(served, 0.42)
        for at, quarter in enumerate(QUARTERS):
            known = {"district": district, "quarter": quarter}
            said = reported(planted.get(district, ""), served, at)
            rows.append(known | {"people_served": said, "in_work_after_6_months": int(employed[at])})
            if generator.random() < 0.2:
                counts.append(known | {"people_counted": int(served[at])})
    return pl.DataFrame(rows), pl.DataFrame(counts), dict(sorted(planted.items()))


def reported(kind: str, served: np.ndarray, at: int) -> int:
    """What a district says of one quarter."""
    if kind == "inflated":
        return round(INFLATION * int(served[at]))
    if kind == "rounded":
        return -(-int(served[at]) // 100) * 100
    if kind == "copied":
        return int(served[at - at % 4])
    return int(served[at])


def make_feedback(seed: int, districts: list[str]) -> tuple[pl.DataFrame, list[str]]:
    """Feedback cases, and the districts where bribes are reported in a cluster."""
    generator = stream(seed, "feedback")
    hot = sorted(generator.choice(districts, HOTSPOTS, replace=False).tolist())
    weight = np.where(np.isin(districts, hot), 2.0, 1.0)
    where = generator.choice(districts, CASES, p=weight / weight.sum())
    angry = np.isin(where, hot) & (generator.random(CASES) < 0.45)
    topic = np.where(angry, "bribe", generator.choice(TOPICS, CASES, p=USUAL))
    days = generator.integers(0, 1460, CASES)
    settled = generator.random(CASES) < np.where(topic == "bribe", 0.35, 0.8)
    received = [datetime.date(2021, 1, 1) + datetime.timedelta(days=int(each)) for each in days]
    return (
        pl.DataFrame(
            {
                "case": [f"XRF-F{number:04}" for number in range(1, CASES + 1)],
                "received": received,
                "district": where,
                "channel": generator.choice(("phone", "office", "message", "mission_abroad"), CASES),
                "topic": topic,
                "settled": settled,
                "days_to_settle": np.where(settled, generator.gamma(2.0, 12.0, CASES).astype(int) + 1, -1),
            }
        ).with_columns(days_to_settle=pl.when("settled").then("days_to_settle")),
        hot,
    )
