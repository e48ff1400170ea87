"""The golden run: Nepal from embedded data, figure by figure. A change of method shows here, on purpose.

To accept a change: `GOLDEN=write python -m pytest tests/draft/test_golden.py`, and say in the changelog why.
"""

import json
import os
from pathlib import Path

import polars as pl
import pytest

GOLDEN = Path(__file__).with_name("golden_npl.json")


def essence(drafted) -> dict[str, object]:
    """What must not move unnoticed."""
    tables = drafted.tables
    ends = tables["outcome_paths"].filter(pl.col("year") == drafted.terms.last_year).sort("indicator", "scenario")
    return {
        "budget_usd": drafted.terms.budget_usd,
        "years": [drafted.terms.first_year, drafted.terms.last_year],
        "peers": tables["peers"].sort("rank")["peer"].to_list(),
        "needs": dict(tables["needs"].sort("rank").head(10).select("indicator", "score").iter_rows()),
        "weights": dict(tables["objectives"].select("id", "weight").iter_rows()),
        "candidates": dict(tables["candidates"].select("template", "taken").iter_rows()),
        "amounts": dict(tables["allocation"].select("measure", "amount_usd").iter_rows()),
        "outcomes": {f"{row['indicator']} {row['scenario']}": [row["low"], row["mean"], row["high"]]
                     for row in ends.iter_rows(named=True)},
        "findings": sorted(tables["findings"]["rule"].unique()),
        "evaluations": dict(tables["evaluations"].select("measure", "design").iter_rows()),
    }  # fmt: skip


def test_nepal_from_embedded_data(drafted):
    found = json.loads(json.dumps(essence(drafted["NPL"])))
    if os.environ.get("GOLDEN") == "write":
        GOLDEN.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    golden = json.loads(GOLDEN.read_text(encoding="utf-8"))
    assert found.keys() == golden.keys()
    for name, expected in golden.items():
        if name in ("needs", "weights", "amounts"):
            assert found[name] == pytest.approx(expected, rel=1e-6, abs=2), name
        elif name == "outcomes":
            assert found[name].keys() == expected.keys()
            for key in expected:
                assert found[name][key] == pytest.approx(expected[key], rel=1e-6), key
        else:
            assert found[name] == expected, name
