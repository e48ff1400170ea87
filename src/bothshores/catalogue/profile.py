"""Topics of a national migration profile: what each holds, in the order it is read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from bothshores.catalogue.fields import Fields
from bothshores.catalogue.reading import entries


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic with the indicators that belong to it."""

    id: str
    order: int
    label: str
    text: str
    indicators: tuple[str, ...]


def build(fields: Fields) -> Topic:
    """Check one topic's fields and values."""
    return Topic(
        id=fields.text("id"),
        order=fields.whole("order", low=1),
        label=fields.text("label"),
        text=fields.text("text"),
        indicators=fields.texts("indicators"),
    )


@cache
def topics() -> dict[str, Topic]:
    """All topics by id, in their order."""
    return {topic.id: topic for topic in sorted(entries("profile", build), key=lambda topic: topic.order)}
