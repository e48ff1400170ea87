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


def test_a_good_file_is_read(tmp_path):
    assert po.compiled(file(tmp_path, 'msgid "{n} a"\nmsgstr "{n} ب"\n')).gettext("{n} a") == "{n} ب"


def test_an_unknown_language_is_answered_with_those_there_are():
    with pytest.raises(RequestError, match="en, ar"):
        translator("xx")
