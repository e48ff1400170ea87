"""What becomes of effects follows from follow-ups by a stated rule, and differs from the column only where listed."""

from dataclasses import replace

import pytest

from bothshores.catalogue import effects
from bothshores.plan.effect_families import by_size, courses, from_to


@pytest.mark.parametrize(
    ("early", "late", "family"),
    [(1, 1, "lasts"), (-1, -1, "lasts"), (1, 0, "fades"), (0, 1, "emerges"), (0, 0, "unknown"), (1, -1, "unknown")],
)
def test_directions(early, late, family):
    assert from_to(early, late) == family


@pytest.mark.parametrize(("late", "family"), [(4.9, "fades"), (5.1, "lasts"), (19.9, "lasts"), (20.1, "emerges")])
def test_half_and_double_are_the_lines(late, family):
    row = replace(effects()["E061"], effect=10.0)
    assert by_size([row, replace(row, effect=late)]) == family


@pytest.mark.parametrize(
    ("effect", "family", "basis"),
    [
        ("E076", "fades", "follow_ups"),  # earnings +50%, +38%, then nothing
        ("E030", "fades", "follow_ups"),  # 22 points, then 8
        ("E072", "lasts", "follow_ups"),
        ("E088", "emerges", "follow_ups"),
        ("E054", "emerges", "follow_ups"),
        ("E062b", "lasts", "direction"),
        ("E070", "fades", "direction"),
        ("E018", "unknown", "none"),
    ],
)
def test_known_courses(effect, family, basis):
    assert (courses()[effect].family, courses()[effect].basis) == (family, basis)


def differing():
    return {name: course for name, course in courses().items() if course.differs(effects()[name])}


def test_where_one_outcome_was_followed_the_column_agrees_everywhere():
    assert all(course.basis == "direction" for course in differing().values())


def test_disagreements_are_these():
    """Other outcomes late than early: the column knows more than directions say, or hopes for more."""
    found = {name: (effects()[name].family, course.family) for name, course in differing().items()}
    assert found == {
        "E063": ("fades", "unknown"), "E064": ("fades", "unknown"),
        "E069": ("emerges", "lasts"), "E069b": ("emerges", "lasts"), "E094": ("fades", "lasts"),
        "E099": ("lasts", "unknown"), "E126": ("lasts", "unknown"),
    }  # fmt: skip
