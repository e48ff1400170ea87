"""Code lists: objectives of the Global Compact for Migration and targets of the Sustainable Development Goals."""

from __future__ import annotations

import csv
from functools import cache

from bothshores.catalogue.reading import folder


@cache
def gcm() -> dict[int, str]:
    """Short name of each objective of the Global Compact, by number."""
    return {int(code): label for code, label in read("gcm.csv").items()}


@cache
def sdg() -> dict[str, str]:
    """Short name of each target of the Sustainable Development Goals that the catalogue uses, by code."""
    return read("sdg.csv")


def read(name: str) -> dict[str, str]:
    """One list, in the order of the file."""
    lines = folder("codes").joinpath(name).read_text(encoding="utf-8").splitlines()
    return {row["code"]: row["label"] for row in csv.DictReader(lines)}
