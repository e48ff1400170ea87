"""ISCO, the International Standard Classification of Occupations: structure, definitions, ISCO-88 beside ISCO-08."""

from __future__ import annotations

from typing import Any

import polars as pl

from bothshores.evidence.aside import Aside
from bothshores.evidence.kinds import Reading, Sample, Source
from bothshores.evidence.probe import Cells, Probe
from bothshores.tables import dtypes
from bothshores.tables.evidence import OccupationMatches, Occupations
from bothshores.vocab import Reference, Severity
from bothshores.vocab import gettext_noop as _

CODES, TITLES, DEFINITION = ("ISCO 08 Code", "isco_code"), ("Title EN", "title"), "Definition"
OLD, NEW = ("ISCO-88 code", "ISCO-88 Title EN"), ("ISCO 08 Code", "ISCO-08 Title EN")
PART, COMMENTS = "ISCO-08 part", "Comments"
ISCO_08, ISCO_88 = "ISCO-08", "ISCO-88"
DIGITS = r"^\d{1,4}$"
NEW_COPY = _("Get the workbook again from the publisher.")


class Isco(Source):
    """A class of n digits lies in the class of its first n − 1 digits; `p` marks that only a part is meant."""

    id = "isco"
    label = _("International Standard Classification of Occupations")
    publisher = "International Labour Organization"
    title = "ISCO-08: structure, definitions, correspondence with ISCO-88"
    licence = "CC BY 4.0"
    citation = (
        "International Labour Office (2012). International Standard Classification of Occupations 2008 (ISCO-08): "
        "structure, group definitions and correspondence tables. Geneva: ILO."
    )
    url = "https://isco.ilo.org/en/isco-08/"
    source = Reference("ISCO-08 structure and correspondence tables, ILO", url, opened=True)
    vintage = "2008"
    rank = 10
    samples = (
        Sample({"ISCO-08 structure": (("isco_code", "title"), ("1", "Managers"), ("11", "Chief executives"))}),
        Sample({"ISCO-08": (("ISCO 08 Code", "Title EN", DEFINITION), ("1", "Managers", "Managers plan and direct."))}),
        Sample({"Sheet1": (
            (OLD[1], OLD[0], NEW[0], PART, NEW[1], COMMENTS),
            ("Senior officials of political-party organisations", "1141", "1114", "p",
             "Senior officials of special-interest organizations", ""),
        )}),
    )  # fmt: skip

    def recognises(self, probe: Probe) -> bool:
        """A first sheet whose header names the code of ISCO-08 with a title, or the codes of both editions."""
        header = probe.first_rows[0] if probe.sheets and probe.first_rows else ()
        titled = first_of(CODES, header) and (first_of(TITLES, header) or DEFINITION in header)
        return bool(titled) or len({*OLD, *NEW, PART} & {*header}) > 2

    def read(self, probe: Probe) -> Reading:
        """Occupations of ISCO-08 (and the unit groups of ISCO-88), or matches of their unit groups."""
        aside = Aside(probe.name)
        try:
            cells = probe.sheet(0)
        except ValueError as error:
            aside.note(_("The sheet cannot be read: {why}."), NEW_COPY, rule="unreadable", why=f"text:{error}")
            return Reading(aside)
        frame = table_of(cells)
        if not {*OLD, PART} & {*frame.columns}:
            code, title = (first_of(names, tuple(frame.columns)) or names[0] for names in (CODES, TITLES))
            if lacks(frame, (code, title), aside):
                return Reading(aside)
            rows = self.classes(frame, ISCO_08, code, title, probe.name, aside)
            note_orphans(rows, aside)
            return Reading(aside, occupations=rows, vintage=self.vintage)
        if lacks(frame, (*OLD, *NEW, PART), aside):
            return Reading(aside)
        # A workbook may keep 0110 as a number; unit groups have four digits, so nothing is guessed here.
        frame = frame.with_columns(pl.when(pl.col(OLD[0], NEW[0]).str.contains(DIGITS)).then(
            pl.col(OLD[0], NEW[0]).str.zfill(4)).otherwise(pl.col(OLD[0], NEW[0])))  # fmt: skip
        old = self.classes(frame.unique(OLD[0], maintain_order=True), ISCO_88, *OLD, probe.name, Aside(probe.name))
        return Reading(aside, occupations=old, occupation_matches=self.matches(frame, probe.name, aside),
                       vintage=self.vintage)  # fmt: skip

    def classes(
        self, frame: pl.DataFrame, classification: str, code: str, title: str, file: str, aside: Aside
    ) -> pl.DataFrame:
        """Rows of `occupations`."""
        frame = aside.sift(
            frame, ~pl.col(code).str.contains(DIGITS), _("{value} is no code of a class: it has 1 to 4 digits."),
            _("Correct the code."), rule="wrong_code", column=code,
        )  # fmt: skip
        frame = aside.sift(
            frame, pl.col(title) == "", _("The class {value} has no title."), _("Add the title."), rule="no_title",
            column=code,
        )  # fmt: skip
        frame = once(frame, [code], aside)
        return typed(
            Occupations, frame, classification=pl.lit(classification), code=pl.col(code), vintage=pl.lit(self.vintage),
            level=pl.col(code).str.len_chars().cast(pl.Int64),
            parent=pl.col(code).str.head(pl.col(code).str.len_chars() - 1), title=pl.col(title),
            definition=pl.col(DEFINITION) if DEFINITION in frame.columns else pl.lit(""), source=pl.lit(self.id),
            file=pl.lit(file), locator=pl.format("row {}", "row"),
        )  # fmt: skip

    def matches(self, frame: pl.DataFrame, file: str, aside: Aside) -> pl.DataFrame:
        """Rows of `occupation_matches`."""
        for code in (OLD[0], NEW[0]):
            frame = aside.sift(
                frame, ~pl.col(code).str.contains(r"^\d{4}$"),
                _("{value} is no code of a unit group: it has 4 digits."), _("Correct the code."),
                rule="wrong_code", column=code,
            )  # fmt: skip
        frame = once(frame, [OLD[0], NEW[0]], aside)
        return typed(
            OccupationMatches, frame, isco_88=pl.col(OLD[0]), isco_08=pl.col(NEW[0]), vintage=pl.lit(self.vintage),
            part=pl.col(PART) != "", comment=pl.col(COMMENTS) if COMMENTS in frame.columns else pl.lit(""),
            source=pl.lit(self.id), file=pl.lit(file), locator=pl.format("row {}", "row"),
        )  # fmt: skip


