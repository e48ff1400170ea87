"""Write `plan.toml`: as drafted, or in the file that people have, with their comments and order."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import tomlkit

from bothshores.store.terms import DECISIONS, STATUS
from bothshores.tables.terms import PlanTerms

HEAD = "# The decisions of this plan. Edit them, then draft again: what you change stays.\n"


def updated(text: str, terms: PlanTerms, basis: str) -> str:
    """A good plan.toml with these terms; what people wrote beside the values stays as it is."""
    drafted = to_toml(terms, basis)
    wanted, mine = tomlkit.parse(drafted), tomlkit.parse(text)
    for section, values in tomllib.loads(drafted).items():
        table: Any = mine.setdefault(section, tomlkit.table())
        for name, value in values.items():
            if name not in table or table[name] != value:
                table[name] = wanted[section][name]
    written = tomlkit.dumps(mine)
    return re.sub(f"(?<={re.escape(HEAD)})# .*", lambda _line: f"# {basis}", written, count=1)


def to_toml(terms: PlanTerms, basis: str) -> str:
    """plan.toml as people read and edit it."""
    parts = [f"{HEAD}# {basis}\n\n", f'[plan]\ncountry = "{terms.country}"\nstatus = "{STATUS}"\n']
    section = "plan"
    for decision in DECISIONS:
        if decision.section != section:
            section = decision.section
            parts.append(f"\n[{section}]\n")
        value = getattr(terms, decision.name)
        written = f"{value:_}" if decision.section == "money" and decision.name == "budget_usd" else value
        parts.append(f"# {decision.meaning}\n{decision.name} = {written}\n")
    parts.append("\n# Least that a measure must get over the whole plan, in US dollars: measure = amount\n[floors]\n")
    parts += [f"{measure} = {amount}\n" for measure, amount in sorted(terms.floors.items())]
    return "".join(parts)
