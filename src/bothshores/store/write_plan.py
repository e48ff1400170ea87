"""Write `plan/`: CSV files in a stable order, plan.toml with its reasons, and the Data Package that describes them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import dataframely as dy
import polars as pl

from bothshores import tables
from bothshores.store.plan_folder import COMPUTED_COLUMNS, decided_columns
from bothshores.vocab import FICTIONAL, is_fictional

FIELD_TYPES = {dy.Int64: "integer", dy.Float64: "number", dy.Date: "date", dy.Bool: "boolean"}


def to_csv(table: str, frame: pl.DataFrame) -> str:
    """A decided table as people edit it; whole floats keep their point so that a spreadsheet changes nothing."""
    return frame.select(decided_columns(table)).sort(tables.every()[table].primary_key()).write_csv()


def write_tables(folder: Path, frames: Mapping[str, pl.DataFrame], leave: set[str]) -> None:
    """Every decided table; a file with bad rows is left byte for byte."""
    for table, frame in frames.items():
        if table not in leave:
            (folder / f"{table}.csv").write_text(to_csv(table, frame), encoding="utf-8")


def describe_field(schema: type[dy.Schema], name: str) -> dict[str, Any]:
    """One column as a Table Schema field: type, meaning, unit, limits."""
    column = schema.columns()[name]
    limits: dict[str, Any] = {"required": not column.nullable} if not isinstance(column, dy.String) else {}
    limits |= {
        key: getattr(column, ours)
        for key, ours in (("minimum", "min"), ("maximum", "max"))
        if getattr(column, ours, None) is not None
    }
    if isinstance(column, dy.Enum):
        limits["enum"] = list(column.categories)
    if isinstance(column, dy.String) and column.regex:
        limits["pattern"] = column.regex.removeprefix("^").removesuffix("$")
    field = {"name": name, "type": FIELD_TYPES.get(type(column), "string"), "description": column.description or ""}
    unit = tables.unit_of(schema, name)
    return field | ({"unit": unit} if unit else {}) | ({"constraints": limits} if limits else {})


def describe(table: str, *, columns: list[str] | None = None) -> dict[str, Any]:
    """A table as a Data Resource of a Data Package."""
    schema = tables.every()[table]
    names = columns if columns is not None else list(schema.columns())
    described: dict[str, Any] = {"fields": [describe_field(schema, name) for name in names]}
    if schema.primary_key():
        described["primaryKey"] = schema.primary_key()
    return {
        "name": table.replace("_", "-"),
        "path": f"{table}.csv",
        "profile": "tabular-data-resource",
        "description": (schema.__doc__ or "").strip(),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": described,
    }


def datapackage(country: str, names: list[str]) -> str:
    """`plan/datapackage.json`: what each file and column means. Without hashes, since people edit the files."""
    package = {
        "name": f"bothshores-plan-{country.lower()}",
        "title": f"Draft plan for migration and development: {country}",
        "profile": "tabular-data-package",
        **({"fictional": True, "description": FICTIONAL} if is_fictional(country) else {}),
        "resources": [
            describe(
                name, columns=[column for column in tables.every()[name].columns() if column not in COMPUTED_COLUMNS]
            )
            for name in names
        ],
    }
    return json.dumps(package, indent=2, ensure_ascii=False) + "\n"
