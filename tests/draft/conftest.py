"""Drafts made once and looked at by many tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from bothshores import loop
from bothshores.store import Workspace

FIVE = ("NPL", "PHL", "SEN", "SLV", "MAR")


@pytest.fixture(scope="session")
def world() -> loop.World:
    """The embedded evidence."""
    return loop.gather(())


@pytest.fixture(scope="session")
def drafted(world, tmp_path_factory) -> dict[str, loop.Drafted]:
    """Five countries drafted from embedded data, without a report."""
    root: Path = tmp_path_factory.mktemp("plans")
    return {
        country: loop.draft(loop.Request(country, report=False), Workspace(root / country), world) for country in FIVE
    }
