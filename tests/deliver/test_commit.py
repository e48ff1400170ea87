"""What has to be promised is due before anybody is paid, and no law is invented."""

import datetime

import small_plan as s

from bothshores import deliver


def commit(**measure):
    return deliver.commit(s.measures({"id": "training"} | measure), s.TERMS)


def test_promises_are_due_before_the_first_payment():
    found = {row["id"]: row for row in commit(start_year=2028).iter_rows(named=True)}
    assert {name: row["due"] for name, row in found.items()} == {
        "training_budget_line": datetime.date(2027, 12, 31),
        "training_data_sharing": datetime.date(2028, 6, 30),
        "training_safeguards": datetime.date(2028, 6, 30),
        "training_verifier": datetime.date(2028, 6, 30),
    }


def test_the_verifier_is_not_the_owner_and_no_law_is_named():
    found = commit(owner="Director of something")
    owners = dict(found.select("id", "owner").iter_rows())
    assert owners["training_safeguards"] == "Director of something"
    assert owners["training_verifier"] != "Director of something"
    assert set(found["legal_basis"]) == {""}


def test_a_measure_without_a_cost_owes_its_cost_first():
    assert commit(money_class="uncosted")["id"].to_list() == ["training_local_costs"]


def test_nothing_is_due_before_the_plan_can_know_of_it():
    assert commit(start_year=2020)["due"].min() == datetime.date(2026, 12, 31)
