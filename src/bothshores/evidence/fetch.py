"""Bring the World Bank's figures for a country over the network, as files that `gather` recognises.

The folder is the cache: a series that is there is not asked for again, unless a refresh is wanted. A file is named by
the day the Bank last updated the series and is never changed, so that a refresh adds editions and `prefer` takes the
latest.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from operator import itemgetter
from pathlib import Path

from bothshores.errors import RequestError, UnknownCountryError
from bothshores.evidence import places
from bothshores.evidence.aside import Aside
from bothshores.evidence.assemble import Evidence, assemble
from bothshores.evidence.gather import Walk, quiet
from bothshores.evidence.probe import Probe
from bothshores.evidence.sources.world_bank import WorldBank
from bothshores.evidence.world_bank_api import NoAnswerError, RefusedError, pages
from bothshores.vocab import Severity
from bothshores.vocab import gettext_noop as _

BASE_URL = "https://api.worldbank.org/v2"
PAUSES = (1.0, 3.0, 9.0)
"""Seconds to wait before each further attempt."""
HEADER = ("Country Name", "Country Code", "Indicator Name", "Indicator Code", "Year", "Value", "Last Updated")


def fetch(
    country: str, target_folder: Path, *, progress: Callable[[str], None] = quiet, base_url: str = BASE_URL,
    pauses: Sequence[float] = PAUSES, refresh: bool = False,
) -> Evidence:  # fmt: skip
    """Every World Bank series of the catalogue for one country (ISO 3166-1 alpha-3), one CSV file for each edition.

    Gives what the files hold, with issues for series that could not be had. A file is written whole or not at all, and
    never changed. Raises UnknownCountryError, and RequestError where the server cannot be reached at all or the folder
    cannot be written. Source: World Bank Indicators API, version 2.
    """
    if country not in places.iso3():
        raise UnknownCountryError(f"No country has the code {country!r}.", remedy="Use ISO 3166-1 alpha-3, as NPL.")
    make_folder(target_folder)
    failures, reached, kept = Aside("World Bank API"), False, 0
    for code in sorted({key["key"] for key in WorldBank.catalogue_keys()}):
        if held(target_folder, code, country) and not refresh:
            kept += 1
            continue
        progress(f"Fetching {code}")
        try:
            rows = list(pages(f"{base_url}/country/{country}/indicator/{code}", pauses))
            reached = True
            if rows:
                write(target_folder / file_name(code, country, rows), rows)
        except RefusedError as error:
            reached = True
            note_refusal(failures, code, country, error)
        except NoAnswerError as error:
            reached = reached or error.reached
            if not reached:
                raise RequestError(
                    f"The World Bank cannot be reached: {error}.", where=base_url,
                    remedy="Check the network, or give files with --from; embedded data need neither.",
                ) from error  # fmt: skip
            note_no_answer(failures, code, country, error)
    if kept:
        note_kept(failures, kept)
    walk = Walk(quiet)
    for file in sorted(target_folder.glob(f"*.{country.lower()}.*.csv")):
        walk.read(Probe.of(file, file.name))
    return assemble(walk.files, [*walk.others, failures])


def held(folder: Path, code: str, country: str) -> bool:
    """True if some edition of a series is in the folder."""
    return any(folder.glob(f"{code.lower()}.{country.lower()}.*.csv"))


def file_name(code: str, country: str, rows: list[tuple[str, ...]]) -> str:
    """`sp.pop.totl.npl.2026-07-01.csv`: series, country, edition."""
    return f"{code.lower()}.{country.lower()}.{rows[0][-1] or 'undated'}.csv"


def make_folder(folder: Path) -> None:
    """The folder for the files. Raises RequestError where it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RequestError(
            f"This folder cannot be written: {error.strerror}.", where=folder, remedy="Choose another."
        ) from error


def write(file: Path, rows: list[tuple[str, ...]]) -> None:
    """One edition of a series as CSV, sorted by year, in place only when it is whole; one that is there stays.

    Raises RequestError where it cannot be written.
    """
    if file.exists():
        return
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(HEADER)
    in_order = sorted(rows, key=itemgetter(1, 4))
    table.writerows(in_order)
    partial = file.with_name(f".{file.name}.partial")
    try:
        partial.write_text(text.getvalue(), encoding="utf-8")
        partial.rename(file)
    except OSError as error:
        raise RequestError(
            f"This file cannot be written: {error.strerror}.", where=file, remedy="Choose another folder."
        ) from error


def note_kept(failures: Aside, kept: int) -> None:
    """Series of an earlier fetch are a remark."""
    failures.note(
        _("{number} series are there from an earlier fetch and were not asked for again."),
        _("Fetch with --refresh to ask for newer editions; those that are there stay."), rule="kept",
        severity=Severity.REMARK, count=kept, number=f"number:{kept}",
    )  # fmt: skip


def note_refusal(failures: Aside, code: str, country: str, error: RefusedError) -> None:
    """A series the server does not have is a remark."""
    failures.note(
        _("The World Bank does not give {code}: {why}"), _("Nothing to do."), rule="not_given", column=code,
        country=country, severity=Severity.REMARK, code=f"text:{code}", why=f"text:{error}",
    )  # fmt: skip


def note_no_answer(failures: Aside, code: str, country: str, error: NoAnswerError) -> None:
    """A series that could not be had is a problem."""
    failures.note(
        _("{code} could not be fetched: {why}."), _("Fetch again later; the other series are there."),
        rule="not_fetched", column=code, country=country, code=f"text:{code}", why=f"text:{error}",
    )  # fmt: skip
