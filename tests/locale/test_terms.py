"""The glossary of a language: read, refused where it is broken, and kept to."""

import pytest
import tomlkit
from babel.messages.catalog import Catalog

from bothshores.errors import CatalogueError
from bothshores.locale import terms

LOAN = '["loan"]\nsay = "prêt"\nalso = ["emprunt"]\nsource = "UN term base"\n'


def file(tmp_path, text):
    path = tmp_path / "fr" / "glossary.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_term_is_read(tmp_path):
    assert terms.read(file(tmp_path, LOAN)) == {"loan": terms.Term("loan", "prêt", ("emprunt",), "UN term base")}


def test_english_and_a_language_without_the_file_have_none(tmp_path):
    assert terms.terms("en") == {}
    assert terms.read(tmp_path / "glossary.toml") == {}


@pytest.mark.parametrize(("key", "wrong"), [("say", ""), ("say", 3), ("also", "emprunt"), ("also", [""]), ("x", "y")])
def test_a_wrong_term_is_named_by_file_term_and_key(tmp_path, key, wrong):
    stated = tomlkit.dumps({"loan": {"say": "prêt", key: wrong}})
    with pytest.raises(CatalogueError, match=r"locale/fr/glossary\.toml: loan") as caught:
        terms.read(file(tmp_path, stated))
    assert key in str(caught.value)


@pytest.mark.parametrize("text", ['loan = "prêt"', '["loan"]\n', '["loan"\n'])
def test_what_is_no_term_is_named(tmp_path, text):
    with pytest.raises(CatalogueError, match=r"glossary\.toml"):
        terms.read(file(tmp_path, text))


def test_another_word_than_the_glossarys_is_found(tmp_path):
    catalog = Catalog(locale="fr")
    catalog.add("Loans are repaid.", "Les prêts sont remboursés.")
    catalog.add("A loan helps.", "Un crédit aide.")
    catalog.add("Loaned money", "Argent avancé")
    known = terms.read(file(tmp_path, LOAN))
    assert list(terms.strayed(catalog, known)) == [("loan", "A loan helps.")]
