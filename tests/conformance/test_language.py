"""Whatever language has a folder: it says everything, keeps every gap, and counts as its speakers do."""

import pytest

from bothshores.locale import SOURCE, extract, languages, po, translator
from bothshores.locale.translator import catalogue_of

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
