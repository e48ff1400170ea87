"""Entries are found by words, and are ready for JSON."""

from __future__ import annotations

import json

import pytest

from bothshores.catalogue import effects, indicators, templates
from bothshores.catalogue.search import find, suggest
from bothshores.errors import RequestError


@pytest.mark.parametrize(
    ("kind", "count"), [("indicators", len(indicators())), ("templates", len(templates())), ("effects", len(effects()))]
)
def test_no_words_give_everything_in_full_and_in_order(kind: str, count: int) -> None:
    found = find(kind)
    assert len(found) == count
    assert [entry["id"] for entry in found] == sorted(entry["id"] for entry in found)
    assert json.loads(json.dumps(found)) == found


def test_every_word_must_occur_in_either_case() -> None:
    both = {entry["id"] for entry in find("templates", ["MOBILE", "money"])}
    assert "remittance_cost_and_mobile_money" in both
    assert both == {entry["id"] for entry in find("templates", ["mobile"])} & {
        entry["id"] for entry in find("templates", ["money"])
    }


def test_words_of_an_id_are_found() -> None:
    assert "unemployment_rate" in {entry["id"] for entry in find("indicators", ["unemployment rate"])}


def test_an_effect_says_whether_it_may_be_scored() -> None:
    usable = {entry["id"]: entry["usable"] for entry in find("effects", ["vocational"])}
    assert usable["E061"] and not usable["E051"] and not usable["E063"]


def test_a_template_has_its_kind() -> None:
    (found,) = find("templates", ["apprenticeships", "Côte d'Ivoire", "insured"])
    assert (found["id"], found["kind"]) == ("apprenticeships", "apprenticeships")


def test_what_is_not_there_is_not_found_but_the_nearest_is_suggested() -> None:
    assert find("indicators", ["unemploiment"]) == []
    assert suggest("indicators", ["unemploiment"])[0] == "unemployment_rate"
    assert suggest("templates", ["aprenticeship"])[0] == "apprenticeships"
    assert suggest("templates", ["qqqq"]) == []


def test_another_kind_is_refused_with_those_there_are() -> None:
    with pytest.raises(RequestError, match="indicators, templates, effects"):
        find("recipes")
