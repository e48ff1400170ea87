"""Days in a language's own calendar, against days whose Bikram Sambat date is publicly known."""

from __future__ import annotations

import datetime

import pytest

from bothshores.words import Words, calendars


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (datetime.date(2015, 4, 25), "वि.सं. २०७२ वैशाख १२"),  # the Gorkha earthquake
        (datetime.date(2015, 9, 20), "वि.सं. २०७२ असोज ३"),  # the constitution
        (datetime.date(2024, 4, 13), "वि.सं. २०८१ वैशाख १"),  # new year
        (datetime.date(2023, 7, 17), "वि.सं. २०८० साउन १"),  # first day of the fiscal year 2080/81
    ],
)
def test_bikram_sambat(day, said):
    assert calendars.bikram_sambat(day) == said


@pytest.mark.parametrize("day", [datetime.date(1900, 1, 1), datetime.date(2099, 1, 1)])
def test_outside_the_tables_only_the_common_calendar_is_said(day):
    assert calendars.own(day, "ne") == ""


def test_other_languages_have_one_calendar():
    assert calendars.own(datetime.date(2027, 1, 1), "fr") == ""
    assert Words("en").date(datetime.date(2027, 3, 31)) == "31 March 2027"
    assert Words("en").span(2027, 2031) == "2027 to 2031"
