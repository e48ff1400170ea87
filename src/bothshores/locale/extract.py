"""Collect every sentence a user may see, and bring every language's catalogue up to date with them.

`python -m bothshores.locale.extract` writes `bothshores.pot` and updates every `bothshores.po`: translations stay, new
sentences come in empty, those no longer said are kept at the end as obsolete. `… extract fr` begins French.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog

from bothshores.errors import RequestError
from bothshores.locale import po
from bothshores.locale.translator import SOURCE, languages

ROOT: Final = Path(__file__).parents[1]
LOCALE: Final = Path(__file__).parent

MARKS: Final = {"_": 1, "gettext_noop": 1, "gettext": 1, "ngettext": 2, "ngettext_noop": 2}
"""Functions that mark a text in Python, and how many of their arguments are texts."""

FIELDS: Final = {
    "catalogue/indicators": ("label", "definition", "frequency", "note", "other_source"),
    "catalogue/templates": (
        "title", "plain", "problem", "theory.inputs", "theory.activities", "theory.outputs", "theory.outcomes",
        "theory.impact", "lead", "owner", "partners.*", "group.label", "group.share_reason",
        "conditions.*.source.text", "instrument_reason", "cost.unit", "cost.place", "cost.reason", "no_cost_reason",
        "effects.*.reason", "no_effect_reason", "leakage_reason", "risks.*.title", "risks.*.safeguard",
    ),
}  # fmt: skip
"""Fields of TOML entries that hold words for people; `*` is each of a list. Names of sources stay as published."""

Found = tuple[str | tuple[str, ...], str]
"""A sentence (or its singular and plural) and where it is said."""


def sentences(root: Path = ROOT) -> Iterator[Found]:
    """Every sentence of code and catalogue, in the order of the files' names."""
    for file in sorted(root.rglob("*.py")):
        yield from marked(file, file.relative_to(root).as_posix())
    for folder, fields in FIELDS.items():
        for file in sorted(root.joinpath(folder).glob("*.toml")):
            yield from stated(file, fields, f"{folder}/{file.name}")


def marked(file: Path, place: str) -> Iterator[Found]:
    """Texts inside a mark, `_("…")` and its kin, within f-strings too."""
    calls = [node for node in ast.walk(ast.parse(file.read_bytes())) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        count = MARKS.get(getattr(call.func, "id", getattr(call.func, "attr", "")), 0)
        constants = [arg.value for arg in call.args[:count] if isinstance(arg, ast.Constant)]
        texts = tuple(text for text in constants if isinstance(text, str) and text)
        if count and len(texts) == count:
            yield texts if count > 1 else texts[0], place


def stated(file: Path, fields: Sequence[str], place: str) -> Iterator[Found]:
    """Texts of the named fields of a TOML entry."""
    raw = tomllib.loads(file.read_text(encoding="utf-8"))
    for field in fields:
        for text in values(raw, field.split(".")):
            yield text, f"{place}#{field}"


def values(node: Any, path: Sequence[str]) -> Iterator[str]:
    """Texts at a path inside nested tables and lists; blank ones say nothing."""
    if not path:
        yield from [node] if node.strip() else []
    elif path[0] == "*":
        for each in node:
            yield from values(each, path[1:])
    elif path[0] in node:
        yield from values(node[path[0]], path[1:])


def template(found: Iterator[Found]) -> Catalog:
    """All sentences with no translation, each once with every place that says it."""
    catalog = Catalog(fuzzy=False)
    for text, place in found:
        catalog.add(text, locations=[(place, None)]).flags.discard("python-format")
    return catalog


def update(pot: Catalog, folder: Path, language: str) -> bytes:
    """A language's catalogue brought up to date; a new one if it has none."""
    file = folder / language / "LC_MESSAGES" / "bothshores.po"
    catalog = po.read(file) if file.exists() else begin(language)
    catalog.update(pot, no_fuzzy_matching=True)
    return po.written(catalog, f"{Locale.parse(language).english_name} sentences of Bothshores.")


def begin(language: str) -> Catalog:
    """An empty catalogue with the language's plural rule. Raises RequestError for a code that is no language."""
    try:
        return Catalog(locale=Locale.parse(language), fuzzy=False)
    except (UnknownLocaleError, ValueError) as error:
        raise RequestError(f"{language!r} is no language code.", remedy="Give one such as fr or ne.") from error


def main(new: Sequence[str] = (), *, root: Path = ROOT, folder: Path = LOCALE) -> None:
    """Write the template of all sentences and every language's catalogue."""
    pot = template(sentences(root))
    wanted = sorted({*languages(), *new} - {SOURCE})
    results = {folder / name / "LC_MESSAGES" / "bothshores.po": update(pot, folder, name) for name in wanted}
    results[folder / "bothshores.pot"] = po.written(pot, "Every sentence a user of Bothshores may see.")
    for file, content in results.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


if __name__ == "__main__":
    main(sys.argv[1:])
