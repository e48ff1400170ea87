"""What can go wrong, in the user's words: what happened, where, and what to do."""

from __future__ import annotations

from pathlib import Path


class BothshoresError(Exception):
    """Base of every error that a user may see; its text says what, where and what to do."""

    def __init__(self, what: str, *, where: str | Path = "", remedy: str = "") -> None:
        self.what, self.where, self.remedy = what, str(where), remedy
        place = f"{self.where}: " if self.where else ""
        super().__init__(f"{place}{what}" + (f" {remedy}" if remedy else ""))


class PluginError(BothshoresError):
    """A plug-in does not keep the promise of its kind (a programmer's error: it raises)."""


class CatalogueError(BothshoresError):
    """A file of the catalogue lacks a field or contradicts itself."""


class UnknownCountryError(BothshoresError):
    """No country has this code; the remedy suggests the nearest."""


class WorkspaceError(BothshoresError):
    """A workspace folder cannot be used as it is."""


class RequestError(BothshoresError):
    """What the user asked for cannot be done with these arguments."""
