"""Find an indicator's texts in one place's entry of the Factbook, and the year where the text names none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bothshores.evidence.factbook_text import Figure, Reason, clean, dated, day_year, read

Node = Mapping[str, Any]
YEARLY = re.compile(r" (?:19|20)\d{2}$")
NO_SITTING = re.compile(r"\bdissol|\bexpired\b|\bsuspended\b|not functional|no longer", re.IGNORECASE)
ELECTED = "most recent election date"
CHAMBERS = "Government/Legislative branch"


@dataclass(frozen=True, slots=True)
class Found:
    """What one text says: its path in the entry, and a figure or the reason why there is none."""

    path: str
    said: Figure | Reason


def look_up(entry: Node, path: str) -> Any:
    """The node at a path such as `Economy/Budget/expenditures`; None where there is none."""
    node: Any = entry
    for step in path.split("/"):
        if not isinstance(node, Mapping):
            return None
        node = node.get(step)
    return node


def find(entry: Node, key: Mapping[str, Any]) -> Iterator[Found]:
    """Every statement at the path of a catalogue key: of the node itself, or of its children by year."""
    node, parent = look_up(entry, key["key"]), look_up(entry, key["key"].rpartition("/")[0])
    if not isinstance(node, Mapping):
        return
    children = {f"{key['key']}/{name}": child for name, child in node.items() if YEARLY.search(name)}
    for path, child in ({key["key"]: node} if "text" in node else children).items():
        text = str(child.get("text", ""))
        if key["words"] and key["words"] not in clean(text):
            continue
        for said in read(text):
            yield Found(path, judge(said, key, entry, parent))


def judge(said: Figure | Reason, key: Mapping[str, Any], entry: Node, parent: Node) -> Figure | Reason:
    """The figure with its year, once its unit is what the catalogue expects; else the reason to leave it."""
    if isinstance(said, Reason):
        return said
    if said.percent != (key["factor"] == 0.01) or said.money != (key["unit"] in ("usd", "usd_ppp")):
        return Reason.WRONG_UNIT
    if key["key"].startswith(CHAMBERS) and said.value == 0 and not sits(entry, parent):
        return Reason.NO_CHAMBER
    if said.year:
        return said
    year, status = year_beside(parent)
    return replace(said, year=year, status=status) if year else Reason.NO_YEAR


def year_beside(parent: Node) -> tuple[int, str]:
    """The one year that the entries beside name, with its mark; a chamber's is that of its last election.

    0 where they name none, or more than one: then nothing says which is meant.
    """
    children = {name: child for name, child in parent.items() if isinstance(child, Mapping)}
    texts = {name: str(child["text"]) for name, child in children.items() if "text" in child}
    if ELECTED in texts:
        return day_year(texts[ELECTED]), "observed"
    marks = {dated(text) for text in texts.values()} - {(0, "observed")}
    years = {year for year, _ in marks}
    if len(years) != 1:
        return 0, "observed"
    return years.pop(), min(status for _, status in marks)


def sits(entry: Node, chamber: Node) -> bool:
    """False where a note says that the chamber is dissolved or its term has run out: then 0% is no finding."""
    notes = (chamber.get("note", ""), (look_up(entry, CHAMBERS) or {}).get("note", ""))
    return not any(NO_SITTING.search(str(note)) for note in notes)
