"""The fictional world's statistics as files in the very shapes that publishers use, each with its label on top."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence

import numpy as np
import openpyxl

from bothshores.catalogue import indicators
from bothshores.evidence.places import fictional_name
from bothshores.evidence.reference.national import National
from bothshores.evidence.reference.world import FIRST, NOW
from bothshores.evidence.sources.un_desa_matrix import HEADER, WORLD
from bothshores.evidence.sources.world_bank_remittances import INFLOWS
from bothshores.vocab import FICTIONAL, FICTIONAL_CODES

EARLIEST = (1980, 1, 1, 0, 0, 0)
CHANGED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
"""When a workbook was saved: the same seed gives the same bytes, so it is always the same day."""
LONG = ("Country Name", "Country Code", "Indicator Name", "Indicator Code", "Year", "Value")
IN_MATRIX, IN_WORKBOOK = "migrant_stock_abroad", "remittances_received_usd"
Row = Sequence[str | int | float]


def label(seed: int) -> str:
    """The first line of every file."""
    return f"{FICTIONAL}. Seed {seed}."


def files(national: National, seed: int) -> dict[str, bytes]:
    """Name and content of every file."""
    return {
        "official/world_bank.csv": text(label(seed), LONG, series_rows(national)),
        "official/migrants_by_corridor.csv": text(label(seed), *matrix_rows(national)),
        "official/remittance_inflows.xlsx": workbook(label(seed), remittance_rows(national)),
    }


def text(first: str, header: Row, rows: Iterable[Row]) -> bytes:
    """A text table under its label."""
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows([(first,), header, *rows])
    return stream.getvalue().encode()


def series_rows(national: National) -> Iterable[Row]:
    """Long rows of every series that the World Bank has a code for, in its unit."""
    for name in sorted(national.figures):
        keys = [key for key in indicators()[name].sources.get("world_bank", ()) if not key.breakdown]
        if not keys or name == IN_WORKBOOK:
            continue
        for code, values in zip(FICTIONAL_CODES, national.known(name), strict=True):
            for year, value in enumerate(values, FIRST):
                published = f"{value / keys[0].factor:.10g}"
                yield (
                    fictional_name(code),
                    code,
                    f"{indicators()[name].label} (fictional)",
                    keys[0].key,
                    year,
                    published,
                )


def matrix_rows(national: National) -> tuple[Row, list[Row]]:
    """Migrants by destination (down) and origin (across), with the world's sum, for each year."""
    header = (*HEADER, *map(fictional_name, FICTIONAL_CODES))
    rows: list[Row] = []
    for year, people in national.stocks.items():
        there = people.T.astype(np.int64)
        rows.append((year, WORLD, int(there.sum()), 0, 0, *there.sum(axis=0).tolist()))
        rows += [
            (year, fictional_name(code), int(line.sum()), 0, 0, *line.tolist())
            for code, line in zip(FICTIONAL_CODES, there, strict=True)
        ]
    return header, rows


def remittance_rows(national: National) -> list[Row]:
    """Remittance inflows in millions of US dollars, countries down and years across."""
    rows: list[Row] = [(INFLOWS, *map(str, range(FIRST, NOW + 1)))]
    known = national.known(IN_WORKBOOK) / 1e6
    return rows + [(fictional_name(code), *line.tolist()) for code, line in zip(FICTIONAL_CODES, known, strict=True)]


def workbook(first: str, rows: Iterable[Row]) -> bytes:
    """A workbook: the label on the first sheet, the table on the second; the same cells give the same bytes."""
    book = openpyxl.Workbook()
    book.active.title = "Fictional"
    book.active.append([first])
    sheet = book.create_sheet("Remittance inflows")
    for row in rows:
        sheet.append(list(row))
    saved, tidy = io.BytesIO(), io.BytesIO()
    book.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(tidy, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            member = zipfile.ZipInfo(name, EARLIEST)
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, CHANGED.sub(rb"\g<1>2025-01-01T00:00:00Z", old.read(name)))
    return tidy.getvalue()
