"""Whatever language has a folder: it says everything, keeps every gap, and counts as its speakers do."""

import unicodedata
from functools import cache
from pathlib import Path

import pytest
from babel import Locale
from fontTools.ttLib import TTFont

from bothshores.errors import CatalogueError
from bothshores.locale import SOURCE, extract, languages, po, terms, translator
from bothshores.locale.translator import catalogue_of
from bothshores.report import fonts

LANGUAGES = [language for language in languages() if language != SOURCE]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_said(language):
    catalog = po.read(catalogue_of(language))
    said = {message.id for message in catalog if not message.fuzzy and all(po.strings(message.string))}
    assert {message.id for message in extract.template(extract.sentences()) if message.id} - said == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_gaps_and_plural_forms_are_whole(language):
    assert list(po.faults(po.read(catalogue_of(language)))) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("n", [0, 1, 2, 5, 11, 100])
def test_any_number_has_a_form(language, n):
    assert translator(language).ngettext("one file", "{n} files", n)


@pytest.mark.parametrize("language", languages())
def test_no_text_stays_no_text(language):
    assert translator(language).gettext("") == ""


@pytest.mark.parametrize("language", languages())
def test_every_letter_has_a_glyph_in_the_fonts_of_charts_and_documents(language):
    catalog = [] if language == SOURCE else [each for each in po.read(catalogue_of(language)) if each.id]
    texts = [form for each in catalog for form in po.strings(each.string)]
    texts += [po.first(each.id) for each in catalog] + list(Locale.parse(language).territories.values())
    bare = {sign for sign in "".join(texts) if unicodedata.category(sign) not in {"Cf", "Cc"}}
    assert {sign for sign in bare if ord(sign) not in glyphs()} == set()


@cache
def glyphs() -> set[int]:
    files = [file for folder in fonts.folders() for file in Path(folder).rglob("*.[ot]tf")]
    return {code for file in files for code in TTFont(file, lazy=True).getBestCmap()}


WITH_GLOSSARY = [language for language in LANGUAGES if terms.terms(language)]


@pytest.mark.parametrize("language", WITH_GLOSSARY)
def test_each_term_is_said_with_the_word_of_the_glossary(language):
    assert list(terms.strayed(po.read(catalogue_of(language)), terms.terms(language))) == []


def test_glossaries_cover_the_same_terms_and_the_main_languages_have_one():
    assert {"ar", "es", "fr", "ne"} <= set(WITH_GLOSSARY)
    assert {frozenset(terms.terms(language)) for language in WITH_GLOSSARY} == {frozenset(terms.terms("ar"))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_broken_gap_or_plural_form_is_named_by_file_and_sentence(language, tmp_path):
    """Each plural sentence and every twentieth with a gap is broken, alone, in the language's own file."""
    source = catalogue_of(language)
    whole = [message for message in po.read(source) if message.id]
    several = [number for number, message in enumerate(whole) if message.pluralizable]
    gapped = [number for number, message in enumerate(whole) if "{" in str(message.string)][::20]
    file = tmp_path / "locale" / language / "LC_MESSAGES" / "bothshores.po"
    file.parent.mkdir(parents=True)
    for number in sorted({*several, *gapped}):
        catalog = po.read(source)
        message = [each for each in catalog if each.id][number]
        forms = po.strings(message.string)
        broken = tuple(form.replace("{", "{x", 1) if "{" in form else form for form in forms)
        message.string = broken[:-1] if message.pluralizable else broken[0]
        file.write_bytes(po.written(catalog, "Broken."))
        with pytest.raises(CatalogueError) as caught:
            po.compiled(file)
        assert f"locale/{language}/LC_MESSAGES/bothshores.po" in str(caught.value)
        assert po.first(message.id) in str(caught.value)
