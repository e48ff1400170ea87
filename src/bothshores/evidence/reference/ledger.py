"""Releases of money with their milestones, most of them clean, some corrupt in ways that a ledger can show."""

from __future__ import annotations

import datetime
from typing import Any, Final

import numpy as np
import polars as pl

from bothshores.evidence.reference.programmes import PROGRAMMES
from bothshores.evidence.reference.streams import stream

RELEASES: Final = 600
CEILING: Final = 50_000
"""From this amount on a second signature is needed: splitting stays just below it."""
CORRUPT: Final = {
    "paid_twice": 4, "before_verification": 5, "verified_by_implementer": 5, "split_below_ceiling": 6,
    "official_as_payee": 3, "no_milestone": 4,
}  # fmt: skip
"""Kinds of corrupt release, and how many of each."""
OFFICIAL: Final = "account_of_programme_officer"


def make_ledger(seed: int, districts: list[str]) -> tuple[pl.DataFrame, list[dict[str, str]]]:
    """Releases numbered by day, and which of them are corrupt in which way."""
    generator = stream(seed, "ledger")
    chosen = generator.choice(RELEASES, sum(CORRUPT.values()), replace=False).tolist()
    kinds = dict(zip(chosen, (kind for kind, count in CORRUPT.items() for _each in range(count)), strict=True))
    rows = [row for at in range(RELEASES) for row in corrupt(kinds.get(at, ""), clean(generator, districts))]
    rows.sort(key=lambda row: (row["released"], row["payee_account"], row["amount_usd"], row["milestone"]))
    numbered = [{"release": f"XRF-R{number:04}"} | row for number, row in enumerate(rows, 1)]
    planted = [{"release": row["release"], "kind": row["kind"]} for row in numbered if row["kind"]]
    return pl.DataFrame(numbered).drop("kind"), planted


def clean(generator: np.random.Generator, districts: list[str]) -> dict[str, Any]:
    """A release after its milestone was verified by somebody else than the implementer."""
    verified = datetime.date(2020, 1, 15) + datetime.timedelta(days=int(generator.integers(0, 1700)))
    implementer = int(generator.integers(1, 13))
    return {
        "kind": "",
        "programme": PROGRAMMES[int(generator.integers(len(PROGRAMMES)))].programme,
        "district": str(generator.choice(districts)),
        "implementer": f"implementer_{implementer:02}",
        "payee_account": f"account_{implementer:02}",
        "milestone": f"M{int(generator.integers(1, 5))}",
        "verified": verified,
        "verified_by": f"auditor_{int(generator.integers(1, 6))}",
        "released": verified + datetime.timedelta(days=int(generator.integers(3, 40))),
        "amount_usd": int(np.round(np.exp(generator.normal(9.8, 0.6)), -2)),
    }


def corrupt(kind: str, row: dict[str, Any]) -> list[dict[str, Any]]:
    """The row, changed as the kind says, with the other one that belongs to it; of a payment made twice the second."""
    marked = row | {"kind": kind}
    if kind == "paid_twice":
        return [row, marked | {"released": row["released"] + datetime.timedelta(days=9)}]
    if kind == "split_below_ceiling":
        first = marked | {"amount_usd": CEILING - 200}
        return [first, first | {"amount_usd": CEILING - 300, "milestone": f"{row['milestone']}b"}]
    changes: dict[str, dict[str, Any]] = {
        "": {},
        "before_verification": {"released": row["verified"] - datetime.timedelta(days=20)},
        "verified_by_implementer": {"verified_by": row["implementer"]},
        "official_as_payee": {"payee_account": OFFICIAL},
        "no_milestone": {"milestone": "", "verified_by": "", "verified": None},
    }
    return [marked | changes[kind]]
