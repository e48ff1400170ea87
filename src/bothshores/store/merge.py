"""Merge a new draft with what people changed: by row key and cell; what a person changed stays.

A cell is a person's when it differs from what the last draft itself said (kept in its run), so an edit stays an edit
until the person takes it back or the draft comes to say the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from bothshores import tables
from bothshores.store.plan_folder import COMPUTED_COLUMNS, PlanFolder, decided_columns
from bothshores.tables.basis import KeptEdits

Key = tuple[Any, ...]
Rows = dict[Key, dict[str, Any]]
ROW = "row"


@dataclass
class Ledger:
    """Current plan, the last draft's own words, the edits found while merging, and this draft's own words."""

    current: PlanFolder
    previous: dict[str, pl.DataFrame]
    edits: list[dict[str, str]] = field(default_factory=list)
    said: dict[str, pl.DataFrame] = field(default_factory=dict)
    said_terms: dict[str, Any] = field(default_factory=dict)
    before: Mapping[str, pl.DataFrame] = field(default_factory=dict)
    before_terms: Mapping[str, Any] = field(default_factory=dict)
    """Words that a file with a bad row, left as it is, goes on being compared with."""

    @property
    def words(self) -> dict[str, pl.DataFrame]:
        """What the next draft compares `plan/` with: this draft's words where a file is rewritten, else the former."""
        return {name: self.before.get(name, said) if name in self.current.broken else said
                for name, said in self.said.items()}  # fmt: skip

    @property
    def words_of_terms(self) -> dict[str, Any]:
        """The same of plan.toml."""
        return dict(self.before_terms) if "plan" in self.current.broken and self.before_terms else self.said_terms

    def rows(self, table: str, frame: pl.DataFrame | None) -> Rows:
        """A frame's decided columns by row key."""
        if frame is None:
            return {}
        keys = tables.every()[table].primary_key()
        return {tuple(row[name] for name in keys): row for row in frame.select(decided_columns(table)).to_dicts()}

    def changed(self, table: str) -> Rows:
        """Rows of the current plan in which a person changed or added something."""
        mine, before = self.rows(table, self.current.tables.get(table)), self.rows(table, self.previous.get(table))
        return {key: row for key, row in mine.items() if row != before.get(key)}

    def changed_rows(self, table: str) -> pl.DataFrame:
        """The same as a table."""
        rows = [row | dict.fromkeys(COMPUTED_COLUMNS, "") for row in self.changed(table).values()]
        wanted = tables.every()[table].columns()
        return tables.build(tables.every()[table], ({name: row[name] for name in wanted} for row in rows))

    def removed(self, table: str) -> set[Key]:
        """Keys a person took out. A file with bad rows removes nothing: its missing rows may be the bad ones."""
        if table not in self.current.tables or table in self.current.broken:
            return set()
        return self.rows(table, self.previous.get(table)).keys() - self.rows(table, self.current.tables[table]).keys()

    def merge(
        self, table: str, fresh: pl.DataFrame, *, free: pl.DataFrame | None = None, removable: bool = True
    ) -> pl.DataFrame:
        """`fresh` with every changed cell kept; `free` is what the draft would say where it already obeys the edits.

        Where rows are not `removable`, one that is missing in the plan is only a row that was written differently.
        """
        mine, before = self.rows(table, self.current.tables.get(table)), self.rows(table, self.previous.get(table))
        self.said[table] = self.own_words(table, fresh, free)
        drafted, would = self.rows(table, fresh), self.rows(table, self.said[table])
        removed = self.removed(table) if removable else set()
        for key in sorted(removed & drafted.keys(), key=str):
            self.note(table, key, ROW, "", ROW)
        merged = [
            self.merge_row(table, key, row, mine.get(key), before.get(key), would.get(key, row))
            for key, row in drafted.items()
            if key not in removed
        ]
        own = [mine[key] for key in mine.keys() - drafted.keys() if mine[key] != before.get(key)]
        # A draft that obeys the edits repeats rows that a person added: they are the person's all the same.
        for key in sorted(mine.keys() - would.keys(), key=str):
            if mine[key] != before.get(key):
                self.note(table, key, ROW, ROW, "")
        return self.typed(table, merged + own, fresh)

    def own_words(self, table: str, fresh: pl.DataFrame, free: pl.DataFrame | None) -> pl.DataFrame:
        """What the draft itself says: `fresh`, but for the rows a person changed what it would say without them."""
        if free is None:
            return fresh
        keys = tables.every()[table].primary_key()
        changed = pl.DataFrame(
            list(self.changed(table)), schema={name: fresh.schema[name] for name in keys}, orient="row"
        )
        return pl.concat([fresh.join(changed, on=keys, how="anti"), free.join(changed, on=keys, how="semi")])

    def merge_row(
        self, table: str, key: Key, fresh: dict[str, Any], mine: dict[str, Any] | None,
        before: dict[str, Any] | None, would: dict[str, Any],
    ) -> dict[str, Any]:  # fmt: skip
        """One row: a cell that differs from the last draft's own words is the person's."""
        if mine is None:
            return fresh
        kept = dict(fresh)
        for column, value in mine.items():
            if (before is None or value != before[column]) and value != would[column]:
                kept[column] = value
                self.note(table, key, column, value, would[column])
        return kept

    def note(self, table: str, key: Key, column: str, yours: Any, draft: Any) -> None:
        """Record a kept edit and what the draft would have said."""
        words = ["" if value is None else str(value) for value in (yours, draft)]
        name = " ".join(str(part) for part in key)
        self.edits.append({"table": table, "key": name, "column": column, "yours": words[0], "draft": words[1]})

    def typed(self, table: str, rows: list[dict[str, Any]], fresh: pl.DataFrame) -> pl.DataFrame:
        """Rows as a valid table again; computed columns come from the draft, and are empty for a person's own rows."""
        schema = tables.every()[table]
        keys = schema.primary_key()
        wanted = {name: kind for name, kind in tables.dtypes(schema).items() if name not in COMPUTED_COLUMNS}
        frame = pl.DataFrame(rows, schema=wanted, orient="row")
        computed = [name for name in COMPUTED_COLUMNS if name in schema.columns()]
        if computed:
            frame = frame.join(fresh.select(*keys, *computed), on=keys, how="left").with_columns(
                pl.col("message").fill_null(""), pl.col("args").fill_null("{}")
            )
        return schema.validate(frame.sort(keys), cast=True)

    def frame(self) -> pl.DataFrame:
        """All kept edits as a table."""
        return tables.build(KeptEdits, self.edits)
