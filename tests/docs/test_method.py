"""The method's page states the coverage that is computed."""

import re
from pathlib import Path

import pytest

from bothshores import plan

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "method.md"
LINES = {
    "random_effects": "| random effects (",
    "random_effects_transfer": "| the same, with",
    "transfer": "| transfer spread of a plan",
    "as_scored": "| as scored:",
}


@pytest.mark.parametrize("method", LINES)
def test_the_coverage_table_is_true(method):
    found = plan.effect_coverage()[1].filter(method=method, pool="all").sort("level").to_dicts()
    (line,) = (each for each in PAGE.read_text(encoding="utf-8").splitlines() if each.startswith(LINES[method]))
    said = [int(number) for number in re.findall(r"\d+", line.split("|", 2)[2])]
    shares = [round(100 * row["inside"]) for row in found]
    ends = [round(100 * found[-1][name]) for name in ("low", "high")]
    assert said == [*shares, *ends]
