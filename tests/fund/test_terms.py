"""Terms are read from what people type, exactly, and what does not do is named."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothshores.errors import RequestError
from bothshores.fund.terms import Parameter, Terms, Unit


@dataclass(frozen=True)
class Invented(Terms):
    amount: Annotated[int, Parameter(Unit.MONEY, "Amount")] = 0
    part: Annotated[Fraction, Parameter(Unit.SHARE, "Part")] = Fraction(1, 2)
    times: Annotated[Fraction, Parameter(Unit.TIMES, "Times")] = Fraction(1)
    periods: Annotated[int, Parameter(Unit.COUNT, "Periods", low=1)] = 4
    sure: Annotated[bool, Parameter(Unit.YES, "Sure")] = True
    order: Annotated[str, Parameter(Unit.WORD, "Order", choices=("first", "second"))] = "first"
    amounts: Annotated[tuple[int, ...], Parameter(Unit.MONEY, "Amounts", many=True)] = ()


def test_defaults_units_and_names_are_declared():
    declared = {each.name: each for each in Invented.parameters()}
    assert list(declared) == ["amount", "part", "times", "periods", "sure", "order", "amounts"]
    assert declared["part"].default == Fraction(1, 2)
    assert declared["part"].top == 1


def test_values_are_read_without_rounding():
    terms = Invented.read(
        {"amount": "1234.56", "part": "7.5%", "times": "1/3", "periods": "12", "sure": "no", "amounts": "1, 2.50,1e3"}
    )
    assert terms == Invented(123456, Fraction(3, 40), Fraction(1, 3), 12, False, "first", (100, 250, 100_000))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("amount", "12.345"), ("amount", "-1"), ("amount", "ten"), ("amount", ""), ("amount", "1,2"), ("amount", "nan"),
        ("amount", "inf"), ("amount", "1e99999999"), ("part", "1.01"), ("part", "101%"), ("part", "1/0"),
        ("times", "1/2/3"), ("periods", "0"), ("periods", "1e9"), ("periods", "99999"), ("sure", "maybe"),
        ("order", "third"), ("amounts", ","),
    ],
)  # fmt: skip
def test_what_does_not_do_is_named(name, text):
    with pytest.raises(RequestError, match=name):
        Invented.read({name: text})


def test_an_unknown_name_is_answered_with_those_there_are():
    with pytest.raises(RequestError, match="periods"):
        Invented.read({"loan": "1"})


def test_values_given_in_python_are_checked_too():
    with pytest.raises(RequestError, match="part"):
        Invented(part=Fraction(3, 2))


@given(minor=st.integers(0, 10**17))
def test_any_amount_of_cents_is_read_back(minor):
    assert Invented.read({"amount": f"{minor // 100}.{minor % 100:02}"}).amount == minor
