"""How a command speaks: progress to standard error, tables for people, JSON or files for machines."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import polars as pl
from rich.console import Console
from rich.table import Table

from bothshores.errors import RequestError
from bothshores.words import Words

OUT = Console(soft_wrap=False)


def progress() -> Callable[[str], None]:
    """Says what is being done, and after how many seconds."""
    began = time.monotonic()

    def say(text: str) -> None:
        print(f"[{time.monotonic() - began:5.1f} s] {text}", file=sys.stderr, flush=True)

    return say


def rows(frame: pl.DataFrame) -> list[dict[str, Any]]:
    """Rows for machines, with each message in English words beside its parts."""
    words = Words("en")
    found = json.loads(frame.write_json()) if frame.height else []
    for row in found:
        if "message" in row and "args" in row:
            row["text"] = words.say(row["message"], row["args"])
    return list(found)


def give(asked: argparse.Namespace, results: Mapping[str, pl.DataFrame], titles: Mapping[str, str]) -> None:
    """Print the tables, or hand them to a machine, as asked."""
    if asked.json or asked.out:
        content: Any = {name: rows(frame) for name, frame in results.items()}
        hand_over(asked, content[next(iter(content))] if len(content) == 1 else content)
        return
    for name, frame in results.items():
        print_table(frame, titles.get(name, name))


def check_out(out: Path | None, *, one_table: bool) -> None:
    """Raises RequestError where the file asked for cannot be written, before any work is done for it."""
    if out is None:
        return
    if out.suffix == ".csv" and not one_table:
        raise RequestError("Several tables do not fit into one CSV file.", remedy="Use --out FILE.json.")
    there = next(each for each in (out, *out.absolute().parents) if each.exists())
    if out.is_dir() or (there != out and not there.is_dir()) or not os.access(there, os.W_OK):
        raise RequestError(f"{out} cannot be written.", remedy="Make it a place you may read and write.")


def hand_over(asked: argparse.Namespace, content: Any) -> None:
    """JSON to standard output or a file; a list of rows also as CSV."""
    if asked.out is None:
        print(json.dumps(content, ensure_ascii=False, indent=1))
        return
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    if asked.out.suffix == ".csv":
        flat = [{name: json.dumps(each) if isinstance(each, list | dict) else each for name, each in row.items()}
                for row in content]  # fmt: skip
        text = pl.DataFrame(flat, infer_schema_length=None).write_csv()
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    asked.out.write_text(text, encoding="utf-8")
    print(f"Written: {asked.out}", file=sys.stderr)


def print_table(frame: pl.DataFrame, title: str, columns: Sequence[str] | None = None) -> None:
    """A table a person can read; messages are said in words, numbers short."""
    words = Words("en")
    shown = [name for name in columns or frame.columns if name != "args"]
    table = Table(title=f"{title} ({frame.height})", title_justify="left", header_style="bold", expand=False)
    for name in shown:
        table.add_column(name, justify="right" if frame.schema[name].is_numeric() else "left", overflow="fold")
    for row in frame.iter_rows(named=True):
        table.add_row(*(cell(words, name, row) for name in shown))
    OUT.print(table)


def cell(words: Words, name: str, row: Mapping[str, Any]) -> str:
    """One cell as text."""
    value = row[name]
    if name == "message":
        return words.say(value, row["args"])
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.4g}"
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) and "year" not in name else str(value)


def say_paths(asked: argparse.Namespace, paths: Sequence[Path]) -> None:
    """Which files were written."""
    if asked.json:
        print(json.dumps([str(path) for path in paths], indent=1))
        return
    for path in paths:
        print(path)
