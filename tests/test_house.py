"""The house keeps its directions, its types and its measure: what `make check` runs, and the size of rooms."""

import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "base", "manager", "managers"}


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_import_contracts_are_kept():
    done = run(str(BIN / "lint-imports"), "--no-cache")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def test_a_planted_wrong_import_is_caught(tmp_path):
    """The contracts can fail: a room that imports another breaks them, by file and line."""
    planted = tmp_path / "src"
    copied = run("cp", "-r", str(ROOT / "src"), str(planted))
    assert copied.returncode == 0
    room = planted / "bothshores" / "fund" / "rounding.py"
    room.write_text(room.read_text(encoding="utf-8") + "\nimport bothshores.plan.check  # noqa\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text(encoding="utf-8"), encoding="utf-8")
    done = subprocess.run(
        [str(BIN / "lint-imports"), "--no-cache"], cwd=tmp_path, capture_output=True, text=True, check=False,
        env={"PYTHONPATH": str(planted), "PATH": ""},
    )  # fmt: skip
    assert done.returncode != 0
    assert "bothshores.fund.rounding -> bothshores.plan.check" in done.stdout


@pytest.mark.slow
def test_types_are_strict():
    done = run(str(BIN / "mypy"))
    assert done.returncode == 0, done.stdout


def test_lint_and_format_are_clean():
    for command in (("check",), ("format", "--check")):
        done = run(str(BIN / "ruff"), *command, "src", "tests", "benchmarks")
        assert done.returncode == 0, done.stdout


def test_no_file_is_a_hall_and_none_is_called_nothing():
    files = sorted((ROOT / "src").rglob("*.py"))
    long = {str(file.relative_to(ROOT)): n for file in files if (n := len(file.read_text().splitlines())) > 320}
    assert long == {}
    assert [file.name for file in files if file.stem in SAYS_NOTHING] == []


def terms_of(name: str) -> str:
    """What a package says of its own licence (not of what it bundles); empty where it is not installed here."""
    try:
        known = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ""
    said = [
        (known.get("License") or "").split("\n")[0],
        known.get("License-Expression") or "",
        *(known.get_all("Classifier") or []),
    ]
    return " ".join(said).replace("LGPL", "").replace("Lesser General Public", "")


@pytest.mark.parametrize("name", sorted({Requirement(line).name for line in metadata.requires("bothshores") or []}))
def test_nothing_under_gpl_is_depended_on(name):
    assert "GPL" not in terms_of(name)
    assert "General Public License" not in terms_of(name)
