"""The pool finds the drift, the differences between countries and the innovations that were planted."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plan.planted import walks
from scipy.special import polygamma

from bothshores.plan.priors import CALMING, Prior, drift_given, estimate, innovations, inverse_trigamma, posterior
from bothshores.plan.series import LENGTH, Moments, moments, stack, track


def seen_in(frame: pl.DataFrame, memory: int = 15) -> Moments:
    stacked = stack(frame)
    return moments(track(stacked.values[0], stacked.sources[0]), LENGTH - 1, memory)


def test_planted_drift_and_differences_come_back() -> None:
    prior = estimate(seen_in(walks("gini", countries=400, drift=0.3, between=0.2, innovation=0.1)))
    assert prior.drift == pytest.approx(0.3, abs=0.04)
    assert np.sqrt(prior.drift_variance) == pytest.approx(0.2, rel=0.15)
    assert np.sqrt(prior.variance) == pytest.approx(0.1, rel=0.05)
    assert (prior.countries, prior.repeated, prior.changes) == (400, 400, 6000)


def test_without_differences_hardly_any_are_found() -> None:
    prior = estimate(seen_in(walks("gini", countries=400, drift=0.3, between=0.0, innovation=0.1)))
    assert np.sqrt(prior.drift_variance) < 0.1 / np.sqrt(15)


def test_planted_unevenness_of_innovations_comes_back() -> None:
    generator = np.random.default_rng(3)
    variance = 0.04 * 6.0 / generator.chisquare(6.0, 3000)
    scatter = variance * generator.chisquare(14.0, 3000)
    pooled, freedom = innovations(scatter, np.full(3000, 14.0))
    assert pooled == pytest.approx(0.04, rel=0.05)
    assert freedom - CALMING == pytest.approx(6.0, rel=0.15)


def test_a_crisis_in_one_country_does_not_steer_the_pool() -> None:
    calm = walks("gini", countries=60, drift=0.1)
    crisis = calm.with_columns(pl.when(pl.col("country") == "XAA").then(pl.col("value") * 1e4).otherwise("value"))
    before, after = estimate(seen_in(calm)), estimate(seen_in(crisis))
    assert after.drift == pytest.approx(before.drift, abs=0.01)
    assert after.variance == pytest.approx(before.variance, rel=0.1)
    assert after.drift_variance < 1.3 * before.drift_variance


def test_a_short_series_is_drawn_to_the_pool_and_a_long_one_stands_on_its_own() -> None:
    prior = Prior(0.0, drift_variance=0.01, variance=0.04, freedom=30.0, countries=50, changes=500, repeated=50)
    rate, innovation = np.array([0.2, 0.2]), np.array([0.04, 0.04])
    mean, variance = drift_given(prior, rate, np.array([2.0, 200.0]), innovation)
    assert mean[0] == pytest.approx(0.2 * 2 / 6)
    assert mean[1] > 0.19
    assert variance[0] == pytest.approx(0.01 * 0.04 / (0.04 + 2 * 0.01))
    assert variance[1] < variance[0]


VARIANCES = st.just(0.0) | st.floats(1e-9, 1.0)
"""Below that a product is lost in rounding, which no series of figures can do."""


@given(VARIANCES, VARIANCES, st.floats(-1.0, 1.0), st.integers(0, 40))
def test_a_drift_lies_between_the_country_s_own_and_the_pool_s(
    between: float, innovation: float, rate: float, years: int
) -> None:
    prior = Prior(0.5, between, 0.1, 10.0, 50, 500, 50)
    mean, variance = drift_given(prior, np.array([rate]), np.array([float(years)]), np.array([innovation]))
    assert min(rate, 0.5) - 1e-9 <= mean[0] <= max(rate, 0.5) + 1e-9
    assert 0.0 <= variance[0] <= between + 1e-12


@pytest.mark.parametrize("value", [1e-3, 0.1, 1.0, 4.93, 500.0])
def test_inverse_trigamma(value: float) -> None:
    assert float(polygamma(1, inverse_trigamma(value))) == pytest.approx(value, rel=1e-8)


def test_too_few_countries_or_changes_are_no_pool() -> None:
    assert not estimate(seen_in(walks("gini", countries=19, years=25))).enough
    assert not estimate(seen_in(walks("gini", countries=25, years=3))).enough
    assert estimate(seen_in(walks("gini", countries=30, years=3))).enough


def test_one_change_a_country_tells_no_innovations_from_differences() -> None:
    assert not estimate(seen_in(walks("gini", countries=200, years=2))).enough


def test_nobody_at_all() -> None:
    prior = estimate(seen_in(walks("gini", countries=3, years=1)))
    assert (prior.countries, prior.enough) == (0, False)
    assert posterior(prior, seen_in(walks("gini", countries=3, years=1))).mean.tolist() == [0.0, 0.0, 0.0]
