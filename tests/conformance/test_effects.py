"""Every published effect is on an outcome of the catalogue or says why it is on none; a new row needs no new test."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from bothshores.catalogue import Effect, effects, indicators, templates
from bothshores.catalogue.effect_outcomes import outcomes

EVERY = pytest.mark.parametrize("effect", effects().values(), ids=lambda effect: effect.id)


class TestAll:
    def test_no_row_is_left_out_and_none_is_made_up(self) -> None:
        assert list(outcomes()) == list(effects())

    def test_rows_of_a_pair_are_of_one_study(self) -> None:
        """Rows of a pair are of one study, but for programmes that were tried again elsewhere or at scale."""
        again = {"no_lean_season_scale", "raffler_2018"}
        studies: defaultdict[str, set[str]] = defaultdict(set)
        for effect in effects().values():
            if effect.pair and effect.study not in again:
                studies[effect.pair].add(effect.study)
        assert all(len(found) == 1 for found in studies.values())

    def test_what_templates_link_is_mapped_to_the_same_outcome(self) -> None:
        for template in templates().values():
            for link in template.effects:
                assert link.indicator in effects()[link.effect].outcomes, (template.id, link.effect)


@EVERY
class TestEffect:
    def test_it_is_on_outcomes_of_the_catalogue_or_says_why_on_none(self, effect: Effect) -> None:
        assert set(effect.outcomes) <= set(indicators())
        assert re.fullmatch(r"[A-Z].*\.", effect.outcome_reason) and len(effect.outcome_reason.split()) >= 4

    def test_it_is_on_one_national_outcome_at_most(self, effect: Effect) -> None:
        national = [name for name in effect.outcomes if indicators()[name].level == "national"]
        assert len(national) == (1 if effect.outcomes else 0)

    def test_what_is_no_effect_is_on_none(self, effect: Effect) -> None:
        if effect.caution == "do_not_use_as_effect":
            assert effect.outcomes == ()

    def test_figures_of_a_unit_without_a_base_are_on_none(self, effect: Effect) -> None:
        if effect.outcomes and effect.effect is not None:
            assert effect.unit in ("percent", "percent of baseline mean", "percentage points", "years")

    def test_which_way_is_good_is_said(self, effect: Effect) -> None:
        assert effect.good in (-1, 0, 1)
        assert effect.good or effect.field in ("migration", "other", "exposure")
