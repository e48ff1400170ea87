"""Columns as the tables declare them: each says its meaning and, where it has one, its unit."""

from __future__ import annotations

from typing import Any

import dataframely as dy

ISO3 = r"^[A-Z]{3}$"
SLUG = r"^[a-z][a-z0-9_]*$"


def country(meaning: str, **more: Any) -> dy.String:
    """An ISO 3166-1 alpha-3 code."""
    return dy.String(description=meaning, regex=ISO3, metadata={"unit": "ISO 3166-1 alpha-3"}, **more)


def slug(meaning: str, **more: Any) -> dy.String:
    """An identifier: small letters, digits, underscores."""
    return dy.String(description=meaning, regex=SLUG, **more)


def text(meaning: str, **more: Any) -> dy.String:
    """Words for a person to read; English in tables, translated where they are shown."""
    return dy.String(description=meaning, **more)


def message(meaning: str, **more: Any) -> dy.String:
    """A marked sentence with named gaps; the column `args` beside it fills them (see `vocab.Message`)."""
    return dy.String(description=meaning, metadata={"unit": "message"}, **more)


def args(**more: Any) -> dy.String:
    """What fills the gaps of `message`: one JSON object."""
    return dy.String(description="Values for the gaps of the message, as a JSON object", **more)


def year(meaning: str, **more: Any) -> dy.Int64:
    """A calendar year of the common era."""
    return dy.Int64(description=meaning, min=1900, max=2200, metadata={"unit": "year"}, **more)


def count(meaning: str, unit: str, **more: Any) -> dy.Int64:
    """A whole number of things, never negative."""
    return dy.Int64(description=meaning, min=0, metadata={"unit": unit}, **more)


def number(meaning: str, unit: str, **more: Any) -> dy.Float64:
    """A finite number in the unit stated."""
    return dy.Float64(description=meaning, metadata={"unit": unit}, **more)


def share(meaning: str, **more: Any) -> dy.Float64:
    """A part of a whole, 0 to 1."""
    return dy.Float64(description=meaning, min=0.0, max=1.0, metadata={"unit": "share 0-1"}, **more)


def usd(meaning: str, **more: Any) -> dy.Int64:
    """Whole US dollars at the price year of `plan.toml`, never negative."""
    return dy.Int64(description=meaning, min=0, metadata={"unit": "USD, price year of the plan"}, **more)


def date(meaning: str, **more: Any) -> dy.Date:
    """A calendar day, written as 2027-03-31."""
    return dy.Date(description=meaning, metadata={"unit": "ISO 8601 date"}, **more)


def yes(meaning: str, **more: Any) -> dy.Bool:
    """True or false."""
    return dy.Bool(description=meaning, **more)
