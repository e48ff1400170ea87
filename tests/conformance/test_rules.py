"""Every coherence rule keeps the promise of its kind; a new file is tested without writing a test."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest
from plan.broken import BROKEN, draft

from bothshores.plan.check import rules
from bothshores.plan.kinds import SEVERITIES, Draft

EVERY = pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.id)
KINDS = ("share", "number", "usd", "year", "country", "indicator", "template", "measure", "value", "term", "text")


def test_there_are_rules_for_all_that_was_asked():
    asked = {"opposite_pushes", "overlap", "objective_unserved", "promise_unfunded", "promise_unowned", "no_safeguard",
             "no_evaluation", "over_budget", "class_share"}  # fmt: skip
    assert asked <= rules().keys()


@EVERY
class TestRule:
    def test_is_alone_in_a_file_of_its_own_name(self, rule):
        assert rule.__module__.rsplit(".", 1)[1] == rule.id

    def test_states_label_severity_and_what_it_means(self, rule):
        assert rule.label[0].isupper()
        assert rule.severity in SEVERITIES
        assert rule.__doc__ and rule.__doc__.strip()

    def test_finds_nothing_in_an_empty_plan(self, rule):
        assert list(rule().find(draft())) == []

    def test_finds_something_in_the_broken_plan(self, rule):
        """A new rule needs a fault of its kind in tests/plan/broken.py."""
        assert list(rule().find(BROKEN))

    def test_each_finding_is_of_its_own_and_says_why(self, rule):
        found = list(rule().find(BROKEN))
        assert len({(each.item, each.other) for each in found}) == len(found)
        for each in found:
            assert each.item
            assert (each.severity or rule.severity) in SEVERITIES
            assert each.message.text.endswith(".")

    def test_every_gap_is_filled_and_of_a_known_kind(self, rule):
        for each in rule().find(BROKEN):
            assert set(re.findall(r"{(\w+)}", each.message.text)) == {name for name, _value in each.message.gaps}
            assert all(value.split(":", 1)[0] in KINDS for _name, value in each.message.gaps)

    def test_leaves_the_plan_as_it_was(self, rule):
        before = {field.name: repr(getattr(BROKEN, field.name)) for field in fields(Draft)}
        list(rule().find(BROKEN))
        assert before == {field.name: repr(getattr(BROKEN, field.name)) for field in fields(Draft)}
