"""A broken catalogue is named by file and sentence."""

import pytest

from bothshores.errors import CatalogueError, RequestError
from bothshores.locale import po, translator

HEAD = 'msgid ""\nmsgstr ""\n"Language: ar\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n"{plural}\\n"\n\n'
RULE = (
    "Plural-Forms: nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"
)


def file(tmp_path, body, rule=RULE):
    path = tmp_path / "ar" / "LC_MESSAGES" / "bothshores.po"
    path.parent.mkdir(parents=True)
    path.write_text(HEAD.replace("{plural}", rule) + body, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('msgid "{amount} a year"\nmsgstr "{amont} في السنة"\n', "{amont}"),
        ('msgid "{amount} a year"\nmsgstr "في السنة"\n', "{amount}"),
        ('msgid "one"\nmsgid_plural "{n} things"\nmsgstr[0] "واحد"\nmsgstr[1] "{n}"\n', "6"),
        ("this is no sentence\n", "no valid .po"),
    ],
)
def test_what_is_wrong_is_named(tmp_path, body, said):
    with pytest.raises(CatalogueError) as caught:
        po.compiled(file(tmp_path, body))
    assert said in str(caught.value)
    assert "bothshores.po" in str(caught.value)


@pytest.mark.parametrize("rule", ["Plural-Forms: nplurals=2; plural=n!!1;", "Plural-Forms: nplurals=two; plural=n>1;"])
def test_a_rule_for_plurals_that_cannot_be_read_is_named(tmp_path, rule):
    with pytest.raises(CatalogueError, match=r"locale/ar/LC_MESSAGES/bothshores\.po"):
        po.compiled(file(tmp_path, 'msgid "a"\nmsgstr "ب"\n', rule))


def test_a_plural_form_may_say_its_number_in_words_but_the_last_may_not(tmp_path):
    forms = "".join(f'msgstr[{form}] "{text}"\n' for form, text in enumerate(["لا", "واحد", "اثنان", "{n} أ", "{n} ب"]))
    body = f'msgid "one"\nmsgid_plural "{{n}} things"\n{forms}msgstr[5] '
    assert po.compiled(file(tmp_path, body + '"{n} ج"\n')).ngettext("one", "{n} things", 2) == "اثنان"
    with pytest.raises(CatalogueError, match="gaps"):
        po.compiled(file(tmp_path / "wrong", body + '"كثير"\n'))


def test_a_good_file_is_read(tmp_path):
    assert po.compiled(file(tmp_path, 'msgid "{n} a"\nmsgstr "{n} ب"\n')).gettext("{n} a") == "{n} ب"


def test_an_unknown_language_is_answered_with_those_there_are():
    with pytest.raises(RequestError, match="en, ar"):
        translator("xx")
