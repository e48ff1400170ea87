"""The prior is what the docs say: closed form, learnt from the library, and a doubt that is counted once."""

from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothshores.catalogue import effects
from bothshores.plan.effect_prior import clear_ratio, posterior, prior_spread, usual_spreads

SIZES = st.floats(-1e3, 1e3)
SPREADS = st.floats(1e-3, 1e3)


def test_a_trial_of_usual_precision_finds_an_effect_of_one_prior_spread_a_third_of_the_time():
    assert clear_ratio() == pytest.approx(1.52005, abs=1e-5)
    assert 1 - NormalDist(clear_ratio()).cdf(NormalDist().inv_cdf(0.975)) == pytest.approx(effects()["E055"].effect)


def test_usual_spreads_are_medians_over_studies_where_there_are_three():
    found = usual_spreads()
    assert found == {
        ("percent", False): pytest.approx(8.1),
        ("percentage points", False): pytest.approx(3.2),
        ("SD", False): pytest.approx(0.0685),
    }


def test_use_of_what_was_offered_is_not_measured_against_outcomes():
    row = effects()["E018b"]
    assert prior_spread(row, 19.2) == pytest.approx(clear_ratio() * 19.2)
    assert prior_spread(effects()["E061"], 2.72) == pytest.approx(clear_ratio() * 3.2)


def test_by_hand():
    """Prior 3, spread 4, published 10: a 9/25 part is left."""
    found = posterior(10.0, 4.0, 3.0)
    assert (found.shrink, found.mean, found.spread) == pytest.approx((0.36, 3.6, 2.4))


@given(SIZES, SPREADS, SPREADS)
def test_it_is_the_product_of_prior_and_likelihood(published, spread, prior):
    """Precisions add up, and the mean is the mean weighted by them."""
    found = posterior(published, spread, prior)
    assert 1 / found.spread**2 == pytest.approx(1 / prior**2 + 1 / spread**2, rel=1e-9)
    assert found.mean == pytest.approx(published / spread**2 * found.spread**2, rel=1e-9)
    assert abs(found.mean) <= abs(published) and found.spread <= min(spread, prior) * (1 + 1e-12)


@given(SIZES, SPREADS, SPREADS, st.floats(1e-2, 1e2))
def test_the_unit_does_not_matter(published, spread, prior, scale):
    here, there = posterior(published, spread, prior), posterior(scale * published, scale * spread, scale * prior)
    assert there.shrink == pytest.approx(here.shrink)
    assert there.mean == pytest.approx(scale * here.mean)


@pytest.mark.parametrize(("spread", "prior"), [(0.0, 1.0), (1.0, 0.0), (-1.0, 1.0)])
def test_certainty_is_refused(spread, prior):
    with pytest.raises(ValueError, match="greater than zero"):
        posterior(1.0, spread, prior)


def test_selected_results_of_a_weak_trial_are_drawn_back_about_as_far_as_they_overshoot():
    """True effect 1.52 standard errors: the clear results among such trials are 2.6 on average; 0.7 of that is 1.8."""
    drawn = np.random.default_rng(1).normal(clear_ratio(), 1.0, 200_000)
    clear = drawn[drawn > 1.96].mean()
    assert clear == pytest.approx(2.61, abs=0.02)
    assert abs(posterior(clear, 1.0, clear_ratio()).mean - clear_ratio()) < 0.3 * (clear - clear_ratio())
