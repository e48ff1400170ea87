"""Names and codes stand for the country they stand for, or for none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothshores.evidence import places


@pytest.mark.parametrize(
    ("name", "code"),
    {
        "Nepal": "NPL",
        "Congo, Dem. Rep.": "COD",
        "Congo, Rep.": "COG",
        "Democratic Republic of the Congo": "COD",
        "Congo": "COG",
        "Korea, Rep.": "KOR",
        "Dem. People's Republic of Korea": "PRK",
        "Côte d'Ivoire": "CIV",
        "Cote d'Ivoire": "CIV",
        "Micronesia (Fed. States of)": "FSM",
        "Viet Nam": "VNM",
        "Vietnam": "VNM",
        "West Bank and Gaza": "PSE",
        "Niger": "NER",
        "Nigeria": "NGA",
        "Dominica": "DMA",
        "Türkiye": "TUR",
        "Turkey": "TUR",
        "Réunion": "REU",
        "Micronesia": "",
        "Southern Africa": "",
        "Channel Islands": "",
        "Kosovo": "",
        "World": "",
    }.items(),
)
def test_names(name, code):
    assert places.find(name) == code


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(name):
    assert places.fold(places.fold(name)) == places.fold(name)


def test_every_code_of_the_tables_is_of_iso_3166():
    assert {code for code, _name in places.by_gec().values() if code} <= places.iso3()
    assert set(places.by_name().values()) == places.iso3()


def test_a_country_has_one_gec_code_but_palestine_two():
    codes = [code for code, _name in places.by_gec().values() if code]
    assert {code for code in codes if codes.count(code) > 1} == {"PSE"}


def test_m49():
    assert places.by_m49()[524] == "NPL"


def test_real_and_fictional_countries_are_never_known_together():
    assert places.find("Reference Country (fictional)") == ""
    assert "XRF" not in places.iso3()
    with places.fictional_world():
        assert places.find("Reference Country (fictional)") == "XRF"
        assert places.find("Nepal") == ""
        assert not places.iso3() & places.real_iso3()
    assert "NPL" in places.iso3()
