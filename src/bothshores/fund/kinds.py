"""What a financing instrument must state and compute. Money is whole minor units (cents) throughout."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from bothshores.fund.terms import Parameter, Terms
from bothshores.registry import Plugin
from bothshores.vocab import Reference

T = TypeVar("T", bound=Terms)


@dataclass(frozen=True, slots=True)
class Flow:
    """A payment: who pays whom in which period (from 1), as which step of `vocab.PAYMENTS`, in minor units.

    `limited_by` says what made the amount smaller than it could have been, or is empty.
    """

    payer: str
    payee: str
    period: int
    step: str
    amount: int
    limited_by: str = ""


@dataclass(frozen=True, slots=True)
class Slice:
    """One year's public money for a measure: the quarters of the plan in which it is paid, and minor units."""

    quarters: tuple[int, ...]
    amount: int


class Instrument(Plugin, ABC, Generic[T]):
    """A way to pay: what its terms are, and who then pays whom when.

    Every formula rounds once, half to even; what is left over goes to the last payee named, so that the parts sum to
    the whole. `needs_results` is True if it pays for results that somebody must be able to count.
    """

    required = ("id", "label", "source", "terms")
    label: ClassVar[str]
    source: ClassVar[Reference]
    terms: ClassVar[type[Terms]]
    needs_results: ClassVar[bool] = False

    @classmethod
    def parameters(cls) -> tuple[Parameter, ...]:
        """Its declared terms: each with unit, default, meaning and source."""
        return cls.terms.parameters()

    @abstractmethod
    def flows(self, terms: T) -> list[Flow]:
        """The payments of one use under these terms, by period."""

    @abstractmethod
    def planned(self, slices: Sequence[Slice], quarters: int) -> list[Flow]:
        """Payments of a plan of so many quarters, if all goes as agreed.

        The payer `parties.FUND` pays exactly each slice's amount inside its quarters, or, where results have to be
        verified first, later in the plan; what others pay stands beside it, and is left out after the last quarter.
        """

    @abstractmethod
    def example(self, amount: int) -> list[Flow]:
        """The payments of a plain use of `amount` minor units, for the test that nothing is lost."""

    @abstractmethod
    def whole(self, amount: int) -> int:
        """What the payments of `example` must sum to."""
