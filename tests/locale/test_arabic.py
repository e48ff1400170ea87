"""Arabic is whole: every sentence, every gap, every plural form, in the terms of the glossary."""

import re
from importlib import resources

import pytest
from babel.messages.catalog import Catalog

from bothshores.locale import extract, languages, po, translator

FILE = resources.files("bothshores.locale").joinpath("ar", "LC_MESSAGES", "bothshores.po")
LATIN = re.compile(r"[A-Za-z]{2,}")
NAMES = re.compile(
    r"[A-Z]+(?:[_.][A-Z]+)+|Bothshores|PDF|HTML|CSV|UTF|TOML|USD|ISO|CVaR|Indicator Code|Country (?:Name|Code)|"
    r"Year|Value|"
    r"SDMX|--refresh|\[+[a-z]+\]+|`[a-z]+`|iso[23]|name|any|decimal|thousands|missing|docs/[a-z/-]+\.md|"
    r"FOLDER|--from|bothshores catalogue sources|[a-z_]+\.(?:toml|csv|xlsx)|[a-z]+(?:_[a-z]+)+|[a-z.]+\.csv|money|unit|"
    r"evidence|assumption|judgement|uncosted|Levy Yeyati|Montan|Sartorio|CID working paper|and|"
    r"INFORM|ND-GAIN|MIT|gain|vulnerability|readiness|[a-z]+\.txt|Windows|AUS"
)
TERMS = {
    "Remittances received": "تحويلات",
    "Unemployment": "البطالة",
    "Budget": "الميزانية",
    "Objectives": "الأهداف",
    "Assumption": "افتراض",
    "Evidence": "أدلة",
    "Evaluation": "التقييم",
}
GLOSSARY = {
    "Amount": "مبلغ",
    "Baseline": "خط الأساس",
    "Central bank": "البنك المركزي",
    "Country": "بلد",
    "Exchange rate": "سعر الصرف",
    "Governance": "حوكمة",
    "Gross domestic product": "الناتج المحلي الإجمالي",
    "Guarantee": "ضمان",
    "household survey": "دراسة استقصائية للأسر المعيشية",
    "Impact": "أثر",
    "Indicator": "مؤشر",
    "Informal employment": "عمالة غير رسمية",
    "Labour force": "قوة العمل",
    "Loan": "قرض",
    "Matching grant": "منحة مقابلة",
    "ministry of finance": "وزارة المالية",
    "Net migration": "صافي الهجرة",
    "Outcome": "حصيلة",
    "Output": "ناتج",
    "Results framework": "إطار النتائج",
    "revolving fund": "صندوق دائر",
    "Rule of law": "سيادة القانون",
    "Sample": "عينة",
    "Tranche": "شريحة",
    "Unemployment": "بطالة",
}
"""A sentence that is a term and nothing more is the glossary's word for it, with or without the article."""


@pytest.fixture(scope="module")
def arabic() -> Catalog:
    return po.read(FILE)


@pytest.fixture(scope="module")
def sentences(arabic):
    return [message for message in arabic if message.id]


def test_every_sentence_of_the_code_and_the_catalogue_is_translated(sentences):
    known = {po.first(message.id) for message in sentences if all(po.strings(message.string))}
    wanted = {po.first(message.id) for message in extract.template(extract.sentences(extract.ROOT)) if message.id}
    assert wanted - known == set()


def test_nothing_is_left_fuzzy_or_obsolete(arabic, sentences):
    assert [message.id for message in sentences if message.fuzzy] == []
    assert not arabic.obsolete


def test_gaps_and_plural_forms_are_those_of_the_sentence(arabic):
    assert list(po.faults(arabic)) == []


def test_spaces_and_full_stops_match(sentences):
    for message in sentences:
        one, said = po.first(message.id), po.strings(message.string)[-1]
        assert said == said.strip()
        assert one.endswith(".") == said.endswith("."), one


def test_only_names_and_acronyms_stay_in_latin_letters(sentences):
    left = {}
    for message in sentences:
        for form in po.strings(message.string):
            bare = NAMES.sub("", re.sub(r"\{\w+\}|https?://\S+", "", form))
            if found := LATIN.findall(bare):
                left[po.first(message.id)] = found
    assert left == {}


@pytest.mark.parametrize(("english", "arabic"), TERMS.items())
def test_terms_are_those_of_ministries_and_the_un(english, arabic):
    assert arabic in translator("ar").gettext(english)


@pytest.mark.parametrize(("english", "word"), GLOSSARY.items())
def test_a_term_alone_is_the_word_of_the_glossary(sentences, english, word):
    assert english in {message.id for message in sentences}
    assert bare(translator("ar").gettext(english)) == bare(word)


def bare(term):
    """The words of a term without the article, which a label may have and a glossary has not."""
    return [word.removeprefix("ال") for word in term.split()]


@pytest.mark.parametrize(
    ("n", "said"), [(1, "ملف واحد"), (2, "ملفان"), (3, "{n} ملفات"), (11, "{n} ملفا"), (100, "{n} ملف")]
)
def test_plurals_follow_the_number(n, said):
    assert translator("ar").ngettext("one file", "{n} files", n) == said


def test_english_is_its_own_source_and_other_languages_are_listed():
    assert languages()[0] == "en"
    assert "ar" in languages()
    assert translator("en").gettext("Budget") == "Budget"
