"""Effects are weighed, never added up, and put into standard deviations only where their unit allows it."""

import pytest
import small_plan as s

from bothshores import tables
from bothshores.evaluate.expected import expected_by_measure
from bothshores.tables.basis import EffectUses

TEMPLATES = {"training": s.template(effects=(s.link("E1", take_up=0.5),))}


def use(effect="E2", **changes):
    return {
        "measure": "training", "effect": effect, "indicator": "unemployment_rate", "study": "", "place": "",
        "design": "", "horizon_years": 1.0, "published": 10.0, "unit": "percentage points", "spread": 4.0,
        "spread_rule": "published",
        "verified": True, "family": "lasts", "shrink": 1.0, "transfer_spread": 3.0, "scored": True, "message": "",
        "args": "{}",
    } | changes  # fmt: skip


def expected(*uses):
    found = expected_by_measure(tables.build(EffectUses, uses), TEMPLATES)
    return {measure: each.size for measure, each in found.items()}


@pytest.mark.parametrize(
    ("unit", "published", "size"),
    [("percentage points", 10.0, 0.2), ("SD", 0.2, 0.2), ("SMD", -0.2, 0.2), ("percent", 30.0, 0.3)],
)
def test_units(unit, published, size):
    assert expected(use(unit=unit, published=published))["training"] == pytest.approx(size)


def test_what_cannot_be_converted_or_is_not_scored_says_nothing():
    assert expected(use(unit="USD per month")) == {}
    assert expected(use(scored=False)) == {}
    assert expected(use(spread=None)) == {}


def test_caution_and_take_up_make_it_smaller():
    assert expected(use(shrink=0.5))["training"] == pytest.approx(0.1)
    assert expected(use("E1"))["training"] == pytest.approx(0.1)


def test_a_null_weighs_as_well_as_what_was_found():
    both = expected(use("E2"), use("E3", published=None))
    assert both["training"] == pytest.approx(0.1)


def test_readings_of_one_indicator_are_weighed_by_precision():
    both = expected(
        use("E2", spread=3.0, transfer_spread=0.0), use("E3", published=0.0, spread=6.0, transfer_spread=0.0)
    )
    assert both["training"] == pytest.approx(0.2 * 4 / 5)


def test_the_greatest_over_indicators_counts():
    assert expected(use(), use(indicator="account_ownership", published=30.0))["training"] == pytest.approx(0.6)


def test_it_says_on_which_indicator():
    uses = tables.build(EffectUses, [use(), use(indicator="account_ownership", published=30.0)])
    assert expected_by_measure(uses, TEMPLATES)["training"].indicator == "account_ownership"


def test_an_effect_without_any_spread_has_no_weight():
    assert expected(use(spread=1e-200, transfer_spread=None))["training"] == 0
