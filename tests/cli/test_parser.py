"""The command line: help is light, wrong usage ends with 2."""

import subprocess
import sys

import pytest

from bothshores.cli import main
from bothshores.cli.parser import parse

HEAVY = ("numpy", "polars", "pandas", "duckdb", "scipy", "altair", "django", "ibis", "rich", "highspy")


@pytest.mark.parametrize("arguments", [["--help"], ["draft", "--help"], ["plan", "--help"], ["--version"]])
def test_help_loads_no_numerical_library(arguments):
    code = (
        "import sys\nfrom bothshores.cli import main\n"
        f"try: main({arguments!r})\nexcept SystemExit: pass\n"
        f"print('LOADED', [name for name in {HEAVY!r} if name in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "LOADED []" in out


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["dance"],
        ["draft", "NPL", "--years", "2031:2027"],
        ["draft", "NPL", "--years", "soon"],
        ["draft", "NPL", "--budget", "-5"],
        ["draft", "NPL", "--budget", "much"],
        ["draft", "NPL", "--seed", "x"],
        ["catalogue", "wishes"],
    ],
)
def test_wrong_usage_ends_with_2(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_languages_may_be_asked_for_together_or_one_after_the_other():
    asked = parse(["draft", "NPL", "--lang", "en,ar", "--lang", "fr"])
    assert tuple(asked.lang) == ("en", "ar", "fr")
