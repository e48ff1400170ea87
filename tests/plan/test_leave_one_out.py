"""Studies left out are predicted as by hand, whatever the unit, and coverage says how little so few studies know."""

from dataclasses import replace

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bothshores.plan.effect_library import effect_coverage, effect_library, inside
from bothshores.plan.leave_one_out import Prediction, Result, nearest, predictions, results
from bothshores.plan.meta_analysis import inverse_variance, pooled, random_effects

PLAIN = st.lists(st.tuples(st.floats(-50, 50), st.floats(0.5, 20)), min_size=3, max_size=8)


def study(name, effect, spread=1.0, **changes):
    more = {"measure": "m", "outcome": "o", "field": "f", "pool": ("percent", False)} | changes
    return Result(name, effect=effect, spread=spread, error=spread, prior=5.0, **more)


def studies(drawn):
    return [study(f"s{at}", effect, spread) for at, (effect, spread) in enumerate(drawn)]


def levels(known, **said):
    return np.array([each.level for each in predictions(known, **said)])


def of(known, method, name, **said):
    return next(each for each in predictions(known, **said) if (each.method, each.result.study) == (method, name))


class TestPooling:
    def test_dersimonian_and_laird_by_hand(self):
        """1, 3 and 8 with variance 1: mean 4, Q = 26, between = (26 - 2) / (3 - 1) = 12, variance 13 / 3."""
        found = random_effects([1.0, 3.0, 8.0], [1.0, 1.0, 1.0])
        assert (found.mean, found.between, found.variance) == pytest.approx((4.0, 12.0, 13 / 3))

    def test_studies_that_agree_have_nothing_between_them(self):
        found = random_effects([2.0, 2.0], [1.0, 4.0])
        assert (found.mean, found.between, found.variance) == pytest.approx((2.0, 0.0, 0.8))

    @given(PLAIN)
    def test_a_study_that_says_the_mean_does_not_move_it(self, drawn):
        effects, variances = [each[0] for each in drawn], [each[1] ** 2 for each in drawn]
        found = pooled(effects, variances, 3.0)
        again = pooled([*effects, found.mean], [*variances, 7.0], 3.0)
        assert again.mean == pytest.approx(found.mean, abs=1e-9)
        assert again.variance < found.variance
        assert inverse_variance(variances, 3.0).sum() == pytest.approx(1 / found.variance)


