"""plan.toml: what is written is read back; what is wrong is named by key and line."""

import tomllib

import pytest

from bothshores.store import Ledger, PlanFolder, read_plan
from bothshores.store import terms as under_test
from bothshores.store.write_terms import to_toml
from bothshores.tables.terms import PlanTerms

TERMS = PlanTerms("NPL", 2027, 2031, 120_000_000, 2024, floors={"fair_recruitment": 5_000_000})


def merge(tmp_path, text, *, previous=None, asked=None, fresh=TERMS):
    (tmp_path / "plan.toml").write_text(text, encoding="utf-8")
    ledger = Ledger(read_plan(tmp_path), {}, before_terms=previous or under_test.flat(fresh))
    return ledger, under_test.merge(fresh, ledger, asked or {})


def test_what_is_written_is_read_back(tmp_path):
    text = to_toml(TERMS, "Because.")
    ledger, terms = merge(tmp_path, text)
    assert terms == TERMS
    assert ledger.edits == []
    assert tomllib.loads(text)["plan"]["country"] == "NPL"


def test_a_changed_decision_stays_and_one_asked_for_wins(tmp_path):
    text = to_toml(TERMS, "").replace("risk_weight = 0.5", "risk_weight = 0.9")
    ledger, terms = merge(tmp_path, text, asked={"money.budget_usd": 5})
    assert (terms.risk_weight, terms.budget_usd) == (0.9, 5)
    assert ledger.edits[0] | {"yours": "0.9", "draft": "0.5"} == ledger.edits[0]


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("alpha = 0.9", "alpha = 2.0", "risk.alpha"),
        ("alpha = 0.9", 'alpha = "high"', "risk.alpha"),
        ("alpha = 0.9", "alpah = 0.9", "risk.alpah"),
        ("budget_usd = 120_000_000", "budget_usd = -1", "money.budget_usd"),
        ("budget_usd = 120_000_000", "budget_usd = 1.5", "money.budget_usd"),
        ("last_year = 2031", "last_year = 2020", "plan.last_year"),
        ("fair_recruitment = 5000000", "fair_recruitment = -1", "floors.fair_recruitment"),
        ("draws = 1000", "draws = true", "simulation.draws"),
        ('country = "NPL"', 'country = "PHL"', "plan.country"),
    ],
)
def test_a_wrong_decision_is_named_with_its_line_and_the_drafts_own_is_used(tmp_path, old, new, column):
    text = to_toml(TERMS, "")
    assert old in text
    ledger, terms = merge(tmp_path, text.replace(old, new))
    (issue,) = ledger.current.issues.rows
    assert (issue["file"], issue["column"]) == ("plan.toml", column)
    assert text.replace(old, new).splitlines()[int(issue["row"]) - 1].startswith(new.split(" ")[0])
    assert (terms.alpha, terms.draws, terms.last_year) == (0.9, 1000, 2031)
    assert ledger.current.broken == {"plan"}


def test_a_file_that_is_no_toml_is_reported_and_left(tmp_path):
    ledger, terms = merge(tmp_path, "budget_usd = = 5")
    assert ledger.current.broken == {"plan"}
    assert terms == TERMS


def test_a_missing_file_is_no_issue(tmp_path):
    ledger = Ledger(PlanFolder(), {})
    assert under_test.merge(TERMS, ledger, {}) == TERMS
    assert ledger.current.issues.rows == []


def test_floors_beyond_the_budget_are_named_and_not_used(tmp_path):
    text = to_toml(TERMS, "").replace("fair_recruitment = 5000000", "fair_recruitment = 900000000000")
    ledger, terms = merge(tmp_path, text)
    assert [(row["rule"], row["column"]) for row in ledger.current.issues.rows] == [("over_budget", "floors")]
    assert terms.floors == {}
