"""A measure's page names the country's own body beside a generic lead; a person's own wording stands alone."""

from __future__ import annotations

from dataclasses import replace

import small_plan

from bothshores.report.dossier import owner, whom
from bothshores.report.story import Story
from bothshores.words import Words


def said(country: str, lead: str, language: str = "en") -> str:
    rows = small_plan.measures({"id": "m", "lead": lead})
    story = Story({"measures": rows}, replace(small_plan.TERMS, country=country), Words(language))
    return owner(story, rows.to_dicts()[0])


def test_the_country_s_own_body_stands_beside_the_generic_one():
    text = said("NPL", "Ministry responsible for labour")
    assert "Ministry responsible for labour" in text
    assert "In this country: Ministry of Labour, Employment and Social Security." in text
    assert "Nepal Rastra Bank (Central bank of Nepal)" in said("NPL", "Central bank")


def test_what_nobody_read_is_marked():
    assert "Bank Al-Maghrib (Central bank of Morocco) (not verified)" in said("MAR", "Central bank")


def test_a_name_has_no_gloss_in_its_own_language_and_is_told_by_it_where_the_letters_are_foreign():
    assert "नेपाल राष्ट्र बैंक।" in said("NPL", "Central bank", "ne")
    assert "Bank Al-Maghrib (Central bank" in said("MAR", "Central bank", "es")
    assert "Secrétariat d'État aux Sénégalais de l'extérieur (non" in said(
        "SEN", "Ministry responsible for migration", "fr"
    )


def test_names_stay_as_published_in_arabic():
    text = said("MDA", "Public employment service", "ar")
    assert "في هذا البلد" in text and "ANOFM (National Employment Agency)" in text


def test_who_reads_the_body_s_language_needs_no_gloss():
    assert "Banco Central de Reserva (Central Reserve Bank)" in said("SLV", "Central bank")
    assert "Banco Central de Reserva (no verificado)" in said("SLV", "Central bank", "es")


def test_nothing_is_named_without_a_pack_or_for_a_person_s_own_wording():
    for country, lead in (("GHA", "Central bank"), ("XRF", "Central bank"), ("NPL", "Office of the Prime Minister")):
        assert "In this country" not in said(country, lead)


def test_a_handful_of_people_is_not_told_as_the_size_of_a_group():
    def told(count: float) -> str:
        rows = small_plan.measures({"id": "m", "target_group": "Children", "eligible_persons": count})
        return whom(Story({"measures": rows}, small_plan.TERMS, Words("en")), rows.to_dicts()[0])

    assert told(6.0) == "Children"
    assert told(494.0) == "Children. People it could serve: about 494."
