"""What a user may ask wrongly: a message with what, where and what to do; never a traceback; nothing half-written."""

import shutil
import zipfile

import pytest

from bothshores.cli import main


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Nepal", "NPL (Nepal)"),
        ("NP", "NPL (Nepal)"),
        ("NPAL", "NPL"),
        ("philipines", "PHL"),
        ("XQZ", "No country has the code"),
        ("", "No country"),
    ],
)
def test_an_unknown_country_is_answered_with_the_nearest(asked, said, capsys, tmp_path):
    assert main(["draft", asked, "--workspace", str(tmp_path / "plan")]) == 1
    error = capsys.readouterr().err
    assert said in error
    assert "Traceback" not in error
    assert not (tmp_path / "plan").exists()


def test_a_country_without_figures_is_said(capsys, tmp_path):
    assert main(["draft", "BVT", "--workspace", str(tmp_path / "plan"), "--no-report"]) == 1
    assert "BVT" in capsys.readouterr().err


def test_an_unknown_language_is_said_before_the_work(capsys, tmp_path):
    assert main(["draft", "NPL", "--lang", "en,xx", "--workspace", str(tmp_path / "plan")]) == 1
    assert "xx" in capsys.readouterr().err
    assert not (tmp_path / "plan").exists()


def test_a_folder_that_is_not_there_is_said(capsys, tmp_path):
    assert main(["draft", "NPL", "--from", str(tmp_path / "none"), "--workspace", str(tmp_path / "plan")]) == 1
    assert str(tmp_path / "none") in capsys.readouterr().err


def test_a_broken_workbook_and_a_cut_file_are_listed_and_the_draft_goes_on(tmp_path, capsys):
    folder = tmp_path / "files"
    folder.mkdir()
    book = folder / "stock.xlsx"
    with zipfile.ZipFile(book, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook>")
    book.write_bytes(book.read_bytes()[:60])
    (folder / "bx.trf.pwkr.cd.dt.csv").write_text(
        "Country Name,Country Code,Year,Value\nNepal,NPL,2020,8108000000\nNepal,NPL,2021,many\nNepal,NP",
        encoding="utf-8",
    )
    code = main(["draft", "NPL", "--from", str(folder), "--workspace", str(tmp_path / "plan"), "--no-report"])
    out = capsys.readouterr().out
    assert code == 1
    assert "stock.xlsx" in out
    assert "bx.trf.pwkr" in out
    assert (tmp_path / "plan" / "plan" / "budget.csv").exists()


def test_every_official_file_cut_in_half_gives_no_traceback(data_folder, tmp_path):
    folder = tmp_path / "half"
    for file in sorted(data_folder.rglob("*")):
        if file.is_file() and file.stat().st_size < 3_000_000 and file.parts[-2] in ("wdi", "stocks", "remittances"):
            target = folder / file.relative_to(data_folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            content = file.read_bytes()
            target.write_bytes(content[: len(content) // 2])
    code = main(["evidence", "load", "NPL", "--from", str(folder), "--workspace", str(tmp_path / "plan"), "--json"])
    assert code == 1
    shutil.rmtree(folder)
