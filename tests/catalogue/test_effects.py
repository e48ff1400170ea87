"""The effect library is taken in with its caveats."""

from __future__ import annotations

from collections import Counter

from bothshores.catalogue import effects


def test_rows_are_those_its_readme_counts() -> None:
    kinds = Counter(effect.kind for effect in effects().values())
    assert (len(effects()), kinds["estimate"], kinds["sign"], kinds["null"]) == (162, 99, 36, 27)
    assert sum(effect.verified for effect in effects().values()) == 147
    assert Counter(effect.spread_rule for effect in effects().values())["assumed_2.5"] == 82


def test_a_placeholder_is_no_zero() -> None:
    nulls = [effect for effect in effects().values() if effect.kind == "null"]
    assert nulls and all(effect.effect is None and effect.spread is None for effect in nulls)


def test_only_verified_estimates_with_a_spread_may_be_used() -> None:
    for effect in effects().values():
        if effect.usable:
            assert effect.verified and effect.kind == "estimate" and effect.effect is not None
            assert effect.spread is not None and effect.spread > 0
            assert effect.caution != "do_not_use_as_effect"


def test_a_row_reads_as_published() -> None:
    effect = effects()["E062b"]
    assert (effect.effect, effect.spread, effect.spread_rule, effect.horizon_years) == (3.83, 0.54, "published", 8)
    assert (effect.places, effect.family, effect.pair, effect.follow_up) == (("COL",), "lasts", "jea", "long")
