"""Set a template of `templates/` with Typst: text and drawings go in as data, never as markup."""

from __future__ import annotations

import importlib.resources
import json
from collections.abc import Mapping
from typing import Any

import typst

from bothshores.report import fonts

IMPORTED = ("blocks.typ", "sheet.typ", "picture.typ")
"""Files that templates import."""


def typeset(template: str, data: Mapping[str, Any], **options: Any) -> bytes:
    """The bytes of one document or image; `options` are Typst's own, its format among them."""
    folder = importlib.resources.files("bothshores.report").joinpath("templates")
    files: Any = {name: folder.joinpath(name).read_bytes() for name in IMPORTED}
    files["main"] = folder.joinpath(f"{template}.typ").read_bytes()
    made: bytes = typst.compile(
        files,
        sys_inputs={"document": json.dumps(data, ensure_ascii=False)},
        font_paths=fonts.for_documents(),
        **options,
    )
    return made
