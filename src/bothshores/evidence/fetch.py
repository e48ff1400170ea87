"""Bring the World Bank's figures for a country over the network, as files that `gather` recognises."""

from __future__ import annotations

import csv
import io
import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from pathlib import Path
from typing import Any

from bothshores.errors import RequestError, UnknownCountryError
from bothshores.evidence import places
from bothshores.evidence.aside import Aside
from bothshores.evidence.assemble import Evidence, assemble
from bothshores.evidence.gather import Walk, quiet
from bothshores.evidence.probe import Probe
from bothshores.evidence.sources.world_bank import WorldBank
from bothshores.vocab import Severity
from bothshores.vocab import gettext_noop as _

BASE_URL = "https://api.worldbank.org/v2"
PAUSES = (1.0, 3.0, 9.0)
"""Seconds to wait before each further attempt."""
TIMEOUT, PER_PAGE = 30, 1000
HEADER = ("Country Name", "Country Code", "Indicator Name", "Indicator Code", "Year", "Value", "Last Updated")
BUSY = (408, 425, 429, 500, 502, 503, 504)


class NoAnswerError(Exception):
    """The server gave no usable answer, however often it was asked."""


class RefusedError(Exception):
    """The server answered that it has no such series."""


def fetch(
    country: str, target_folder: Path, *, progress: Callable[[str], None] = quiet, base_url: str = BASE_URL,
    pauses: Sequence[float] = PAUSES,
) -> Evidence:  # fmt: skip
    """Every World Bank series of the catalogue for one country (ISO 3166-1 alpha-3), one CSV file each.

    Gives what the files hold, with issues for series that could not be had. A file is written whole or not at all; a
    file of an earlier fetch is replaced. Raises UnknownCountryError, and RequestError where the server cannot be
    reached at all or the folder cannot be written. Source: World Bank Indicators API, version 2.
    """
    if country not in places.iso3():
        raise UnknownCountryError(f"No country has the code {country!r}.", remedy="Use ISO 3166-1 alpha-3, as NPL.")
    make_folder(target_folder)
    walk, failures, reached = Walk(quiet), Aside("World Bank API"), False
    for code in sorted({key["key"] for key in WorldBank.catalogue_keys()}):
        progress(f"Fetching {code}")
        address = f"{base_url}/country/{country}/indicator/{code}"
        try:
            rows = list(pages(address, pauses))
            reached = True
        except RefusedError as error:
            reached = True
            note_refusal(failures, code, country, error)
            continue
        except NoAnswerError as error:
            if not reached:
                raise RequestError(
                    f"The World Bank cannot be reached: {error}.", where=base_url,
                    remedy="Check the network, or give files with --from; embedded data need neither.",
                ) from error  # fmt: skip
            note_no_answer(failures, code, country, error)
            continue
        if rows:
            file = target_folder / f"{code.lower()}.{country.lower()}.csv"
            write(file, rows)
            walk.read(Probe.of(file, file.name))
    return assemble(walk.files, [*walk.others, failures])


def pages(address: str, pauses: Sequence[float]) -> Iterator[tuple[str, ...]]:
    """Rows of every page of a series, empty values left out. Raises RefusedError and NoAnswerError."""
    page, last = 1, 1
    while page <= last:
        answer = ask(f"{address}?format=json&per_page={PER_PAGE}&page={page}", pauses)
        head, rows = understand(answer)
        last, updated = int(head.get("pages") or 0), str(head.get("lastupdated") or "")
        for row in rows:
            if row.get("value") is not None:
                code, name = row["countryiso3code"] or row["country"]["id"], row["country"]["value"]
                series = row["indicator"]
                yield name, code, series["value"], series["id"], str(row["date"]), repr(row["value"]), updated
        page += 1


def understand(answer: Any) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Head and rows of an answer. Raises RefusedError with the server's words, NoAnswerError for another shape."""
    match answer:
        case [{"message": [{**message}, *_rest]}, *_more]:
            raise RefusedError(str(message.get("value") or message.get("key") or "no reason given"))
        case [{"pages": _pages} as head, rows]:
            return head, rows or []
        case [{"total": 0} as head]:
            return head, []
    raise NoAnswerError("the answer is not in the form of the World Bank's API")


def ask(address: str, pauses: Sequence[float]) -> Any:
    """The JSON at an address; asks again after each pause while the server is busy or the line drops."""
    why = ""
    for pause in (0.0, *pauses):
        time.sleep(pause)
        try:
            asked = urllib.request.Request(address, headers={"User-Agent": "bothshores"})
            with urllib.request.urlopen(asked, timeout=TIMEOUT) as response:
                return json.loads(response.read().decode("utf-8-sig"))
        except urllib.error.HTTPError as error:
            why = f"it answers {error.code} {error.reason}"
            if error.code not in BUSY:
                break
        except (OSError, ValueError) as error:
            why = str(getattr(error, "reason", error)) or type(error).__name__
    raise NoAnswerError(why)


def make_folder(folder: Path) -> None:
    """The folder for the files. Raises RequestError where it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RequestError(
            f"This folder cannot be written: {error.strerror}.", where=folder, remedy="Choose another."
        ) from error


def write(file: Path, rows: list[tuple[str, ...]]) -> None:
    """One series as CSV, sorted by year, in place only when it is whole. Raises RequestError where it cannot be."""
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
