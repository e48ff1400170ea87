"""Every evaluation design keeps the promise of its kind; a new file is tested without writing a test."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothshores import registry
from bothshores.catalogue import templates
from bothshores.evaluate.kinds import MOST_FOLLOWED, Design, Setting

registry.load("bothshores.evaluate.designs")
EVERY = pytest.mark.parametrize("design", [each() for each in Design.members.values()], ids=lambda each: each.id)
PLACEHOLDERS = ("example.", "placeholder", "lorem", "todo", "tbd")
SETTINGS = st.builds(
    Setting,
    reached=st.none() | st.floats(0, 1e8),
    eligible=st.none() | st.integers(0, 10**9),
    years=st.integers(-5, 10),
    short=st.floats(0.5, 5),
    long=st.floats(5, 15),
)
GENEROUS = Setting(reached=20_000, eligible=1_000_000, years=5, short=2, long=5)


def test_templates_name_designs_that_exist():
    assert {name for template in templates().values() for name in template.designs} <= set(Design.members)


@EVERY
class TestDesign:
    def test_it_is_alone_in_a_file_of_its_own_name(self, design):
        assert type(design).__module__.rsplit(".", 1)[1] == design.id

    def test_it_names_a_real_source_and_says_where_it_was_opened(self, design):
        assert design.source.text
        assert not any(word in str(design.source).lower() for word in PLACEHOLDERS)
        assert design.source.url.startswith("http") or not design.source.opened

    def test_its_words_are_whole_sentences_and_its_comparison_a_name(self, design):
        for sentence in (design.needs, design.reason):
            assert re.fullmatch(r"[A-Z].*\w\.", sentence)
        assert not design.comparison.endswith(".")
        assert len(type(design).__doc__.splitlines()[0]) > 20

    def test_it_is_feasible_somewhere(self, design):
        assert design.obstacle(GENEROUS) is None

    @given(setting=SETTINGS)
    def test_it_is_feasible_with_a_power_or_says_why_not(self, design, setting):
        reason = design.obstacle(setting)
        if reason is not None:
            assert reason.text.startswith("Not evaluable")
            assert all(f"{{{name}}}" in reason.text for name, _gap in reason.gaps)
            return
        power = design.power(setting)
        assert (power.smallest is None) == (power.sample is None)
        if power.smallest is not None:
            assert 0 < power.smallest < 10
            assert 0 < power.sample <= MOST_FOLLOWED
            assert power.after > 0

    @given(setting=SETTINGS, factor=st.floats(1, 10))
    def test_more_people_never_find_less(self, design, setting, factor):
        more = Setting(
            None if setting.reached is None else setting.reached * factor,
            None if setting.eligible is None else int(setting.eligible * factor) + 1,
            setting.years,
            setting.short,
            setting.long,
        )
        if design.obstacle(setting) is None and design.obstacle(more) is None:
            few, many = design.power(setting).smallest, design.power(more).smallest
            assert few is None or many <= few * (1 + 1e-9)
