"""Scales are invertible where they hold, and chosen from the figures of all countries."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothshores.plan.scales import Scale, choose_scale

shares = st.lists(st.floats(0.0, 1.0), min_size=1, max_size=50)
amounts = st.lists(st.floats(1e-3, 1e12), min_size=1, max_size=50)


@given(shares)
def test_shares_come_back(figures: list[float]) -> None:
    given = np.array(figures)
    scale = choose_scale(given, bounded=True)
    assert scale.kind == "logit"
    np.testing.assert_allclose(scale.back(scale.forward(given)), given, atol=1e-12)


@given(amounts, st.integers(0, 3))
def test_amounts_come_back(figures: list[float], zeros: int) -> None:
    given = np.array(figures + [0.0] * zeros)
    scale = choose_scale(given, bounded=False)
    assert scale.kind == "log"
    np.testing.assert_allclose(scale.back(scale.forward(given)), given, rtol=1e-9, atol=1e-9 * given.max())


@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=50), st.booleans())
def test_every_figure_has_a_place_on_its_scale(figures: list[float], bounded: bool) -> None:
    given = np.array(figures)
    assert np.isfinite(choose_scale(given, bounded=bounded).forward(given)).all()


@given(st.floats(-50.0, 50.0))
def test_whatever_is_drawn_a_share_is_a_share_and_an_amount_is_not_negative(scaled: float) -> None:
    drawn = np.array([scaled])
    assert 0.0 <= Scale("logit").back(drawn)[0] <= 1.0
    assert Scale("log", shift=2.0, floor=2.0).back(drawn)[0] >= 0.0


def test_a_growth_rate_has_the_unit_of_a_share_and_takes_the_identity() -> None:
    assert choose_scale(np.array([-0.1, 0.02, 0.05, 0.03]), bounded=True).kind == "identity"


def test_one_slip_among_many_figures_does_not_change_the_scale() -> None:
    figures = np.append(np.linspace(0.1, 0.9, 999), 1.02)
    assert choose_scale(figures, bounded=True).kind == "logit"
    assert choose_scale(np.append(figures, -0.3), bounded=False).kind == "log"


def test_gaps_stay_gaps() -> None:
    for scale in (Scale("logit"), Scale("log", floor=1.0), Scale("identity")):
        assert np.isnan(scale.forward(np.array([np.nan, 0.5]))).tolist() == [True, False]


@pytest.mark.parametrize(
    ("scale", "inside", "outside"),
    [
        (Scale("logit"), [0.0, 0.5, 1.0], [-0.01, 1.01]),
        (Scale("log", floor=1.0), [0.1, 5.0], [0.0, -1.0]),
        (Scale("log", shift=1.0, floor=1.0), [0.0, 5.0], [-0.5]),
        (Scale("identity"), [-5.0, 0.0, 5.0], []),
    ],
)
def test_a_scale_says_which_figures_it_holds(scale: Scale, inside: list[float], outside: list[float]) -> None:
    assert all(scale.holds(figure) for figure in inside)
    assert not any(scale.holds(figure) for figure in outside)
