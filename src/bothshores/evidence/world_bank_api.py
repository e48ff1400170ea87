"""The World Bank Indicators API, version 2: every page of a series, asked again while the server is busy."""

from __future__ import annotations

import http.client
import json
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from typing import Any

TIMEOUT, PER_PAGE, LONGEST = 30, 1000, 60.0
"""Seconds an answer may take, rows of a page, seconds that a server may make us wait."""
BUSY = (408, 425, 429, 500, 502, 503, 504)
NO_FORM = "the answer is not in the form of the World Bank's API"


class NoAnswerError(Exception):
    """The server gave no usable answer, however often it was asked; `reached` if it answered anything at all."""

    def __init__(self, why: str, *, reached: bool = False) -> None:
        self.reached = reached
        super().__init__(why)


class RefusedError(Exception):
    """The server answered that it has no such series."""


def pages(address: str, pauses: Sequence[float]) -> Iterator[tuple[str, ...]]:
    """Rows of every page of a series, empty values left out. Raises RefusedError and NoAnswerError."""
    page, last, had, total = 1, 1, 0, 0
    while page <= last:
        answer = ask(f"{address}?format=json&per_page={PER_PAGE}&page={page}", pauses)
        head, rows = understand(answer)
        try:
            last, total, had = int(head.get("pages") or 0), int(head.get("total") or 0), had + len(rows)
            found = [cells(row, head) for row in rows if row["value"] is not None]
        except (KeyError, TypeError, ValueError) as error:
            raise NoAnswerError(NO_FORM, reached=True) from error
        yield from found
        page += 1
    if had != total:
        raise NoAnswerError(f"it announced {total} rows and gave {had}", reached=True)


def cells(row: dict[str, Any], head: dict[str, Any]) -> tuple[str, ...]:
    """A row of an answer as a line of our file. Raises KeyError and TypeError where it has another shape."""
    code, name, series = row["countryiso3code"] or row["country"]["id"], row["country"]["value"], row["indicator"]
    updated = str(head.get("lastupdated") or "")
    return name, code, series["value"], series["id"], str(row["date"]), repr(row["value"]), updated


def understand(answer: Any) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Head and rows of an answer. Raises RefusedError with the server's words, NoAnswerError for another shape."""
    match answer:
        case [{"message": [{**message}, *_rest]}, *_more]:
            raise RefusedError(str(message.get("value") or message.get("key") or "no reason given"))
        case [{"pages": _pages} as head, list() | None as rows]:
            return head, rows or []
        case [{"total": 0} as head]:
            return head, []
    raise NoAnswerError(NO_FORM, reached=True)


def ask(address: str, pauses: Sequence[float]) -> Any:
    """The JSON at an address; asks again after each pause while the server is busy or the line drops.

    A busy server that says when to come back (`Retry-After`, in seconds) is asked no sooner, within LONGEST seconds.
    """
    why, reached, wait = "", False, 0.0
    for pause in (0.0, *pauses):
        time.sleep(min(max(pause, wait), LONGEST))
        try:
            asked = urllib.request.Request(address, headers={"User-Agent": "bothshores"})
            with urllib.request.urlopen(asked, timeout=TIMEOUT) as response:
                return json.loads(response.read().decode("utf-8-sig"))
        except urllib.error.HTTPError as error:
            why, reached, wait = f"it answers {error.code} {error.reason}", True, seconds(error.headers["Retry-After"])
            if error.code not in BUSY:
                break
        except (OSError, ValueError, http.client.HTTPException) as error:
            reached = reached or isinstance(error, ValueError | http.client.HTTPException)
            why = str(getattr(error, "reason", error)) or type(error).__name__
    raise NoAnswerError(why, reached=reached)


def seconds(text: str | None) -> float:
    """A number of seconds to wait, none where the text is no such number."""
    return float(text) if text and text.isdecimal() else 0.0
