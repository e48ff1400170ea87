"""plan.toml keeps what people wrote beside the values."""

import tomllib
from dataclasses import replace

from bothshores.store.write_terms import to_toml, updated
from bothshores.tables.terms import PlanTerms

TERMS = PlanTerms("NPL", 2027, 2031, 120_000_000, 2025, floors={"fair_recruitment": 5_000_000})
TEXT = to_toml(TERMS, "Because.")


def test_the_same_terms_change_nothing():
    assert updated(TEXT, TERMS, "Because.") == TEXT


def test_a_new_basis_and_new_values_stand_where_the_old_ones_stood():
    changed = replace(TERMS, budget_usd=50_000_000, floors={"fair_recruitment": 1, "womens_outreach": 2})
    assert updated(TEXT, changed, r"Set by \1.") == to_toml(changed, r"Set by \1.")


def test_comments_and_order_stay():
    mine = TEXT.replace("alpha = 0.9", "# The minister asked for it.\nalpha = 0.9  # cautious")
    mine = mine.replace("draws = 1000\n", "")
    written = updated(mine, replace(TERMS, seed=7), "Because.")
    assert "# The minister asked for it.\nalpha = 0.9  # cautious\n" in written
    assert tomllib.loads(written) == tomllib.loads(to_toml(replace(TERMS, seed=7), ""))
    assert updated(written, replace(TERMS, seed=7), "Because.") == written


def test_a_file_with_little_in_it_is_completed():
    assert tomllib.loads(updated("# mine\n[risk]\nalpha = 0.9\n", TERMS, "")) == tomllib.loads(TEXT)
    assert tomllib.loads(updated("risk.alpha = 0.9\n", TERMS, "")) == tomllib.loads(TEXT)
    assert tomllib.loads(updated("risk = {alpha = 0.9}\n", TERMS, "")) == tomllib.loads(TEXT)
