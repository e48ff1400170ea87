"""Every planted fault becomes an issue that names its row, and the good rows go on."""

from __future__ import annotations

import polars as pl
import pytest
from evidence.reference.files import written


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_fault_is_found_in_its_row(seed, tmp_path):
    found, truth = written(seed, tmp_path / "faulty", with_faults=True)
    places = {(issue["rule"], where) for issue in found.issues.to_dicts() for where in rows_of(issue)}
    kinds = {fault["kind"] for fault in truth["faults"]}
    assert kinds == {
        "impossible_value", "unknown_country", "real_country", "unknown_series", "broken_number", "broken_year",
        "duplicate_row", "cut_line", "missing_destination",
    }  # fmt: skip
    for fault in truth["faults"]:
        wanted = "" if fault["rule"] == "year_not_whole" else str(fault["row"])
        assert (fault["rule"], wanted) in places, fault
    others = found.issues.filter(pl.col("rule") != "aggregate")  # the row WORLD of the official shape is no fault
    assert int(others["count"].sum()) == len(truth["faults"]), "and nothing else is found"


def test_good_rows_go_on_and_all_are_counted(tmp_path):
    whole, _truth = written(1, tmp_path / "whole")
    found, truth = written(1, tmp_path / "faulty", with_faults=True)
    in_series = [fault for fault in truth["faults"] if fault["file"].endswith("world_bank.csv")]
    added = sum(fault["kind"] in ("duplicate_row", "cut_line") for fault in in_series)
    lost = len(in_series) - added
    rows = {name: [each.sources.filter(file=f"{name}.csv").row(0, named=True) for each in (whole, found)]
            for name in ("world_bank",)}  # fmt: skip
    before, after = rows["world_bank"]
    assert before["rows_left"] == 0
    assert after["rows_taken"] == before["rows_taken"] - lost
    assert after["rows_left"] == len(in_series)


def rows_of(issue):
    """The rows that an issue names, one by one; an implausible figure names its own in the column."""
    if issue["rule"] == "implausible":
        return [issue["column"].removeprefix("row ").split(",")[0]]
    return issue["row"].split(", ")
