"""Extraction finds what people read, keeps what translators wrote, and gives the same bytes twice."""

import tomllib

import pytest

from bothshores.errors import RequestError
from bothshores.locale import SOURCE, extract, languages, po

CODE = (
    'TITLE = _("Read me")\nCOUNT = ngettext_noop("one file", "{n} files")\nSAID = f"{_(\'Inside\')}, not {_(TITLE)}"\n'
)
ENTRY = 'id = "kites"\nlabel = "Kites"\ndefinition = "Kites in the air."\nfrequency = "annual"\nnote = ""\n'


@pytest.fixture
def root(tmp_path):
    folder = tmp_path / "src" / "catalogue" / "indicators"
    folder.mkdir(parents=True)
    folder.joinpath("kites.toml").write_text(ENTRY, encoding="utf-8")
    tmp_path.joinpath("src", "page.py").write_text(CODE, encoding="utf-8")
    return tmp_path / "src"


def test_marks_and_fields_are_found_with_their_place(root):
    assert list(extract.sentences(root)) == [
        ("Read me", "page.py"),
        (("one file", "{n} files"), "page.py"),
        ("Inside", "page.py"),
        ("Kites", "catalogue/indicators/kites.toml#label"),
        ("Kites in the air.", "catalogue/indicators/kites.toml#definition"),
        ("annual", "catalogue/indicators/kites.toml#frequency"),
    ]


def test_a_language_is_begun_updated_and_keeps_its_translations(root, tmp_path):
    file = tmp_path / "locale" / "ar" / "LC_MESSAGES" / "bothshores.po"
    extract.main(root=root, folder=tmp_path / "locale")
    begun = file.read_text(encoding="utf-8")
    file.write_text(begun.replace('msgid "Kites"\nmsgstr ""', 'msgid "Kites"\nmsgstr "طائرات ورقية"'), encoding="utf-8")
    root.joinpath("page.py").unlink()
    extract.main(root=root, folder=tmp_path / "locale")
    updated = po.read(file)
    assert updated["Kites"].string == "طائرات ورقية"
    assert "Read me" not in updated
    assert "Read me" in updated.obsolete
    assert updated["Kites"].locations == [("catalogue/indicators/kites.toml#label", None)]


def test_the_same_sentences_are_the_same_bytes(root, tmp_path):
    written = []
    for _again in range(2):
        extract.main(["sw"], root=root, folder=tmp_path / "locale")
        written.append([file.read_bytes() for file in sorted(tmp_path.glob("locale/**/bothshores.po*"))])
    assert written[0] == written[1]
    assert len(written[0]) == 1 + len({*languages(), "sw"} - {SOURCE})


def test_a_code_that_is_no_language_is_refused(root, tmp_path):
    with pytest.raises(RequestError, match="no language code"):
        extract.main(["klingon"], root=root, folder=tmp_path / "locale")


@pytest.mark.parametrize(
    ("folder", "field"), [(folder, each) for folder, all_ in extract.FIELDS.items() for each in all_]
)
def test_every_field_named_is_one_that_entries_have(folder, field):
    entries = [tomllib.loads(file.read_text(encoding="utf-8")) for file in extract.ROOT.joinpath(folder).glob("*.toml")]
    assert any(True for entry in entries for _text in extract.values(entry, field.split(".")))


def test_the_template_of_all_sentences_is_up_to_date():
    wanted = po.written(extract.template(extract.sentences()), "Every sentence a user of Bothshores may see.")
    found = extract.LOCALE.joinpath("bothshores.pot").read_bytes()
    assert found == wanted, "Run python -m bothshores.locale.extract."
