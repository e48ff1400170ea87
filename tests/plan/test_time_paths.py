"""What fades falls, what lasts stays, what emerges grows."""

import numpy as np
import pytest

from bothshores.plan.time_paths import Point, time_path

HALF = np.full(1, 0.5)


def path(family, *points, years=8):
    drawn = [Point(when, np.array([effect])) for when, effect in points]
    return time_path(drawn, family, HALF, years)[:, 0]


def test_in_the_first_year_half_counts():
    assert path("lasts", (1, 4.0))[:2] == pytest.approx([2.0, 4.0])


def test_what_lasts_stays_as_it_was_last_seen():
    assert path("lasts", (3, 4.0))[1:] == pytest.approx([4.0] * 7)


@pytest.mark.parametrize("family", ["fades", "unknown"])
def test_what_fades_keeps_its_persistence_each_year_after_the_last_look(family):
    assert path(family, (2, 8.0))[1:6] == pytest.approx([8.0, 8.0, 4.0, 2.0, 1.0])


def test_what_emerges_grows_from_nothing_to_what_was_seen():
    assert path("emerges", (4, 8.0))[1:7] == pytest.approx([2.0, 4.0, 6.0, 8.0, 8.0, 8.0])


def test_between_two_looks_the_path_is_a_straight_line():
    assert path("fades", (1, 6.0), (4, 0.0))[1:6] == pytest.approx([6.0, 4.0, 2.0, 0.0, 0.0])


def test_a_look_at_the_very_start_is_no_division_by_zero():
    assert path("emerges", (0, 3.0))[1] == pytest.approx(3.0)
