"""What does not fit together is found, with its reason; what fits is not."""

import polars as pl
import pytest
from plan.broken import BROKEN, PULLED, TORN, draft, effect_use, measure, money, objective, promise
from plan.land import LAND, catalogue_of, figures, link, needs, seen, template, terms

from bothshores import plan, tables
from bothshores.plan.check import rules
from bothshores.tables.evaluate import Evaluations
from bothshores.tables.plan import Commitments

BOTH = [measure("torn", template="torn", owner="Head"), measure("pulled", template="pulled", owner="Head")]


def find(rule, **changes):
    return list(rules()[rule]().find(draft(**changes)))


def about(rule, **changes):
    return [(finding.item, finding.other) for finding in find(rule, **changes)]


def two(**changes):
    said = {"measures": BOTH, "budget": [money("torn"), money("pulled")], "catalogue": {"torn": TORN, "pulled": PULLED}}
    return said | changes


def test_opposite_pushes_are_found_once_and_not_where_one_of_them_is_against_an_objective():
    found = find("opposite_pushes", **two())
    assert ("up", "measure:torn") in found[0].message.gaps
    assert len(found) == 1
    aimed = two(objectives=[objective("unemployment_rate")])
    assert ("indicator", "indicator:urban_share") in find("opposite_pushes", **aimed)[0].message.gaps
    assert find("opposite_pushes", **two(objectives=[objective("unemployment_rate"), objective("urban_share")])) == []
    assert about("push_against_objective", **aimed) == [("torn", "unemployment_rate")]


def test_a_measure_without_money_pushes_nothing():
    assert find("opposite_pushes", **two(budget=[money("torn")])) == []


def test_a_push_against_an_objective_is_found_and_one_along_it_is_not():
    found = about("push_against_objective", **two(objectives=[objective("unemployment_rate")]))
    assert found == [("torn", "unemployment_rate")]


def test_overlap_is_named_by_either_template_or_the_same_people():
    assert about("overlap", **two()) == [("pulled", "torn")]


def test_more_leaving_is_a_conflict_where_the_plan_wants_fewer():
    said = {"effect_uses": [effect_use("cash", "E034")], "budget": [money("cash")]}
    assert find("side_effects", **said)[0].severity == ""
    wanted = [objective("emigrant_share_population")]
    assert find("side_effects", **said, objectives=wanted)[0].severity == "conflict"


def test_fewer_leaving_with_better_jobs_is_said_as_it_is():
    """Recruiter disclosure (E048): fewer migrate."""
    said = {"effect_uses": [effect_use("disclosure", "E048")], "budget": [money("disclosure")]}
    assert ("change", "term:fewer people leave with it") in find("side_effects", **said)[0].message.gaps


def test_a_side_effect_that_is_unverified_or_of_a_measure_without_money_is_not_repeated():
    unread = [effect_use("cash", "E034", verified=False)]
    assert find("side_effects", effect_uses=unread, budget=[money("cash")]) == []
    assert find("side_effects", effect_uses=[effect_use("cash", "E034")]) == []


def test_an_objective_nobody_serves_differs_from_one_without_money():
    goals = [objective("unemployment_rate")]
    assert "No measure" in find("objective_unserved", objectives=goals)[0].message.text
    served = find("objective_unserved", **two(objectives=goals, budget=[]))
    assert "no measure that has money" in served[0].message.text
    assert find("objective_unserved", **two(objectives=goals)) == []


def test_an_objective_with_a_scored_effect_steers_money():
    goals = [objective("unemployment_rate")]
    scored = [effect_use("pulled", "E061", indicator="unemployment_rate", scored=True)]
    assert about("objective_unmoved", objectives=goals) == [("unemployment_rate", "")]
    assert find("objective_unmoved", objectives=goals, effect_uses=scored) == []


@pytest.mark.parametrize("year, found", [(2027, 0), (2028, 1)])
def test_a_promise_before_its_first_money_is_found(year, found):
    promises = [promise("promise_law", "law", "Head")]
    assert len(find("promise_unfunded", commitments=promises, budget=[money("law", year)])) == found


def test_a_promise_without_money_or_owner_is_found():
    promises = [promise("promise_law", "law")]
    assert about("promise_unfunded", commitments=promises) == [("promise_law", "law")]
    assert about("promise_unowned", commitments=promises) == [("promise_law", "law")]


