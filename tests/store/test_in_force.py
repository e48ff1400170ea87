"""Changes for measures, years or money that the plan has not are set aside with their line."""

import json

from bothshores.store import Ledger, read_plan
from bothshores.store.in_force import check_changes, check_rest
from bothshores.store.plan_folder import decided_columns
from bothshores.tables.terms import PlanTerms

TERMS = PlanTerms("NPL", 2027, 2031, 100, 2024)


def ledger_of(tmp_path, table, rows, before=()):
    """The ledger of a plan with one file, and what the last draft said there."""
    folders = {}
    for name, lines in (("mine", rows), ("before", before)):
        folders[name] = tmp_path / name
        folders[name].mkdir()
        text = "\n".join([",".join(decided_columns(table)), *lines]) + "\n"
        (folders[name] / f"{table}.csv").write_text(text, encoding="utf-8")
    return Ledger(read_plan(folders["mine"]), dict(read_plan(folders["before"]).tables))


def problems(ledger):
    return [(row["row"], row["column"], row["rule"]) for row in ledger.current.issues.rows]


def amounts(ledger):
    return {row[:2]: row[2] for row in ledger.current.tables["budget"].rows()}


def test_amounts_over_the_budget_are_set_aside(tmp_path):
    ledger = ledger_of(tmp_path, "budget", ["a,2027,70", "b,2027,60", "c,2027,1"], ["c,2027,1"])
    check_changes(ledger, {"a", "b", "c"}, TERMS)
    assert problems(ledger) == [("2", "amount_usd", "over_budget"), ("3", "amount_usd", "over_budget")]
    assert json.loads(ledger.current.issues.rows[0]["args"])["budget"] == "usd:100"
    assert amounts(ledger) == {("c", 2027): 1}


def test_a_promise_beyond_the_whole_budget_is_set_aside(tmp_path):
    ledger = ledger_of(tmp_path, "financing", ["a,budget_line,Bank,2027,101,pledged"])
    check_changes(ledger, {"a"}, TERMS)
    assert problems(ledger) == [("2", "amount_usd", "over_budget")]


def test_what_lies_outside_the_years_is_set_aside(tmp_path):
    ledger = ledger_of(tmp_path, "budget", ["a,2050,1", "a,2027,5"])
    check_changes(ledger, {"a"}, TERMS)
    assert problems(ledger) == [("2", "year", "outside_years")]
    assert amounts(ledger) == {("a", 2027): 5}


def test_what_is_changed_for_a_measure_not_in_force_is_set_aside(tmp_path):
    before = ["b,risk_1,Fire,Hose,Post", "c,risk_1,Fire,Hose,Post"]
    ledger = ledger_of(tmp_path, "risks", ["b,risk_1,Flood,Hose,Post", "c,risk_1,Fire,Hose,Post"], before)
    check_changes(ledger, {"a"}, TERMS)
    assert problems(ledger) == [("2", "measure", "unknown_id")]


def test_a_row_taken_out_of_the_budget_is_no_money(tmp_path):
    ledger = ledger_of(tmp_path, "budget", ["a,2027,5"], ["a,2027,5", "a,2028,6", "b,2027,7"])
    check_changes(ledger, {"a"}, TERMS)
    assert problems(ledger) == []
    assert amounts(ledger) == {("a", 2027): 5, ("a", 2028): 0}


def test_a_bad_row_takes_nothing_out(tmp_path):
    ledger = ledger_of(tmp_path, "budget", ["a,2027,5", "a,2028,many"], ["a,2027,5", "a,2028,6"])
    check_changes(ledger, {"a"}, TERMS)
    assert amounts(ledger) == {("a", 2027): 5}


def test_what_is_left_over_cannot_be_set_and_is_never_merged(tmp_path):
    ledger = ledger_of(
        tmp_path, "budget", ["unallocated,2027,1", "unallocated,2028,9", "unallocated,2029,3"],
        ["unallocated,2027,1", "unallocated,2028,2", "unallocated,2029,2"],
    )  # fmt: skip
    computed = ledger.previous["budget"].with_columns(amount_usd=ledger.previous["budget"]["year"] - 2026)
    check_rest(ledger, "budget", computed)
    assert problems(ledger) == [("3", "measure", "remainder")]
    assert ledger.current.tables["budget"].height == ledger.previous["budget"].height == 0


def test_a_floor_for_a_measure_not_in_force_is_named(tmp_path):
    ledger = ledger_of(tmp_path, "budget", [])
    ledger.note("plan", ("floors.b",), "value", 5, None)
    check_changes(ledger, {"a"}, PlanTerms("NPL", 2027, 2031, 100, 2024, floors={"a": 1, "b": 5}))
    assert problems(ledger) == [("", "floors.b", "unknown_id")]
    assert ledger.edits == []
    assert ledger.current.broken == {"plan"}


def test_one_amount_beyond_the_budget_takes_no_other_along(tmp_path):
    ledger = ledger_of(
        tmp_path, "financing", ["a,budget_line,Bank,2027,101,pledged", "b,budget_line,Fund,2027,5,pledged"]
    )
    check_changes(ledger, {"a", "b"}, TERMS)
    assert problems(ledger) == [("2", "amount_usd", "over_budget")]
