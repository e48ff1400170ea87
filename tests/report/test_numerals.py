"""Numbers as each language writes them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothshores.report import numerals


@pytest.mark.parametrize(
    ("value", "language", "said"),
    [
        (0, "en", "0"),
        (-0.0001, "en", "−0.0001"),
        (3.14159, "en", "3.14"),
        (12_345.6, "en", "12,346"),
        (-3.4, "fr", "−3,4"),
        (12_345_678, "en", "12.3\u00a0million"),
        (12_345_678, "ar", "12.3\u00a0مليون"),
        (-2_000_000_000, "en", "−2\u00a0billion"),
    ],
)
def test_a_number(value, language, said):
    assert numerals.decimal(value, language) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [(0.12, "12%"), (0.123456, "12.3%"), (0.0833, "8.3%"), (0.004, "0.4%"), (1.5, "150%"), (0.0, "0%"), (-0.05, "−5%")],
)
def test_a_share_is_a_percentage(value, said):
    assert numerals.share(value, "en") == said


def test_a_zero_has_no_sign():
    assert numerals.decimal(-0.0, "en") == "0"
    assert numerals.whole(-0.2, "en") == "0"


def test_dates_and_quarters():
    assert numerals.date(datetime.date(2027, 3, 31), "ar") == "31 مارس 2027"
    assert numerals.quarter("2027-Q2", "en") == "Q2 2027"
    assert numerals.quarter("2027-Q2", "ar") == "الربع الثاني 2027"


@given(st.floats(-999, 999, allow_nan=False))
def test_three_digits_count(value):
    said = numerals.decimal(value, "en").replace("−", "-").replace(",", "")
    assert abs(float(said) - value) <= 0.005 * abs(value) + 1e-300


def test_axes_use_the_signs_of_the_language():
    assert numerals.d3_locale("fr")["number"]["decimal"] == ","
