"""A language says messages, names and figures; a foreign part cannot disorder the text around it."""

from __future__ import annotations

import datetime
from gettext import NullTranslations

import pycountry
import pytest

from bothshores.catalogue import indicators
from bothshores.catalogue.indicators import UNITS
from bothshores.locale import Translator
from bothshores.vocab import Message
from bothshores.words import Words, unit_of, units
from bothshores.words.sentences import ISOLATE, OWN_WAY, POP

WORDS = Words("en", {"mine": "My measure"})


def test_every_kind_of_gap_is_written():
    message = Message.of(
        "{a} {b} {c} {d} {e} {f} {g} {h} {i} {j} {k} {l}",
        a="share:0.12", b="number:3.4", c="usd:1200", d="year:2027", e="country:NPL", f="indicator:unemployment_rate",
        g="template:matched_savings", h="measure:mine", i="value:maternal_mortality:174", j="term:lottery",
        k="text:{a} <b>", l="source:world_bank",
    )  # fmt: skip
    assert WORDS.say(message.text, message.args) == (
        "12% 3.4 US$\u00a01,200 2027 Nepal Unemployment Matched savings for migrants and their families My measure "
        "174 per 100,000 lottery {a} <b> World Bank"
    )


def test_a_gap_that_nobody_fills_stays_visible():
    assert WORDS.phrase("{known} and {unknown}", known="this") == "this and {unknown}"


def test_an_empty_message_says_nothing():
    assert WORDS.say("", "{}") == ""


@pytest.mark.parametrize("unit", UNITS)
def test_every_unit_is_spelled(unit):
    if unit not in units.PERCENTAGES:
        assert "{number}" in str(units.BEHIND_A_NUMBER[unit])
    assert units.ALONE[unit]


@pytest.mark.parametrize("indicator", indicators())
def test_every_indicator_can_be_said(indicator):
    for said in (WORDS.value(indicator, 1.5), WORDS.change(indicator, -0.25), WORDS.unit(indicator)):
        assert said
        assert "{" not in said


def test_a_gross_share_is_a_percentage_that_may_exceed_the_whole():
    assert WORDS.value("secondary_enrolment", 1.083) == WORDS.figure("secondary_enrolment", 1.083) == "108%"
    assert WORDS.change("secondary_enrolment", 0.05) == "+5 percentage points"


def test_shares_differ_by_percentage_points():
    assert WORDS.change("unemployment_rate", -0.0123) == "−1.2 percentage points"
    assert WORDS.step("unemployment_rate", 0.031) == "+3.1"
    assert WORDS.distance("unemployment_rate", 0.042) == "4.2 points"
    assert WORDS.distance("unemployment_rate", 0.1352) == "13.5 points"
    assert WORDS.distance("maternal_mortality", 65) == "65"
    assert unit_of("unknown_indicator") == ""


def test_below_two_is_one_in_french_and_many_in_english():
    french = Words("fr")
    assert french.change("unemployment_rate", -0.0123) == "−1,2 point de pourcentage"
    assert french.change("unemployment_rate", 0.0199) == "+2 points de pourcentage"
    assert french.change("gdp_per_capita_usd", 0.057) == "+0,057 dollar courant des États-Unis"
    assert french.value("gdp_usd", 37e9) == "37\u00a0milliards de dollars courants des États-Unis"
    assert WORDS.change("gdp_per_capita_usd", 0.057) == "+0.057 current US dollars"


def test_a_time_below_a_year_is_told_in_months():
    assert (WORDS.lasting(0.25), WORDS.lasting(1), WORDS.lasting(1.5)) == ("3 months", "1 year", "1.5 years")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_country_has_a_name(language):
    words = Words(language)
    names = {words.country(each.alpha_3) for each in pycountry.countries}
    assert len(names) == len(pycountry.countries)
    assert names.isdisjoint(each.alpha_3 for each in pycountry.countries)
    assert words.country("XKX")


def test_in_arabic_a_foreign_name_and_a_number_stand_isolated():
    words = Words("ar")
    assert words.isolate("Nepal Rastra Bank") == f"{ISOLATE}Nepal Rastra Bank{POP}"
    assert words.number(-3.4) == f"{ISOLATE}−3.4{POP}"
    assert words.right_to_left


def test_in_english_only_what_runs_the_other_way_is_isolated():
    assert WORDS.isolate("Nepal") == "Nepal"
    assert WORDS.isolate("نيبال") == f"{ISOLATE}نيبال{POP}"


