"""The terms of an instrument: each is declared once, with unit, default, meaning and source, and read from text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import Any, Final, Self, get_type_hints

from bothshores.errors import RequestError
from bothshores.vocab import Reference
from bothshores.vocab import gettext_noop as _

MINOR: Final = 100
"""Minor units in one unit of a currency: cents."""

LONGEST: Final = 1200
"""Most periods anything may last: a hundred years of months."""

DIGITS: Final = 18
"""Powers of ten a number may have before or behind the point; beyond, it is a slip of the pen."""

JUDGEMENT: Final = Reference(_("Judgement, to be decided by the country"))


class Unit(StrEnum):
    """What a term is counted in."""

    MONEY = "minor units"
    SHARE = "share 0-1"
    TIMES = "times"
    COUNT = "count"
    YES = "yes or no"
    WORD = "word"


TOP: Final = {Unit.SHARE: 1, Unit.COUNT: LONGEST}
YES_OR_NO: Final = {"yes": True, "no": False, "true": True, "false": False}


def exact(text: str) -> Fraction:
    """A number such as 12.5, 1e6 or 3/40, without rounding. Raises ValueError or ArithmeticError for anything else."""
    parts = [Decimal(part) for part in text.split("/")]
    if len(parts) > 2 or any(not part.is_finite() or abs(part.adjusted()) > DIGITS for part in parts):
        raise ValueError(text)
    return Fraction(parts[0]) / Fraction(parts[1] if len(parts) == 2 else 1)


def money(text: str) -> int:
    """An amount of a currency in minor units; at most two decimals."""
    minor = exact(text) * MINOR
    if minor.denominator != 1:
        raise ValueError(text)
    return int(minor)


def share(text: str) -> Fraction:
    """A part of a whole, as 0.075, 3/40 or 7.5%."""
    return exact(text.removesuffix("%")) / (100 if text.endswith("%") else 1)


READ: Final[dict[Unit, Callable[[str], Any]]] = {
    Unit.MONEY: money,
    Unit.SHARE: share,
    Unit.TIMES: exact,
    Unit.COUNT: int,
    Unit.YES: lambda text: YES_OR_NO[text.lower()],
    Unit.WORD: str,
}


@dataclass(frozen=True, slots=True)
class Parameter:
    """One term: unit, meaning, source, bounds, the words it may be (none: any), `many` if it takes several values.

    Name and default come from the field of the `Terms` that is annotated with it.
    """

    unit: Unit
    meaning: str
    source: Reference = JUDGEMENT
    low: Fraction | int = 0
    high: Fraction | int | None = None
    choices: tuple[str, ...] = ()
    many: bool = False
    name: str = ""
    default: Any = None

    @property
    def top(self) -> Fraction | int | None:
        """Greatest value; shares end at 1 and counts at `LONGEST` unless `high` says otherwise."""
        return TOP.get(self.unit) if self.high is None else self.high

    def read(self, text: str) -> Any:
        """A value from text; several are separated by commas. Raises RequestError naming the term."""
        try:
            values = tuple(READ[self.unit](part.strip()) for part in text.split(",") if part.strip())
        except (ArithmeticError, LookupError, ValueError) as error:
            raise self.wrong(text) from error
        if not values or (len(values) > 1 and not self.many):
            raise self.wrong(text)
        return values if self.many else values[0]

    def check(self, value: Any) -> None:
        """Raises RequestError if a value is out of bounds."""
        for each in value if isinstance(value, tuple) else (value,):
            if each is not None and not self.holds(each):
                raise self.wrong(each)

    def holds(self, value: Any) -> bool:
        """True if one value is within bounds."""
        if isinstance(value, str):
            return not self.choices or value in self.choices
        return bool(value >= self.low and (self.top is None or value <= self.top))

    def wrong(self, value: object) -> RequestError:
        """What is wrong with a value, and what would do."""
        if self.choices:
            wanted = f"one of {', '.join(self.choices)}"
        elif self.unit is Unit.MONEY:
            wanted = "an amount of at least 0, such as 800000 or 12.50"
        elif self.top is not None:
            wanted = f"a value from {float(self.low):g} to {float(self.top):g}"
        else:
            wanted = self.unit.value
        return RequestError(f"{value!s} does not do for {self.name}.", remedy=f"Give {wanted}.")


@dataclass(frozen=True)
class Terms:
    """Base of every instrument's terms: each field is `Annotated` with its `Parameter` and checked against it."""

    def __post_init__(self) -> None:
        for each in self.parameters():
            each.check(getattr(self, each.name))

    @classmethod
    @cache
    def parameters(cls) -> tuple[Parameter, ...]:
        """What can be set, in the order it is declared."""
        hints = get_type_hints(cls, include_extras=True)
        stated = {each.name: hints[each.name].__metadata__[0] for each in fields(cls)}
        return tuple(replace(stated[each.name], name=each.name, default=each.default) for each in fields(cls))

    @classmethod
    def read(cls, texts: Mapping[str, str]) -> Self:
        """Terms from texts by name; the rest by default. Raises RequestError for an unknown name or a bad value."""
        known = {each.name: each for each in cls.parameters()}
        if unknown := [name for name in texts if name not in known]:
            raise RequestError(f"There is no term called {unknown[0]}.", remedy=f"There are: {', '.join(known)}.")
        return cls(**{name: known[name].read(text) for name, text in texts.items()})
