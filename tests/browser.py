"""The browser of the tests: found, or installed where we may; one that cannot be had fails the tests."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")
OPTIONS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


@cache
def executable() -> str:
    """Where Chromium lies."""
    with (Path(tempfile.gettempdir()) / "bothshores-browser.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # tests that run beside each other install it once
        if found := next(filter(None, map(shutil.which, NAMES)), None):
            return found
        if os.geteuid() == 0 and shutil.which("apt-get"):
            environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
            for command in (("update", "-q"), ("install", "-qy", "--no-install-recommends", "chromium")):
                subprocess.run(["apt-get", *command], check=True, capture_output=True, env=environment, timeout=900)
        found = next(filter(None, map(shutil.which, NAMES)), None)
    assert found, "There is no Chromium: install one (Debian: apt-get install chromium)."
    return found
