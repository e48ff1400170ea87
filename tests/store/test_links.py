"""What names nothing, or cannot be, is set aside with its line; the good rows go on."""

import pytest

from bothshores.store import Ledger, read_plan
from bothshores.store.links import check_links
from bothshores.store.plan_folder import decided_columns


def checked(tmp_path, table, *rows, previous=None, plugins=None):
    """The ledger of a plan with one file, after the check."""
    lines = [",".join(decided_columns(table)), *rows]
    (tmp_path / f"{table}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    ledger = Ledger(read_plan(tmp_path), previous or {})
    check_links(ledger, plugins)
    return ledger


def problems(ledger):
    return [(row["file"], row["row"], row["column"], row["rule"]) for row in ledger.current.issues.rows]


def test_unknown_ids_are_set_aside_with_their_line(tmp_path):
    ledger = checked(tmp_path, "budget", "nobody,2027,1", "evaluation_reserve,2027,2")
    assert problems(ledger) == [("budget.csv", "2", "measure", "unknown_id")]
    assert ledger.current.tables["budget"]["measure"].to_list() == ["evaluation_reserve"]
    assert ledger.current.broken == {"budget"}


@pytest.mark.parametrize("name", ["unallocated", "evaluation_reserve", "national"])
def test_a_measure_cannot_take_the_name_of_what_stands_beside_measures(tmp_path, name):
    ledger = checked(tmp_path, "measures", f"{name},Own,,,judgement,Me,Us,All,,,None.,2028,,")
    assert problems(ledger) == [("measures.csv", "2", "id", "reserved_id")]


def test_a_plugin_nobody_has_is_named(tmp_path):
    rows = ("unallocated,lottery,Bank,2027,1,pledged", "unallocated,budget_line,Bank,2027,1,pledged")
    ledger = checked(tmp_path, "financing", *rows, plugins={("financing", "instrument"): {"budget_line"}})
    assert problems(ledger) == [("financing.csv", "2", "instrument", "unknown_id")]


@pytest.mark.parametrize(
    ("indicator", "target", "fits"),
    [
        ("unemployment_rate", "0.05", True),
        ("unemployment_rate", "-1e30", False),
        ("life_expectancy", "300", False),
        ("prog_beneficiaries", "-5", False),
        ("net_migration", "-5", True),
    ],
)
def test_a_figure_that_cannot_be_is_named(tmp_path, indicator, target, fits):
    ledger = checked(tmp_path, "targets", f"national,{indicator},2028,{target}")
    assert problems(ledger) == ([] if fits else [("targets.csv", "2", "target", "impossible_figure")])


def test_a_floor_for_nobody_is_named_with_its_line(tmp_path):
    (tmp_path / "plan.toml").write_text("[floors]\nnobody = 5\n", encoding="utf-8")
    ledger = checked(tmp_path, "budget")
    assert problems(ledger) == [("plan.toml", "2", "floors.nobody", "unknown_id")]
    assert ledger.current.terms["floors"] == {}
