"""Every table as open data: CSV files and the Data Package that describes them (specs.frictionlessdata.io)."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import polars as pl

from bothshores.report.foreign_keys import foreign_keys
from bothshores.store.write_plan import describe
from bothshores.tables import every
from bothshores.vocab import FICTIONAL

FILE = "open-data.zip"
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""Every file of the archive bears this time, so that the same tables give the same bytes."""

FORMULA = r"^[=+\-@\t\r]"
README = (
    "A text that a spreadsheet would take for a formula (it begins with =, +, -, @, a tab or a line break) has an "
    "apostrophe in front; take it off to get the text back. Numbers and dates are as computed. Texts are English; "
    "`message` holds a sentence with named gaps and `args` what fills them."
)


def package(tables: Mapping[str, pl.DataFrame], folder: Path) -> Path:
    """Write all tables that hold rows as `open-data.zip` into a folder, or into a file that ends with `.zip`.

    A table becomes `<name>.csv` (UTF-8, comma) with types, units, meanings, primary and foreign keys in
    `datapackage.json`. The same tables give the same bytes. Returns the file written.
    """
    file = folder if folder.suffix == ".zip" else folder / FILE
    frames = {name: tables[name] for name in every() if name in tables and tables[name].height}
    contents = {f"{name}.csv": to_csv(frame) for name, frame in frames.items()}
    contents["datapackage.json"] = json.dumps(describe_all(frames), indent=1, ensure_ascii=False) + "\n"
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_suffix(".partial")
    with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(contents):
            archive.writestr(entry(name), contents[name])
    partial.rename(file)
    return file


def entry(name: str) -> zipfile.ZipInfo:
    """A member of the archive without a time or an owner of its own."""
    member = zipfile.ZipInfo(name, EARLIEST)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.external_attr = 0o644 << 16
    return member


def to_csv(frame: pl.DataFrame) -> str:
    """A table as CSV in which no text can start a formula."""
    texts = [name for name, kind in frame.schema.items() if kind == pl.String]
    harmless = [
        pl.when(pl.col(name).str.contains(FORMULA)).then("'" + pl.col(name)).otherwise(pl.col(name)).alias(name)
        for name in texts
    ]
    return frame.with_columns(harmless).write_csv()


def describe_all(frames: Mapping[str, pl.DataFrame]) -> dict[str, Any]:
    """The Data Package: resources, licences and sources of what they were computed from."""
    sources = frames["sources"].to_dicts() if "sources" in frames else []
    invented = any(row["title"] == FICTIONAL for row in sources)
    licences = sorted({row["licence"] for row in sources if row["licence"]})
    return {
        "profile": "tabular-data-package",
        "name": "bothshores-open-data",
        "title": "Every table of a draft plan for migration and development",
        "description": f"{FICTIONAL}. {README}" if invented else README,
        **({"fictional": True} if invented else {}),
        "licenses": [{"name": slug(licence), "title": licence} for licence in licences],
        "sources": [credit(row) for row in sources],
        "resources": [resource(name, frames) for name in frames],
    }


def resource(name: str, frames: Mapping[str, pl.DataFrame]) -> dict[str, Any]:
    """One table; keys to tables of the package only."""
    described = describe(name)
    if keys := foreign_keys(name, frames):
        described["schema"]["foreignKeys"] = keys
    return described


def credit(row: Mapping[str, Any]) -> dict[str, str]:
    """A source with its terms, as the standard writes it; `path` only where there is an address."""
    said = {"title": f"{row['publisher']}: {row['title']} ({row['vintage']})", "licence": row["licence"]}
    return said | ({"path": row["url"]} if row["url"] else {})


def slug(licence: str) -> str:
    """A licence's name as an identifier, `CC BY 4.0` as `CC-BY-4.0`."""
    return re.sub(r"[^A-Za-z0-9.]+", "-", licence).strip("-")
