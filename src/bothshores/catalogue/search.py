"""Find entries of the catalogue by words; an entry is found where every word occurs somewhere in it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from bothshores.catalogue.effects import effects
from bothshores.catalogue.indicators import indicators
from bothshores.catalogue.templates import templates
from bothshores.errors import RequestError

KINDS: dict[str, Callable[[], Mapping[str, Any]]] = {
    "indicators": indicators,
    "templates": templates,
    "effects": effects,
}


def find(kind: str, words: Sequence[str] = ()) -> list[dict[str, Any]]:
    """Full entries of a kind, each with `id`, ready for JSON; no words give all. Raises RequestError on other kinds."""
    asked = [word.casefold() for word in words]
    return [entry for entry in entries(kind) if all(word in text_of(entry) for word in asked)]


def suggest(kind: str, words: Sequence[str], *, count: int = 3) -> list[str]:
    """Ids nearest to the words, for when nothing was found; none where nothing is near."""
    return nearest(entries(kind), words, count=count)


def nearest(among: Sequence[Mapping[str, Any]], words: Sequence[str], *, count: int = 3) -> list[str]:
    """Ids of the entries whose names are nearest to the words."""
    from rapidfuzz import fuzz, process

    names = {entry["id"]: name_of(entry) for entry in among}
    near = process.extract(" ".join(words).casefold(), names, scorer=fuzz.WRatio, limit=count, score_cutoff=60)
    return [found[2] for found in near]


def entries(kind: str) -> list[dict[str, Any]]:
    """All entries of a kind in the order of their ids."""
    if kind not in KINDS:
        raise RequestError(f"The catalogue has no {kind}.", remedy=f"Ask for one of {', '.join(KINDS)}.")
    return [plain(entry) for _, entry in sorted(KINDS[kind]().items())]


def plain(entry: Any) -> dict[str, Any]:
    """An entry as JSON has it: lists for tuples, texts for code words; for an effect, whether it may be scored."""
    fields = asdict(entry)
    if hasattr(entry, "usable"):
        fields["usable"] = entry.usable
    return dict(json.loads(json.dumps(fields, ensure_ascii=False)))


def name_of(entry: Mapping[str, Any]) -> str:
    """What a person would call an entry, with its id."""
    label = entry.get("label") or entry.get("title") or f"{entry.get('measure')} {entry.get('outcome')}"
    return f"{entry['id']} {label}".replace("_", " ").casefold()


def text_of(entry: Mapping[str, Any]) -> str:
    """All its words in small letters, ids also with blanks for underscores."""
    text = json.dumps(entry, ensure_ascii=False).casefold()
    return f"{text} {text.replace('_', ' ')}"
