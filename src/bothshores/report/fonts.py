"""The fonts of charts and documents: the same files for both engines, none of the machine's own."""

from __future__ import annotations

import importlib.resources
from functools import cache

import typst
import vl_convert

PACKAGES = ("fontpkg_noto_sans", "fontpkg_noto_sans_arabic", "fontpkg_noto_sans_devanagari")
FAMILY = "Noto Sans, Noto Sans Arabic, Noto Sans Devanagari, sans-serif"


def folders() -> list[str]:
    """Where the font files lie."""
    return [str(importlib.resources.files(package).joinpath("files")) for package in PACKAGES]


@cache
def for_documents() -> typst.Fonts:
    """The fonts as Typst reads them, once."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=folders())


@cache
def register_for_charts() -> None:
    """Make the fonts known to the chart engine, which measures texts with them; once."""
    for folder in folders():
        vl_convert.register_font_directory(folder)
