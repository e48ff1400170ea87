"""What a template may say of money, effects and context."""

from __future__ import annotations

from typing import Any

import pytest

from bothshores.catalogue.fields import Fields
from bothshores.catalogue.templates import condition, cost, link

SOURCE = {"text": "A paper", "url": "https://doi.org/10.1000/1", "opened": True}
SEEN = {
    "assumed": False, "unit": "person", "amount_usd": 100, "markup": 1.5, "price_year": 2020, "place": "Kenya",
    "reason": "A half is added for delivery.", "source": SOURCE,
}  # fmt: skip
ASSUMED = {
    "assumed": True, "unit": "person", "low": 50, "central": 100, "high": 200, "price_year": 2020, "place": "Kenya",
    "reason": "By analogy.", "source": SOURCE | {"opened": False},
}  # fmt: skip


def test_the_mark_up_is_added_to_what_was_seen() -> None:
    found = cost(Fields(SEEN))
    assert (found.amount_usd, found.low, found.central, found.high, found.assumed) == (100, 150, 150, 150, False)


def test_an_assumption_is_a_range() -> None:
    found = cost(Fields(ASSUMED))
    assert (found.amount_usd, found.low, found.central, found.high, found.assumed) == (None, 50, 100, 200, True)


@pytest.mark.parametrize(
    ("raw", "named"),
    [
        (SEEN | {"source": SOURCE | {"opened": False}}, "opened"),
        (SEEN | {"markup": 0.9}, "markup"),
        (ASSUMED | {"high": 199}, "high"),
        (ASSUMED | {"central": 20}, "central"),
        (ASSUMED | {"low": -1}, "low"),
    ],
)
def test_a_cost_that_nobody_read_or_that_is_too_sure_is_refused(raw: dict[str, Any], named: str) -> None:
    with pytest.raises(ValueError, match=named):
        cost(Fields(raw))


@pytest.mark.parametrize(
    ("op", "figure", "holds"), [(">=", 0.15, True), (">", 0.15, False), ("<=", 0.2, False), ("<", 0.1, True)]
)
def test_a_condition_compares(op: str, figure: float, holds: bool) -> None:
    found = condition(Fields({"indicator": "inflation", "op": op, "value": 0.15, "source": SOURCE}))
    assert found.holds(figure) is holds
    assert found.needed


@pytest.mark.parametrize("sign", [0, 2, "up"])
def test_a_link_goes_up_or_down(sign: object) -> None:
    raw = {"effect": "E061", "indicator": "a", "sign": sign, "scale": 0.01, "denominator": "b", "reason": "Why."}
    with pytest.raises(ValueError, match="sign"):
        link(Fields(raw))