def test_safeguards_and_evaluations_are_owed_by_every_funded_measure():
    funded = {"budget": [money("law")]}
    kept = [{"measure": "law", "risk": "risk_1", "title": "Theft", "safeguard": "Audit"}]
    assert about("no_safeguard", **funded) == [("law", "")]
    assert find("no_safeguard", **funded, risks=kept) == []
    assert about("no_evaluation", **funded) == [("law", "")]
    assert find("no_evaluation", **funded, evaluations=[{"measure": "law", "design": "lottery"}]) == []
    impossible = [{"measure": "law", "design": "not_evaluable"}]
    assert find("no_evaluation", **funded, evaluations=impossible)[0].severity == "notice"


def test_the_budget_may_be_spent_but_not_overspent():
    assert find("over_budget", budget=[money("law", amount=10_000_000)]) == []
    assert about("over_budget", budget=[money("law", amount=10_000_001)]) == [("budget", "")]
    assert about("over_budget", budget=[money("law", 2040, 1)]) == [("law", "2040")]


def test_classes_keep_their_shares():
    fits, more = money("law", amount=3_000_000), money("law", amount=3_100_000)
    assert find("class_share", measures=[measure("law")], budget=[fits]) == []
    assert about("class_share", measures=[measure("law")], budget=[more]) == [("judgement", "")]


def test_a_class_must_be_true():
    claimed = [measure("law", money_class="evidence")]
    assert about("class_claim", measures=claimed) == [("law", "")]
    assert find("class_claim", measures=claimed, effect_uses=[effect_use("law", "E061", scored=True)]) == []
    costed = [measure("pulled", template="pulled", money_class="uncosted", unit_cost_usd=5.0)]
    assert "Set money_class" in find("class_claim", measures=costed, catalogue={"pulled": PULLED})[0].message.text


def test_weights_of_one_and_money_in_time_are_fine():
    assert find("weights_sum", objectives=[objective("gini", 0.5), objective("infant_mortality", 0.5)]) == []
    assert about("weights_sum", objectives=[objective("gini", 0.5)]) == [("objectives", "")]
    assert find("money_unused", measures=[measure("law")], budget=[money("law", 2029)]) == []
    assert about("money_unused", measures=[measure("law")], budget=[money("law", 2028)]) == [("law", "")]


def test_a_measure_says_what_it_is_for_unless_it_protects():
    guard = template("guard", protection=True)
    kept = [measure("law", objective="jobs"), measure("guard", template="guard")]
    goals = [objective("gini") | {"id": "jobs"}]
    assert find("measure_adrift", measures=kept, objectives=goals, catalogue={"guard": guard}) == []
    assert about("measure_adrift", measures=[measure("law", objective="gone")], objectives=goals) == [("law", "")]


def test_a_broken_plan_has_many_findings_and_rows_are_sorted():
    names = {rule for rule in rules() for _finding in rules()[rule]().find(BROKEN)}
    assert names == set(rules())


def test_a_whole_draft_gives_a_valid_table():
    said = terms()
    library = catalogue_of(
        template("training", cost=seen(100.0), effects=(link("E061", "unemployment_rate", -1, "labour_force"),))
    )
    wants = needs(unemployment_rate=1.0)
    draft_ = plan.propose(wants, figures(), said, {}, templates=library)
    response = plan.respond(draft_.measures, draft_.assumptions, figures(), said, templates=library)
    none = pl.DataFrame(schema={"measure": pl.String, "year": pl.Int64, "amount_usd": pl.Int64})
    money_ = plan.allocate(response, draft_.objectives, wants, draft_.measures, said, none, templates=library)
    found = plan.check(
        draft_.objectives, draft_.measures, money_.budget, tables.build(Commitments, []), tables.build(Evaluations, []),
        draft_.risks, response.effect_uses, said, templates=library,
    )  # fmt: skip
    assert found["rule"].to_list() == ["no_evaluation"]
    assert LAND not in found["args"][0]


def test_a_measure_without_credible_evidence_says_so():
    rows = [measure("known"), measure("vague"), measure("blank")]
    uses = [effect_use("known", "E061"), effect_use("vague", "E002"), effect_use("vague", "E055")]
    found = {
        each.item: each for each in find("no_credible_effect", measures=rows, effect_uses=uses, budget=[money("vague")])
    }
    assert set(found) == {"vague", "blank"}
    assert (found["vague"].severity, found["blank"].severity) == ("gap", "notice")
    assert "knows no study" in found["blank"].message.text
    assert dict(found["vague"].message.gaps)["number"] == "number:2"
