"""`bothshores catalogue countries | pack | pack-check`: country packs listed, begun, and what they lack."""

from __future__ import annotations

import argparse
import textwrap
from collections import Counter
from dataclasses import asdict
from pathlib import Path

from bothshores.catalogue import countries
from bothshores.catalogue.country_cells import BODY, POLICY, UNIT
from bothshores.catalogue.country_gaps import gaps
from bothshores.catalogue.country_kinds import Pack
from bothshores.cli.places import check_country
from bothshores.errors import RequestError

HEAD = """id = "{code}"
checked = ""
unknown = []
languages = []
levels = []

[currency]
code = ""
source = "memory"

[fiscal_year]
starts = ""
calendar = "gregorian"
source = "memory"

[sources.memory]
text = "From memory; nobody opened a source"
opened = false
date = ""
"""


def run(asked: argparse.Namespace) -> int:
    """List the packs, or explain one."""
    codes = [check_country(asked.code)] if asked.code else list(countries.packs())
    found = [pack for code in codes if (pack := countries.pack(code))]
    if asked.code and not found:
        print(f"{codes[0]} has no pack; it is planned for without one. Begin one: bothshores catalogue pack {codes[0]}")
        return 0
    if asked.json or asked.out:
        from bothshores.cli import show

        show.hand_over(asked, [asdict(pack) for pack in found] if not asked.code else asdict(found[0]))
        return 0
    for pack in found:
        print(line(pack))
    if asked.code:
        explain(found[0])
    return 0


def line(pack: Pack) -> str:
    """One pack in a line: how much it holds, and how many lines of the check are open."""
    units = Counter(unit.level for unit in pack.units)
    levels = ", ".join(f"{units[level.number]} of {level.units} {level.name}" for level in pack.levels)
    counts = f"{len(pack.bodies)} bodies, {len(pack.policies)} laws and policies, {len(gaps(pack))} gaps"
    return f"{pack.id}  {pack.currency.value}  {levels}; {counts}"


def explain(pack: Pack) -> None:
    """Bodies and policies of a pack with their sources; what nobody read is marked."""
    rows = [(body.called, "; ".join(body.acts_as) or body.role, body.source) for body in pack.bodies]
    rows += [(each.called, f"{each.date or 'no date'}, status {each.status}", each.source) for each in pack.policies]
    for name, said, source in rows:
        mark = "" if pack.seen(source) else " (not verified)"
        text = f"{name}: {said}. {pack.sources[source].reference}{mark}"
        print(textwrap.fill(text, width=110, subsequent_indent="    ", break_on_hyphens=False, break_long_words=False))


def begin(asked: argparse.Namespace) -> int:
    """Write the four files of a pack, empty; nothing that exists is touched."""
    code = check_country(asked.code)
    if wrong := countries.code_of_country(code):
        raise RequestError(f"{code} is not {wrong}.", remedy="A pack is for a real country.")
    folder = asked.out or Path(code)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise RequestError(f"{folder} is not empty.", remedy="Name another folder.")
    folder.mkdir(parents=True, exist_ok=True)
    texts = {"pack.toml": HEAD.format(code=code)}
    texts |= {
        f"{name}.csv": ",".join(columns) + "\n"
        for name, columns in (("units", UNIT), ("bodies", BODY), ("policies", POLICY))
    }
    for name, text in texts.items():
        folder.joinpath(name).write_text(text, encoding="utf-8")
        print(folder / name)
    return 0


def check(asked: argparse.Namespace) -> int:
    """What is missing from one pack or from all, or not verified. Raises CatalogueError where a file is wrong."""
    found = {pack.id: gaps(pack) for pack in wanted(asked.pack)}
    if asked.json or asked.out:
        from bothshores.cli import show

        show.hand_over(asked, [{"pack": code, **gap} for code, each in found.items() for gap in each])
        return 0
    for code, each in found.items():
        for gap in each:
            text = f"{code} {gap['file']} {gap['field']}: {gap['text']}"
            print(textwrap.shorten(text, 300, placeholder=" … (in full: --json)"))
        print(f"{code}: {len(each)} gaps")
    return 0


def wanted(name: str | None) -> list[Pack]:
    """The packs asked for: all, one country's, or the one in a folder."""
    if name is None:
        return [pack for code in countries.packs() if (pack := countries.pack(code))]
    own = countries.pack(name.upper()) if not Path(name).is_dir() else None
    return [own or countries.of_folder(Path(name))]
