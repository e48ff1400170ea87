"""What has to be promised is due before anybody is paid, and no law is invented."""

import datetime

import small_plan as s

from bothshores import deliver


def commit(amounts=None, **measure):
    budget = None if amounts is None else s.budget({"training": amounts})
    return deliver.commit(s.measures({"id": "training"} | measure), s.TERMS, budget=budget)


def test_promises_are_due_before_the_first_payment():
    found = {row["id"]: row for row in commit(start_year=2028).iter_rows(named=True)}
    assert {name: row["due"] for name, row in found.items()} == {
        "training_budget_line": datetime.date(2028, 1, 1),
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
    assert commit(start_year=2020)["due"].min() == datetime.date(2027, 1, 1)


def test_the_first_year_is_the_first_with_money():
    assert commit([0, 0, 5, 5, 5])["due"].min() == datetime.date(2029, 1, 1)


def test_without_money_nothing_is_promised_and_with_money_everything():
    assert commit([0] * 5).is_empty()
    assert commit([0] * 5, money_class="uncosted").is_empty()
    assert commit([1] * 5, money_class="uncosted").height == commit([1] * 5).height == 4
