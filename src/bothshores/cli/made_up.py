"""`bothshores evidence reference`: write the fictional reference country."""

from __future__ import annotations

import argparse
from pathlib import Path

from bothshores.cli import show
from bothshores.evidence import reference
from bothshores.vocab import FICTIONAL, REFERENCE


def write(asked: argparse.Namespace) -> int:
    """Write it, and say how to draft its plan."""
    folder = asked.out or Path(f"reference-{asked.seed}")
    files = reference.write(asked.seed, folder, with_faults=asked.faults)
    show.say_paths(asked, files)
    if not asked.json:
        print(f"{FICTIONAL}.\nNow: bothshores draft {REFERENCE} --from {folder / 'official'}")
    return 0
