"""`bothshores catalogue`: what is known, listed, searched and explained."""

from __future__ import annotations

import argparse
import json
import textwrap
from typing import Any

from bothshores.catalogue import search


def run(asked: argparse.Namespace) -> int:
    """List the entries in which every word occurs; one entry alone is explained in full."""
    found = sources(asked.words) if asked.kind == "sources" else search.find(asked.kind, asked.words)
    if asked.json or asked.out:
        from bothshores.cli import show  # a listing for people loads no table library

        show.hand_over(asked, found)
    elif len(found) == 1:
        explain(found[0])
    else:
        for entry in found:
            print(f"{entry['id']:<36} {name_of(entry)}")
        print(f"{len(found)} {asked.kind}{mapped(asked.kind, found)}")
    return 0


def name_of(entry: dict[str, Any]) -> str:
    """What an entry is called; an effect also says which indicators it is on."""
    if "outcomes" in entry:
        return f"{entry['outcome']} → {' '.join(entry['outcomes']) or 'unmapped'}"
    return str(entry.get("label") or entry.get("title"))


def mapped(kind: str, found: list[dict[str, Any]]) -> str:
    """How many effects are on an indicator, and how many on none."""
    if kind != "effects":
        return ""
    on = sum(bool(entry["outcomes"]) for entry in found)
    return f": {on} on an indicator of the catalogue, {len(found) - on} unmapped (each says why)"


def explain(entry: dict[str, Any]) -> None:
    """One entry, field by field."""
    for name, value in entry.items():
        if value not in (None, "", [], {}):
            text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            print(textwrap.fill(f"{name}: {text}", width=110, subsequent_indent="    "))


def sources(words: list[str]) -> list[dict[str, Any]]:
    """Source plug-ins with publisher, licence and citation."""
    from bothshores import registry
    from bothshores.evidence.kinds import Source

    registry.load("bothshores.evidence.sources")
    entries = [
        {
            name: str(getattr(source, name))
            for name in ("id", "label", "publisher", "licence", "citation", "url", "vintage", "rank")
        }
        for source in Source.members.values()
    ]
    return [each for each in entries if all(word.lower() in json.dumps(each).lower() for word in words)]


def reference(asked: argparse.Namespace) -> int:
    """Write the generated pages of the documentation."""
    from bothshores.cli.reference import write

    for file in write(asked.out):
        print(file)
    return 0