def first_of(names: tuple[str, ...], header: tuple[str, ...]) -> str:
    """The first of the names that the header has, else empty."""
    return next((name for name in names if name in header), "")


def table_of(cells: Cells) -> pl.DataFrame:
    """Cells under the first row, by its names, stripped, with the sheet's row numbers."""
    header = [name.strip() or f"column {place}" for place, name in enumerate(cells[0])]
    rows = [[cell.strip() for cell in row] for row in cells[1:]]
    schema = dict.fromkeys(header, pl.String)
    if len(schema) < len(header):
        schema = {f"{name} ({place})": pl.String for place, name in enumerate(header)}
    frame = pl.DataFrame(rows, schema=schema, orient="row").with_row_index("row", offset=2)
    return frame.filter(pl.any_horizontal(pl.col(*schema) != ""))


def lacks(frame: pl.DataFrame, needed: tuple[str, ...], aside: Aside) -> bool:
    """True, and a problem that names them, where columns are missing."""
    missing = [name for name in needed if name not in frame.columns]
    if missing:
        aside.note(
            _("The header does not name the columns {columns}."), _("Use the header of the publisher's own file."),
            rule="wrong_header", row="1", figures=frame.height, columns=f"text:{', '.join(missing)}",
        )  # fmt: skip
    return bool(missing)


def once(frame: pl.DataFrame, key: list[str], aside: Aside) -> pl.DataFrame:
    """Each code, or pair of codes, once: the first."""
    return aside.sift(
        frame, ~pl.struct(key).is_first_distinct(),
        _("The code {value} stands in the file twice; the first was taken."), _("Keep one of the rows."),
        rule="duplicate_row", column=key[0], severity=Severity.REMARK,
    )  # fmt: skip


def typed(schema: Any, frame: pl.DataFrame, **columns: pl.Expr) -> pl.DataFrame:
    """A table's columns, in its order and types."""
    return frame.select(**columns).select(pl.col(name).cast(dtype) for name, dtype in dtypes(schema).items())


def note_orphans(rows: pl.DataFrame, aside: Aside) -> None:
    """Classes whose class above is not in the file: a digit was lost, or rows are missing."""
    above = rows.filter(pl.col("parent") != "", ~pl.col("parent").is_in(rows["code"].implode()))
    if above.height:
        aside.note(
            _("The class above {value} is not in the file."), _("Compare the file with the publisher's structure."),
            rule="no_parent", column="code", severity=Severity.REMARK, count=above.height,
            value=f"text:{above['code'][0]}",
        )  # fmt: skip
