"""Published effects in words: what they are of, how exact, and when they were measured."""

from __future__ import annotations

import pytest

from bothshores.report.effect_words import effect_lines, horizon, published

GRANTS = "conditional_enterprise_grants"


def row(**changed):
    known = {
        "measure": GRANTS, "effect": "E000", "indicator": "gdp_per_capita_usd", "published": 24.5, "spread": 9.8,
        "unit": "percent",
    }  # fmt: skip
    return known | changed


@pytest.mark.parametrize(
    ("years", "said"),
    [
        (None, "horizon not stated"), (0.0, "at once"), (0.02, "after 7 days"), (0.25, "after 3 months"),
        (1.0, "after one year"), (1.2, "after 1.2 years"), (9.0, "after 9 years"),
    ],
)  # fmt: skip
def test_a_time_is_said_in_the_unit_that_suits_it(story, years, said):
    assert horizon(story, {"horizon_years": years}) == said


def test_a_published_effect_keeps_three_digits(story):
    assert published(story, row()) == "+24.5 percent, spread 9.8"


def test_income_of_participants_is_not_called_gdp(story):
    measure = next(each for each in story.rows("measures") if each["id"] == GRANTS)
    said = effect_lines(story, measure)
    assert "Income of those who take part: +" in said
    assert "GDP per person" not in said
