"""Numbers as each language writes them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothshores.words import numerals


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
        (1_000_000, "fr", "1\u00a0million"),
        (1_500_000_000, "fr", "1,5\u00a0milliard"),
        (2_000_000_000, "es", "2\u00a0mil\u00a0millones"),
        (1_234.5, "es", "1,235"),
        (2_000_000_000, "pt", "2\u00a0mil\u00a0milhões"),
        (123_456, "ne", "१,२३,४५६"),
        (1_000_000, "ne", "१०\u00a0लाख"),
        (12_345_678, "ne", "१.२३\u00a0करोड"),
        (836_000_000, "ne", "८३.६\u00a0करोड"),
        (250_000_000_000, "ne", "२.५\u00a0खर्ब"),
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


@pytest.mark.parametrize("language", ["fr", "ne"])
def test_the_sign_of_a_percentage_is_the_language_s(language):
    assert numerals.share(0.123, language) == {"fr": "12,3\u00a0%", "ne": "१२.३%"}[language]


@given(st.floats(1e6, 9e13))
def test_a_large_number_in_words_is_that_number_in_every_language(value):
    """Read back: the figure times what its word stands for, to the half of a tenth that rounding may take."""
    sizes = {"लाख": 1e5, "करोड": 1e7, "अरब": 1e9, "खर्ब": 1e11}
    figure, word = numerals.decimal(value, "ne").split("\u00a0")
    latin = figure.translate(str.maketrans(numerals.DIGITS["deva"], "0123456789")).replace(",", "")
    assert abs(float(latin) * sizes[word] - value) <= 0.0501 * sizes[word]
    figure, word = numerals.decimal(value, "en").split("\u00a0")
    size = {"million": 1e6, "billion": 1e9, "trillion": 1e12}[word]
    assert abs(float(figure.replace(",", "")) * size - value) <= 0.0501 * size


def test_a_figure_reads_the_same_however_its_float_fell():
    assert {numerals.decimal(value, "en") for value in (2.155, 2.1550000000000002, 2.1549999999999998)} == {"2.16"}
    assert {numerals.share(value, "en") for value in (0.1235, 0.12350000000000001)} == {"12.4%"}


@pytest.mark.parametrize(
    ("value", "written", "language", "form"),
    [
        (1.03, "1.03", "en", 100),
        (1.03, "1", "en", 1),
        (1.03, "1,03", "fr", 1),
        (2.5, "2,5", "fr", 100),
        (3e6, "", "en", 100),
    ],
)
def test_a_unit_goes_by_the_number_as_it_is_written(value, written, language, form):
    assert numerals.counted_as(value, written, language) == form


def test_a_unit_behind_millions_is_linked_where_the_language_does():
    assert numerals.linked("{number} personnes", 2e6, "fr") == "{number} de personnes"
    assert numerals.linked("{number} habitants", 2e6, "fr") == "{number} d’habitants"
    assert numerals.linked("{number} personnes", 2e5, "fr") == "{number} personnes"
    assert numerals.linked("{number} people", 2e6, "en") == "{number} people"


def test_a_zero_has_no_sign():
    assert numerals.decimal(-0.0, "en") == "0"
    assert numerals.whole(-0.2, "en") == "0"


def test_dates_and_quarters():
    assert numerals.date(datetime.date(2027, 3, 31), "ar") == "31 مارس 2027"
    assert numerals.date(datetime.date(2027, 1, 1), "fr") == "1er janvier 2027"
    assert numerals.date(datetime.date(2027, 1, 31), "fr") == "31 janvier 2027"
    assert numerals.quarter("2027-Q2", "en") == "Q2 2027"
    assert numerals.quarter("2027-Q2", "ar") == "الربع الثاني 2027"


@given(st.floats(-999, 999, allow_nan=False))
def test_three_digits_count(value):
    said = numerals.decimal(value, "en").replace("−", "-").replace(",", "")
    assert abs(float(said) - value) <= 0.005 * abs(value) + 1e-300


def test_axes_use_the_signs_of_the_language():
    assert numerals.d3_locale("fr")["number"]["decimal"] == ","
    assert numerals.d3_locale("ne")["number"]["numerals"][7] == "७"
    assert numerals.d3_locale("ne")["number"]["grouping"][:2] == [3, 2]
