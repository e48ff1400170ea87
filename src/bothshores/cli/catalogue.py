"""`bothshores catalogue`: what is known, listed, searched and explained."""

from __future__ import annotations

import argparse
import json
import sys
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
    if asked.words and not found:
        suggest(asked.kind, asked.words)
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


def suggest(kind: str, words: list[str]) -> None:
    """The entries whose names are nearest to words that occur nowhere; on stderr, so that a listing stays one."""
    known = sources([]) if kind == "sources" else search.find(kind)
    if near := search.nearest(known, words):
        print(f"Did you mean {' or '.join(near)}?", file=sys.stderr)


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


def coverage(asked: argparse.Namespace) -> int:
    """How often studies that were left out lie where the others say."""
    from bothshores import plan
    from bothshores.cli import show

    predictions, found = plan.effect_coverage()
    if asked.json or asked.out:
        show.give(asked, {"effect_coverage": found, "effect_predictions": predictions}, {})
        return 0
    show.print_table(found, "Leave one study out")
    print(textwrap.fill(NEAREST, width=110))
    return 0


NEAREST = (
    "A result is predicted from the nearest pool with two other studies: same measure and outcome, outcome, field of "
    "outcomes, or unit alone. No kind of measure has three studies on one outcome, so none is predicted from its own "
    "kind. low and high are the 5% and 95% quantiles of the share, for so few studies know it only roughly. as_scored "
    "is what a plan uses: drawn in by the prior, it lies below published results on purpose, for those are selected."
)


def families(asked: argparse.Namespace) -> int:
    """Rows whose family differs from what their follow-ups show."""
    from bothshores import plan
    from bothshores.cli import show

    differing = plan.effect_library().filter("family_differs")
    columns = ["effect", "measure", "outcome", "horizon_years", "family", "family_by_rule", "family_basis"]
    show.give(asked, {"effect_families": differing.select(columns)}, {"effect_families": "Families that differ"})
    return 0


def reference(asked: argparse.Namespace) -> int:
    """Write the generated pages of the documentation."""
    from bothshores.cli.reference import write

    for file in write(asked.out):
        print(file)
    return 0
