"""Too good is drawn in, elsewhere is widened, nothing found is never a precise zero. Rows are of the real library."""

import pytest

from bothshores.catalogue import effects
from bothshores.plan.caution import carry, carry_null

ROWS = effects()


def test_a_row_is_drawn_in_by_the_prior_and_gets_half_of_what_is_left_as_spread_for_another_place():
    """E019: 7.5 per cent, spread 3; the usual spread of such figures is 8.1, times 1.52."""
    found = carry(ROWS["E019"], "ZZZ", 0.5)
    prior = 1.5200508 * 8.1
    shrink = prior**2 / (prior**2 + 3.0**2)
    assert found.mean == pytest.approx(7.5 * shrink)
    assert (found.spread, found.transfer) == (3.0, pytest.approx(7.5 * shrink / 2))
    assert found.variance == pytest.approx(shrink * 3.0**2 + found.transfer**2)


def test_an_imprecise_row_loses_more_than_a_precise_one():
    large, plain, precise = (carry(ROWS[name], "ZZZ", 0.5).posterior.shrink for name in ("E076", "E088", "E062b"))
    assert large < 0.5 < plain < precise < 1


def test_a_row_marked_as_large_is_doubted_once_by_the_prior_and_says_so():
    found = carry(ROWS["E023"], "ZZZ", 0.5)
    assert found.posterior.shrink == carry(ROWS["E023"], "ZZZ", 0.9).posterior.shrink < 0.5
    assert "prior draws it in" in found.message.text


def test_a_row_marked_wide_gets_twice_the_spread_for_transfer():
    found = carry(ROWS["E018"], "ZZZ", 0.5)
    assert found.transfer == pytest.approx(found.mean)


def test_a_study_in_the_same_country_gets_half_the_spread_for_transfer():
    assert carry(ROWS["E019"], "BGD", 0.5).transfer == pytest.approx(0.5 * carry(ROWS["E019"], "ZZZ", 0.5).transfer)


def test_a_null_borrows_spread_and_transfer_and_has_mean_zero():
    lender = carry(ROWS["E079"], "ZZZ", 0.5)
    found = carry_null(ROWS["E080"], lender)
    assert found.mean == 0.0
    assert found.spread_rule == "borrowed"
    assert found.variance == lender.variance > 0


def test_a_row_without_figure_cannot_be_carried():
    with pytest.raises(ValueError, match="E002"):
        carry(ROWS["E002"], "ZZZ", 0.5)
