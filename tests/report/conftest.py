"""The invented tables, and a story told from them."""

from __future__ import annotations

import pytest
from report import sample

from bothshores.report.story import Story
from bothshores.words import Words


@pytest.fixture(scope="session")
def tables():
    """Every table."""
    return sample.sample()


@pytest.fixture
def story(tables):
    """Told in English."""
    return Story(tables, sample.TERMS, Words("en", {row["id"]: row["title"] for row in tables["measures"].to_dicts()}))
