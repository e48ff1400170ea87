"""The invented tables, and a story told from them."""

from __future__ import annotations

from pathlib import Path

import pytest
from report import sample

from bothshores.report import write
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


LANGUAGES = ("en", "ar")


@pytest.fixture(scope="session")
def folder(tables, tmp_path_factory) -> Path:
    """The whole report, written in two languages."""
    folder, said = tmp_path_factory.mktemp("report"), []
    written = write(tables, sample.TERMS, folder, LANGUAGES, progress=said.append)
    assert all(file.exists() for file in written)
    assert len(said) == 2 * len(LANGUAGES)
    return folder
