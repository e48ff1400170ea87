"""Typed values from a table."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothshores.catalogue.fields import Fields

LISTS = st.lists(st.text()) | st.lists(st.integers()) | st.lists(st.booleans())
ANYTHING = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | LISTS | st.dictionaries(st.text(), st.text())
)
TAKE = {
    "text": str, "number": float, "whole": int, "flag": bool,
    "texts": tuple, "wholes": tuple, "table": Fields, "tables": list,
}  # fmt: skip


@given(value=ANYTHING, method=st.sampled_from(sorted(TAKE)))
def test_a_value_is_of_the_kind_asked_for_or_the_key_is_named(value: Any, method: str) -> None:
    try:
        assert isinstance(getattr(Fields({"key": value}, "table"), method)("key"), TAKE[method])
    except ValueError as error:
        assert "table.key" in str(error)


@pytest.mark.parametrize("method", sorted(TAKE))
def test_a_missing_key_is_named_in_full(method: str) -> None:
    with pytest.raises(KeyError, match=r"outer\.inner\.key"):
        getattr(Fields({"inner": {}}, "outer").table("inner"), method)("key")


def test_bounds() -> None:
    fields = Fields({"share": 1.2, "unit": "miles", "names": ["a", "a"]})
    with pytest.raises(ValueError, match=r"share = 1\.2 is not between 0 and 1"):
        fields.number("share", low=0, high=1)
    with pytest.raises(ValueError, match="unit = 'miles' is not one of km, m"):
        fields.choice("unit", ("km", "m"))
    with pytest.raises(ValueError, match="names nothing twice"):
        fields.texts("names")


def test_what_nobody_asked_for_is_unknown() -> None:
    fields = Fields({"a": 1, "b": {"c": 2}, "d": [{"e": 3, "f": 4}]})
    fields.table("b")
    fields.tables("d")[0].number("e")
    assert sorted(fields.unknown()) == ["a", "b.c", "d[1].f"]
