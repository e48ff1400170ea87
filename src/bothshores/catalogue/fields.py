"""Take typed values out of a TOML table; what is missing, wrong or unknown is named by its full key."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from math import inf, isfinite
from typing import Any


class Fields:
    """One table of a file. Each value is asked for by key and kind; `unknown` lists the keys nobody asked for.

    Raises KeyError with the full key where one is missing, ValueError naming it where the value is of another kind.
    """

    def __init__(self, raw: Mapping[str, Any], path: str = "") -> None:
        self.raw, self.path = raw, path
        self.asked: set[str] = set()
        self.inner: list[Fields] = []

    def __contains__(self, key: str) -> bool:
        return key in self.raw

    def text(self, key: str, default: str | None = None) -> str:
        """Words; blank ones only where there is a default."""
        value = self.take(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.wrong(key, value, "a text")
        return value

    def choice(self, key: str, among: Collection[str]) -> str:
        """One of the words listed."""
        value = self.text(key)
        if value not in among:
            raise self.wrong(key, value, f"one of {', '.join(among)}")
        return value

    def number(self, key: str, default: float | None = None, *, low: float = -inf, high: float = inf) -> float:
        """A finite number within bounds."""
        value = self.take(key, default)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not isfinite(value):
            raise self.wrong(key, value, "a number")
        if not low <= value <= high:
            raise self.wrong(key, value, f"between {low:g} and {high:g}")
        return float(value)

    def whole(self, key: str, *, low: float = -inf, high: float = inf) -> int:
        """A whole number within bounds."""
        if not isinstance(self.raw.get(key, 0), int):
            raise self.wrong(key, self.raw[key], "a whole number")
        return int(self.number(key, low=low, high=high))

    def flag(self, key: str, default: bool | None = None) -> bool:
        """True or false."""
        value = self.take(key, default)
        if not isinstance(value, bool):
            raise self.wrong(key, value, "true or false")
        return value

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """A list of texts, none blank, none twice."""
        value = self.take(key, None if default is None else list(default))
        if not isinstance(value, list) or not all(isinstance(each, str) and each.strip() for each in value):
            raise self.wrong(key, value, "a list of texts")
        if len(set(value)) < len(value):
            raise self.wrong(key, value, "a list that names nothing twice")
        return tuple(value)

    def wholes(self, key: str) -> tuple[int, ...]:
        """A list of whole numbers."""
        value = self.take(key)
        if not isinstance(value, list) or not all(type(each) is int for each in value):
            raise self.wrong(key, value, "a list of whole numbers")
        return tuple(value)

    def table(self, key: str) -> Fields:
        """A table inside this one."""
        value = self.take(key)
        if not isinstance(value, dict):
            raise self.wrong(key, value, "a table")
        return self.open(key, value)

    def tables(self, key: str, default: list[Any] | None = None) -> list[Fields]:
        """A list of tables, numbered from 1 in their keys."""
        value = self.take(key, default)
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise self.wrong(key, value, "a list of tables")
        return [self.open(f"{key}[{place}]", each) for place, each in enumerate(value, start=1)]

    def unknown(self) -> Iterator[str]:
        """Full keys that nobody asked for, here and in the tables inside."""
        yield from (self.full(key) for key in self.raw if key not in self.asked)
        for fields in self.inner:
            yield from fields.unknown()

    def wrong(self, key: str, value: object, wanted: str) -> ValueError:
        """What to raise where the value of a key is not what is wanted."""
        return ValueError(f"{self.full(key)} = {value!r} is not {wanted}")

    def full(self, key: str) -> str:
        """The key with the tables it stands in."""
        return f"{self.path}.{key}" if self.path else key

    def take(self, key: str, default: Any = None) -> Any:
        """The value as it stands, or the default; missing without a default is an error."""
        self.asked.add(key)
        if key not in self.raw and default is None:
            raise KeyError(self.full(key))
        return self.raw.get(key, default)

    def open(self, key: str, raw: Mapping[str, Any]) -> Fields:
        """The fields of an inner table."""
        self.inner.append(fields := Fields(raw, self.full(key)))
        return fields
