"""What a room calls its own plug-ins, the report calls them too."""

from __future__ import annotations

import pytest

from bothshores import registry
from bothshores.catalogue import indicators, templates
from bothshores.evaluate.kinds import Design
from bothshores.fund.kinds import Instrument
from bothshores.words.labels import LABELS

registry.load("bothshores.fund.instruments")
registry.load("bothshores.evaluate.designs")


@pytest.mark.parametrize("instrument", Instrument.members.values(), ids=lambda plugin: plugin.id)
def test_instruments(instrument):
    assert LABELS[instrument.id] == instrument.label


@pytest.mark.parametrize("design", Design.members.values(), ids=lambda plugin: plugin.id)
def test_designs(design):
    assert LABELS[design.id] == design.label


def test_breakdowns_and_designs_of_the_catalogue():
    codes = {code for each in indicators().values() for code in each.breakdowns}
    codes |= {code for each in templates().values() for code in (*each.breakdowns, *each.designs, *each.instruments)}
    assert sorted(codes - LABELS.keys()) == []
