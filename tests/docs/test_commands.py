"""The commands that README and documentation show are run; their links lead somewhere; reference pages are current."""

import re
import shlex
from pathlib import Path

import pytest

from bothshores.cli import main
from bothshores.cli.reference import pages

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"```sh\n(.*?)```", re.DOTALL)
INLINE = re.compile(r"`((?:\.venv/bin/)?bothshores [a-z][^`]*)`")
OURS = re.compile(r"^(?:\.venv/bin/)?bothshores ")


def commands() -> list[str]:
    """Every `bothshores …` line of a shell block or inline code that is a whole command."""
    found = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        lines = [line.split("#")[0].strip() for block in BLOCK.findall(text) for line in block.splitlines()]
        found += [line for line in [*lines, *INLINE.findall(text)] if OURS.match(line)]
    return sorted({OURS.sub("", line).strip() for line in found if "…" not in line})


@pytest.fixture(scope="module")
def workspace(tmp_path_factory, data_folder_or_none):
    """A drafted workspace that the documentation's commands work on."""
    root = tmp_path_factory.mktemp("docs")
    assert main(["draft", "NPL", "--workspace", str(root / "plans" / "NPL"), "--no-report"]) == 0
    assert main(["evidence", "reference", "--seed", "7", "--out", str(root / "xrf")]) == 0
    return root


@pytest.fixture(scope="module")
def data_folder_or_none(tmp_path_factory):
    """A small folder of official files, written here in the World Bank's shape, so that no data folder is needed."""
    folder = tmp_path_factory.mktemp("files")
    rows = [f"Nepal,NPL,{year},{8e9 + year * 1e6:.0f}" for year in range(2015, 2025)]
    (folder / "bx.trf.pwkr.cd.dt.csv").write_text("\n".join(["Country Name,Country Code,Year,Value", *rows, ""]))
    return folder


def test_there_are_commands_to_try():
    assert len(commands()) >= 10


@pytest.mark.slow
@pytest.mark.parametrize("command", [each for each in commands() if "fetch" not in each and "--all" not in each])
def test_a_command_of_the_documentation_runs(command, workspace, data_folder_or_none, monkeypatch, capsys):
    monkeypatch.chdir(workspace)
    monkeypatch.setattr("webbrowser.open", lambda url: True)
    words = [{"FOLDER": str(data_folder_or_none), "ISO3": "NPL"}.get(word, word) for word in shlex.split(command)]
    if words[:2] == ["catalogue", "reference"]:
        words += ["--out", str(workspace / "reference")]
    if words[0] == "report" and words[1] == "open":
        main(["report", "write", "NPL", "--lang", "en"])
    if words[0] == "draft" and "--lang" not in words:
        words.append("--no-report")
    assert main(words) == 0, capsys.readouterr().err


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if not target.startswith(("http:", "https:")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


@pytest.mark.parametrize("name", sorted(pages()))
def test_reference_pages_are_current(name):
    shown = (ROOT / "docs" / "reference" / f"{name}.md").read_text(encoding="utf-8")
    assert pages()[name].rstrip() in shown, "Run `bothshores catalogue reference`."