class TestPrediction:
    KNOWN = (study("a", 2.0), study("b", 6.0), study("c", 4.0 + 12**0.5))

    def test_random_effects_by_hand(self):
        """2 and 6: mean 4, between 7, variance 4; with the study's own 1 the spread is root 12: t(1) says one half."""
        found = of(self.KNOWN, "random_effects", "c")
        assert (found.mean, found.spread, found.level) == pytest.approx((4.0, 12**0.5, 0.5))

    def test_transfer_by_hand(self):
        """Between = (0.5 * 4)^2 = 4, variance 5 / 2, own error 1: spread is root 7.5."""
        found = of(self.KNOWN, "transfer", "c", transfer=0.5)
        assert (found.mean, found.spread) == pytest.approx((4.0, 7.5**0.5))
        assert found.level == pytest.approx(0.794, abs=0.001)  # of 1.265 standard deviations

    def test_as_scored_by_hand(self):
        """Prior 5, spread 1: 25/26 of 2 and of 6 are left."""
        found = of(self.KNOWN, "as_scored", "c", transfer=0.5)
        assert found.mean == pytest.approx(4 * 25 / 26)

    def test_the_nearest_studies_are_taken(self):
        one, like, far = study("one", 1.0), study("x", 2.0, outcome="else"), study("y", 3.0, outcome="else", field="g")
        twin = study("z", 4.0, measure="other")
        assert nearest(one, [one, like, far])[0] == "unit"
        assert nearest(one, [one, twin, like, far])[0] == "field"
        assert nearest(one, [one, twin, study("w", 5.0, measure="other"), like])[0] == "outcome"
        assert nearest(one, [one, study("v", 4.0), study("w", 5.0)])[0] == "measure"

    def test_its_own_rows_never_predict_a_study(self):
        same = [study("one", 1.0), study("one", 9.0, outcome="p"), study("two", 3.0)]
        assert list(predictions(same)) == []

    def test_other_units_never_do(self):
        assert list(predictions([*self.KNOWN[:2], study("c", 1.0, pool=("SD", False))])) == []

    @given(PLAIN, st.floats(0.01, 100))
    @settings(max_examples=60, deadline=None)
    def test_the_unit_does_not_matter(self, drawn, scale):
        known = studies(drawn)
        scaled = [replace(one, effect=scale * one.effect, spread=scale * one.spread, error=scale * one.error,
                          prior=scale * one.prior) for one in known]  # fmt: skip
        assert levels(scaled) == pytest.approx(levels(known), abs=1e-9)

    @given(PLAIN, st.floats(-100, 100))
    @settings(max_examples=60, deadline=None)
    def test_a_constant_added_to_all_moves_no_random_effects_level(self, drawn, constant):
        known = studies(drawn)
        moved = [replace(one, effect=one.effect + constant) for one in known]
        for one in known:
            before, after = (of(each, "random_effects", one.study) for each in (known, moved))
            assert after.level == pytest.approx(before.level, abs=1e-6)

    @given(PLAIN)
    @settings(max_examples=30, deadline=None)
    def test_order_and_sign_do_not_matter(self, drawn):
        known = studies(drawn)
        assert np.sort(levels(known[::-1])) == pytest.approx(np.sort(levels(known)), abs=1e-9)
        turned = [replace(one, effect=-one.effect) for one in known]
        assert levels(turned) == pytest.approx(levels(known), abs=1e-9)

    def test_planted_studies_are_covered_at_the_stated_rate(self):
        """True effects normal around 10 with spread 3, errors of 2: random effects cover as they claim."""
        generator = np.random.default_rng(3)
        known = [study(f"s{at}", float(generator.normal(10, 13**0.5)), 2.0) for at in range(150)]
        share = np.array([each.level for each in predictions(known) if each.method == "random_effects"])
        for level in (0.5, 0.8, 0.9):
            assert np.mean(share <= level) == pytest.approx(level, abs=0.1)


class TestLibrary:
    def test_every_row_is_in_the_table(self):
        found = effect_library()
        assert found.height == 162
        assert found.filter("usable").height == found["shrink"].drop_nulls().len() == 80

    def test_no_kind_of_measure_has_three_studies_on_one_outcome(self):
        """Everything is predicted from other kinds of measure: said wherever coverage is shown."""
        assert effect_coverage()[1].filter(pool="measure").is_empty()

    def test_what_is_for_one_unit_of_something_else_is_pooled_with_nothing(self):
        assert {one.field for one in results()} & {"exposure", "other"} == set()

    def test_the_spread_for_transfer_covers_about_as_often_as_it_claims(self):
        found = effect_coverage()[1].filter(method="transfer", pool="all")
        assert found["studies"].unique().to_list() == [43]
        for level, low, high in found.select("level", "low", "high").iter_rows():
            assert low <= level <= high

    def test_as_scored_predicts_less_than_is_published(self):
        found = effect_coverage()[0]
        means = found.group_by("method").agg(pl.col("predicted").abs().mean()).sort("method")
        by = dict(means.iter_rows())
        assert by["as_scored"] < by["transfer"]

    def test_a_study_counts_once_and_few_of_them_know_little(self):
        def one(name, level):
            return Prediction(study(name, 0.0), "transfer", "unit", 2, 0.0, 1.0, level)

        found = inside([one("a", 0.1), one("a", 0.95), one("b", 0.2)], 0.9)
        assert (found["studies"], found["results"], found["inside"]) == (2, 3, 0.75)
        assert found["high"] - found["low"] > 0.5
