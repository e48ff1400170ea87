"""Edits that once lost something: years moved and back, a measure taken out with money set, marks of other editors."""

import shutil

import polars as pl
import pytest

from bothshores import loop
from bothshores.store import Workspace

pytestmark = pytest.mark.slow


@pytest.fixture
def draft(drafted, world, tmp_path):
    """A copy of Nepal's plan, and how to draft it again."""
    root = tmp_path / "NPL"
    shutil.copytree(drafted["NPL"].folder, root)

    def again(**asked):
        return loop.draft(loop.Request("NPL", report=False, **asked), Workspace(root), world)

    return root / "plan", again


def funded(plan):
    """First budget row with money of a measure, as its line, measure and year."""
    for line in (plan / "budget.csv").read_text(encoding="utf-8").splitlines()[1:]:
        measure, year, amount = line.split(",")
        if int(amount) > 1 and measure not in ("unallocated", "evaluation_reserve"):
            return line, measure, year
    raise AssertionError


def replace(file, old, new):
    """Change a text in a file."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def rules(drafted):
    """Rules broken by the user's files."""
    return set(drafted.tables["issues"].filter(pl.col("severity") == "problem")["rule"])


def test_years_moved_and_back_leave_one_edit_as_it_was(draft):
    plan, again = draft
    line, measure, year = funded(plan)
    replace(plan / "budget.csv", line, f"{measure},{year},1")
    first, last = 2000 + int(year[2:]) + 1, 2000 + int(year[2:]) + 5
    saved = (plan / "budget.csv").read_bytes()
    for asked in ({"years": (first, last)}, {}):
        assert rules(again(**asked)) == {"outside_years"}
        assert (plan / "budget.csv").read_bytes() == saved
    back = again(years=(int(year), int(year) + 4))
    edits = back.tables["kept_edits"].filter(pl.col("table") == "budget")
    assert not back.failed
    assert edits["key"].to_list() == [f"{measure} {year}"]


def test_money_set_for_a_measure_taken_out_is_named_and_the_rest_goes_on(draft):
    plan, again = draft
    line, measure, year = funded(plan)
    replace(plan / "budget.csv", line, f"{measure},{year},1")
    rows = (plan / "measures.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (plan / "measures.csv").write_text("".join(r for r in rows if not r.startswith(f"{measure},")), encoding="utf-8")
    drafted = again()
    assert rules(drafted) == {"unknown_id"}
    assert measure not in set(drafted.tables["budget"]["measure"])
    assert drafted.tables["budget"]["amount_usd"].sum() == drafted.terms.budget_usd


def test_what_other_programs_leave_in_the_folder_stays(draft):
    plan, again = draft
    (plan / "link").symlink_to("nowhere")
    (plan / "plan.toml").write_bytes(b"\xef\xbb\xbf" + (plan / "plan.toml").read_bytes())
    assert not again().failed
    assert (plan / "link").is_symlink()


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("draft, not adopted", "adopted", "wrong_decision"),
        ("[floors]", "[floors]\nfair_recruitment = 9000000000000", "over_budget"),
        ("last_year = ", "last_year = 2199 #", "years_order"),
        ("last_year = ", "last_year = 1990 #", "years_order"),
    ],
)
def test_a_decision_that_is_not_used_is_named_and_not_called_kept(draft, old, new, rule):
    plan, again = draft
    replace(plan / "plan.toml", old, new)
    saved = (plan / "plan.toml").read_bytes()
    drafted = again()
    assert rules(drafted) == {rule}
    assert drafted.tables["kept_edits"].filter(pl.col("table") == "plan").height == 0
    assert (plan / "plan.toml").read_bytes() == saved
