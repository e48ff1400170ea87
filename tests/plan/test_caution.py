"""Too good is halved, elsewhere is widened, nothing found is never a precise zero. Rows are of the real library."""

import pytest

from bothshores.catalogue import effects
from bothshores.plan.caution import carry, carry_null

ROWS = effects()


def test_a_plain_row_keeps_its_size_and_gets_half_of_it_as_spread_for_another_place():
    found = carry(ROWS["E019"], "ZZZ", 0.5)
    assert (found.mean, found.spread, found.transfer) == (7.5, 3.0, 3.75)
    assert found.variance == pytest.approx(3.0**2 + 3.75**2)


def test_a_row_marked_shrink_is_halved_and_keeps_its_published_spread():
    found = carry(ROWS["E023"], "ZZZ", 0.5)
    assert (found.shrink, found.mean, found.spread, found.transfer) == (0.5, 20.0, 16.0, 10.0)


def test_a_row_marked_wide_gets_twice_the_spread_for_transfer():
    assert carry(ROWS["E018"], "ZZZ", 0.5).transfer == pytest.approx(26.0)


def test_a_labour_market_programme_is_halved():
    assert carry(ROWS["E061"], "ZZZ", 0.5).mean == pytest.approx(3.4)


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
