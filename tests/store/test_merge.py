"""What a person changed stays, by row key and cell; the rest follows the draft."""

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from bothshores import tables
from bothshores.store import Ledger, PlanFolder
from bothshores.tables.plan import Budget


def budget(**amounts: int) -> pl.DataFrame:
    """`a_2027=5` is five dollars for measure a in 2027."""
    rows = [
        {"measure": name.rsplit("_", 1)[0], "year": int(name.rsplit("_", 1)[1]), "amount_usd": amount}
        for name, amount in amounts.items()
    ]
    return tables.build(Budget, rows)


def as_dict(frame: pl.DataFrame) -> dict[str, int]:
    return {f"{measure}_{year}": amount for measure, year, amount in frame.iter_rows()}


def merged(current, previous, fresh, *, broken=False, free=None):
    folder = PlanFolder(tables={} if current is None else {"budget": current}, broken={"budget"} if broken else set())
    ledger = Ledger(folder, {} if previous is None else {"budget": previous})
    return ledger, as_dict(ledger.merge("budget", fresh, free=free))


def test_a_first_draft_is_taken_as_it_is():
    _, result = merged(None, None, budget(a_2027=1, b_2027=2))
    assert result == {"a_2027": 1, "b_2027": 2}


def test_an_untouched_cell_follows_the_new_draft():
    _, result = merged(budget(a_2027=1), budget(a_2027=1), budget(a_2027=9))
    assert result == {"a_2027": 9}


def test_a_changed_cell_stays_and_says_what_the_draft_would_have_said():
    ledger, result = merged(budget(a_2027=5), budget(a_2027=1), budget(a_2027=9))
    assert result == {"a_2027": 5}
    assert ledger.edits == [{"table": "budget", "key": "a 2027", "column": "amount_usd", "yours": "5", "draft": "9"}]


def test_an_edit_outlives_a_draft_that_obeys_it():
    """The draft obeys (fresh says 5); its own words stay 9, so the next round still knows the edit."""
    ledger, result = merged(budget(a_2027=5), budget(a_2027=1), budget(a_2027=5), free=budget(a_2027=9))
    assert result == {"a_2027": 5}
    again, result = merged(budget(a_2027=5), ledger.said["budget"], budget(a_2027=5), free=budget(a_2027=8))
    assert result == {"a_2027": 5}
    assert again.edits[0]["draft"] == "8"


def test_an_edit_that_the_draft_comes_to_share_is_no_edit_any_more():
    ledger, result = merged(budget(a_2027=9), budget(a_2027=1), budget(a_2027=9))
    assert result == {"a_2027": 9}
    assert ledger.edits == []


def test_a_row_taken_out_stays_out_and_an_own_row_stays_in():
    ledger, result = merged(budget(a_2027=1, own_2027=3), budget(a_2027=1, b_2027=2), budget(a_2027=1, b_2027=2))
    assert result == {"a_2027": 1, "own_2027": 3}
    assert {(edit["key"], edit["yours"], edit["draft"]) for edit in ledger.edits} == {
        ("b 2027", "", "row"),
        ("own 2027", "row", ""),
    }


def test_a_row_the_draft_drops_goes_unless_it_was_changed():
    _, result = merged(budget(a_2027=1, b_2027=7), budget(a_2027=1, b_2027=2), budget(c_2027=3))
    assert result == {"b_2027": 7, "c_2027": 3}


def test_in_a_file_with_bad_rows_a_missing_row_is_not_taken_as_removed():
    _, result = merged(budget(a_2027=1), budget(a_2027=1, b_2027=2), budget(a_2027=1, b_2027=2), broken=True)
    assert result == {"a_2027": 1, "b_2027": 2}


amounts = st.dictionaries(st.sampled_from([f"{name}_{year}" for name in "abcd" for year in (2027, 2028)]),
                          st.integers(0, 10**9), min_size=1)  # fmt: skip


@given(fresh=amounts, before=amounts)
def test_without_edits_the_new_draft_stands(fresh, before):
    _, result = merged(budget(**before), budget(**before), budget(**fresh))
    assert result == dict(sorted(fresh.items(), key=lambda item: item[0].rsplit("_", 1)))


@given(fresh=amounts, before=amounts, mine=amounts)
def test_every_own_cell_stands_and_a_second_merge_changes_nothing(fresh, before, mine):
    ledger, once = merged(budget(**mine), budget(**before), budget(**fresh))
    own = {key: amount for key, amount in mine.items() if amount != before.get(key)}
    assert {key: once[key] for key in own} == own
    _, twice = merged(budget(**once) if once else budget(), ledger.said["budget"], budget(**fresh))
    assert twice == once


def test_a_row_that_a_person_added_is_kept_where_the_draft_obeys_it():
    mine, free = budget(a_2027=5, own_2027=7), budget(a_2027=5)
    ledger, _ = merged(mine, free, mine, free=free)
    assert [(edit["key"], edit["column"], edit["yours"]) for edit in ledger.edits] == [("own 2027", "row", "row")]
