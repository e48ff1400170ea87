"""What several files say of one class of occupations, told together."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from bothshores.evidence.aside import Aside
from bothshores.tables.evidence import Occupations
from bothshores.vocab import Severity
from bothshores.vocab import gettext_noop as _


def told_together(frames: Sequence[pl.DataFrame], asides: list[Aside]) -> pl.DataFrame:
    """One row for each class: the title of a file of titles where there is one, and the definition any file gives.

    A class that is defined but stands in no structure is a remark: the publisher's files contradict each other.
    """
    # Files of definitions write titles in capitals of their own; the structure's titles are the ones quoted.
    rows = pl.concat(frames).sort(pl.col("definition") != "", maintain_order=True)
    structure = rows.filter(pl.col("definition") == "")
    held = pl.col("classification").is_in(structure["classification"].implode())
    strange = rows.filter(pl.col("definition") != "", held).join(structure, on=Occupations.primary_key(), how="anti")
    for row in strange.iter_rows(named=True):
        asides.append(Aside(row["file"]))
        asides[-1].note(
            _("The class {code} {title} is defined here, but is not in the structure."),
            _("Do not code people to it."), rule="not_in_structure", row=row["locator"].removeprefix("row "),
            severity=Severity.REMARK, code=f"text:{row['code']}", title=f"text:{row['title']}",
        )  # fmt: skip
    return (
        rows.group_by(Occupations.primary_key(), maintain_order=True)
        .agg(pl.col("definition").max(), pl.exclude("definition").first())
        .select(list(Occupations.columns()))
    )
