"""Every indicator says its unit, direction, dimension and source; a new file is tested without writing a test."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from bothshores.catalogue import Indicator, indicators
from bothshores.catalogue.codes import gcm, sdg
from bothshores.catalogue.indicators import DIMENSIONS

EVERY = pytest.mark.parametrize("indicator", indicators().values(), ids=lambda indicator: indicator.id)


class TestAll:
    def test_there_are_at_least_forty_national_ones_in_every_dimension(self) -> None:
        national = [each for each in indicators().values() if each.level == "national"]
        assert len(national) >= 40
        assert min(Counter(each.dimension for each in national)[name] for name in DIMENSIONS) >= 5

    def test_labels_and_definitions_are_unique(self) -> None:
        for field in ("label", "definition"):
            said = Counter(getattr(each, field) for each in indicators().values())
            assert [text for text, times in said.items() if times > 1] == []

    def test_no_two_are_read_from_the_same_place(self) -> None:
        places = Counter(
            (source, key.key, key.breakdown)
            for each in indicators().values()
            for source, keys in each.sources.items()
            for key in keys
        )
        assert [place for place, times in places.items() if times > 1] == []


@EVERY
class TestIndicator:
    def test_words_are_a_label_and_a_sentence(self, indicator: Indicator) -> None:
        assert re.fullmatch(r"[A-Z].*[^.\s]", indicator.label)
        assert re.fullmatch(r"[A-Z].*\.", indicator.definition)

    def test_codes_are_in_the_lists(self, indicator: Indicator) -> None:
        if indicator.sdg_target:
            assert indicator.sdg_target.rsplit(".", 1)[0] in sdg()
        if indicator.gcm_objective:
            assert int(indicator.gcm_objective) in gcm()

    def test_it_can_be_had_from_somewhere(self, indicator: Indicator) -> None:
        assert indicator.sources or indicator.ratio or indicator.other_source

    def test_a_ratio_is_of_others_and_does_not_go_round_in_circles(self, indicator: Indicator) -> None:
        def inputs(name: str, above: frozenset[str]) -> None:
            assert name not in above
            if ratio := indicators()[name].ratio:
                inputs(ratio.numerator, above | {name})
                inputs(ratio.denominator, above | {name})

        inputs(indicator.id, frozenset())

    def test_factors_bring_a_share_to_one(self, indicator: Indicator) -> None:
        for keys in indicator.sources.values():
            assert all(key.factor > 0 for key in keys)
            if indicator.unit in ("share 0-1", "gross share"):
                assert all(key.factor <= 1 for key in keys)

    def test_a_gross_share_is_not_kept_below_the_whole(self, indicator: Indicator) -> None:
        if indicator.unit == "gross share":
            assert not indicator.bounded and indicator.limits[0] == 0 and indicator.limits[1] > 1

    def test_small_cells_can_be_kept_back(self, indicator: Indicator) -> None:
        assert indicator.smallest_cell >= 5