def test_a_text_without_a_translation_is_said_as_it_stands(monkeypatch):
    monkeypatch.setattr("bothshores.words.sentences.translator", lambda code: Translator(code, NullTranslations()))
    assert Words("ar").text("Not a text of ours") == f"{ISOLATE}Not a text of ours{POP}"
    assert not Words("ar").knows("words")
    assert Words("ar").knows("{name}: {number}")


def test_things_are_counted_and_listed():
    assert WORDS.count(("one thing", "{n} things"), 1) == "one thing"
    assert WORDS.count(("one thing", "{n} things"), 1200) == "1,200 things"
    assert WORDS.listed(["a", "b", "c"]) == "a, b and c"
    assert Words("ne").listed(["क", "ख", "ग", "घ"]) == "क, ख, ग र घ"


def test_money_days_years():
    assert WORDS.usd(12_500_000) == "US$\u00a012.5\u00a0million"
    assert WORDS.thousands(0) == "–"
    assert WORDS.date(datetime.date(2027, 3, 31)) == "31 March 2027"
    assert WORDS.years(2027, 2031) == "2027 to 2031"


def test_an_id_nobody_has_worded_is_shown_with_spaces():
    assert WORDS.label("solar_bonds") == "Solar bonds"
    assert WORDS.label("to_be_negotiated") == "To be negotiated"


def test_a_unit_takes_the_form_of_its_number():
    assert WORDS.value("grievance_days", 1) == "1 day"
    assert WORDS.value("grievance_days", 1.5) == "1.5 days"
    arabic = Words("ar")
    said = [arabic.value("grievance_days", n).replace(ISOLATE, "").replace(POP, "") for n in (3, 11, 100, 2.5)]
    assert said == ["3 أيام", "11 يوما", "100 يوم", "2.5 يوم"]


def test_income_per_person_is_in_dollars_of_its_own_year():
    assert WORDS.unit("gdp_per_capita_usd") == "current US dollars"
    assert WORDS.value("gdp_per_capita_usd", 1370) == "1,370 current US dollars"


def test_what_stands_in_brackets_has_the_comma_of_the_language():
    assert WORDS.joined(["E051", "RCT", "verified"]) == "E051, RCT, verified"
    assert "," not in Words("ar").joined(["E051", "RCT", "verified"])


def test_a_sentence_made_of_isolated_parts_keeps_the_direction_of_its_language():
    arabic = Words("ar")
    part = arabic.phrase("{name}: {number}", name="البطالة", number="3")
    assert arabic.isolate(part) == f"{OWN_WAY}{part}{POP}"
    assert arabic.series([part, part]) == f"{part}؛ {part}"
    assert WORDS.series([]) == ""


def test_a_unit_of_money_is_linked_to_a_number_in_words_and_counted():
    assert (
        Words("es").value("gdp_usd", 36.7e9).endswith("mil\u00a0millones de dólares corrientes de los Estados Unidos")
    )
    assert Words("en").value("exchange_rate", 1.0) == "1 unit of national currency per US dollar"
    assert Words("es").value("exchange_rate", 1.0).startswith("1 unidad de moneda")


def test_a_rough_count_has_no_digits_that_nobody_knows():
    assert [WORDS.about(number) for number in (149_470, 809.4, 116_810_000)] == ["149,000", "809", "117\u00a0million"]


def test_a_list_whose_parts_have_commas_is_set_apart_by_semicolons():
    assert WORDS.listed(["Unemployment", "Poverty, national line", "Inflation"]) == (
        "Unemployment; Poverty, national line; Inflation"
    )
    assert WORDS.listed(["Wardens and missions", "Unions"]) == "Wardens and missions; Unions"
    assert Words("fr").listed(["Santé et école", "Syndicats"]) == "Santé et école\u202f; Syndicats"
    assert Words("pt").listed(["1,5 anos", "8 anos"]) == "1,5 anos e 8 anos"


def test_a_figure_beside_its_limit_has_the_digits_that_tell_them_apart():
    message = Message.of("at least {limit}, here {figure}", limit="value:unemployment_rate:0.03",
                         figure="apart:unemployment_rate:0.02967:0.03")  # fmt: skip
    assert WORDS.say(message.text, message.args) == "at least 3%, here 2.97%"
    assert WORDS.apart("maternal_mortality", 174.0, 70.0) == "174 per 100,000"
    assert WORDS.apart("unemployment_rate", 0.03, 0.03) == "3%"


def test_a_whole_number_keeps_its_digits():
    message = Message.of("{sum}", sum="whole:1029526")
    assert WORDS.say(message.text, message.args) == "1,029,526"


def test_a_country_is_called_as_it_calls_itself():
    assert [Words(language).country("CPV") for language in ("en", "fr", "pt")] == ["Cabo Verde"] * 3
    assert Words("pt").country("CIV") == "Costa do Marfim"
