"""Shared by all tests: the official files where there are any, and the embedded world."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("bothshores", deadline=None)
settings.load_profile("bothshores")
"""Machines are shared: how long an example takes says nothing about whether it is right."""

REASON = "needs official files: set BOTHSHORES_DATA to the folder that holds them"


@pytest.fixture(scope="session")
def data_folder() -> Path:
    """The folder of official files; tests that need it are skipped with the reason where it is not given."""
    folder = os.environ.get("BOTHSHORES_DATA")
    if not folder:
        pytest.skip(REASON)
    return Path(folder).resolve()
