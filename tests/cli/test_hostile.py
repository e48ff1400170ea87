"""Odd arguments and damaged folders: a sentence and an exit code, never a traceback; nobody's plan is mixed up."""

import json

import pytest

from bothshores.cli import main
from bothshores.store import Workspace


@pytest.mark.parametrize("out", ["file/list.json", ".", "none.json/"])
def test_a_place_that_cannot_be_written_is_said(out, tmp_path, capsys):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / "none.json").mkdir()
    assert main(["catalogue", "sources", "--out", str(tmp_path / out)]) == 1
    assert "may read and write" in capsys.readouterr().err


def test_a_listing_is_csv_where_the_ending_says_so(tmp_path):
    assert main(["catalogue", "templates", "--out", str(tmp_path / "list.csv")]) == 0
    assert (tmp_path / "list.csv").read_text(encoding="utf-8").startswith("id,")


@pytest.mark.parametrize("seed", ["-1", "4294967296", "x"])
def test_a_seed_that_plan_toml_would_not_take_is_wrong_usage(seed):
    with pytest.raises(SystemExit) as ended:
        main(["draft", "NPL", "--seed", seed])
    assert ended.value.code == 2


def folder_of(root, manifest: str) -> Workspace:
    """A workspace whose last run has this manifest and a broken table."""
    tables = root / "runs" / "a" / "tables"
    tables.mkdir(parents=True)
    (root / "runs" / "LATEST").write_text("a\n", encoding="utf-8")
    (root / "runs" / "a" / "manifest.json").write_text(manifest, encoding="utf-8")
    (tables / "budget.parquet").write_bytes(b"junk")
    return Workspace(root)


@pytest.mark.parametrize("manifest", ["[]", "junk", "[1]", '{"country": "NPL"}'])
def test_a_damaged_run_is_said(manifest, tmp_path, capsys):
    folder_of(tmp_path, manifest)
    for command in (["report", "write", "NPL"], ["report", "package", "NPL"], ["report", "package"]):
        assert main([*command, "--workspace", str(tmp_path)]) == 1
        assert "Traceback" not in capsys.readouterr().err


def test_a_country_is_not_drafted_over_the_plan_of_another(tmp_path, capsys):
    folder_of(tmp_path, json.dumps({"country": "NPL"}))
    assert main(["draft", "PHL", "--no-report", "--workspace", str(tmp_path)]) == 1
    assert "plan of NPL" in capsys.readouterr().err
    assert not (tmp_path / "plan").exists()


def test_damaged_marks_are_no_last_run_and_no_evidence(tmp_path):
    from bothshores.store import Snapshots

    workspace = folder_of(tmp_path, "{}")
    (tmp_path / "runs" / "LATEST").write_bytes(b"\xff\xfe")
    assert workspace.latest is None
    workspace.data.mkdir()
    for text in ("[]", '{"tables": []}', '{"tables": {"a": 1}}'):
        (workspace.data / "manifest.json").write_text(text, encoding="utf-8")
        assert Snapshots.read(workspace.data) is None


@pytest.mark.parametrize("given", [["--out", "file/list.json"], ["--out", "list.csv"], ["--workspace", "file/plan"]])
def test_a_place_that_cannot_be_written_is_said_before_any_work(given, tmp_path, capsys, monkeypatch):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("bothshores.cli.draft.world_of", None)
    assert main(["draft", "NPL", *given]) == 1
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


def test_a_folder_of_another_country_is_said_before_any_work(tmp_path, capsys, monkeypatch):
    folder_of(tmp_path, json.dumps({"country": "NPL"}))
    monkeypatch.setattr("bothshores.cli.draft.world_of", None)
    assert main(["draft", "PHL", "--workspace", str(tmp_path)]) == 1
    assert "plan of NPL" in capsys.readouterr().err


@pytest.mark.parametrize(
    "asked, near", [("indicators unemploiment", "unemployment_rate"), ("sources wrld bnk", "world_bank")]
)
def test_words_that_occur_nowhere_bring_the_nearest_names(asked, near, capsys):
    assert main(["catalogue", *asked.split()]) == 0
    assert near in capsys.readouterr().err
