"""Which tables mapping files describe: those beside them that they name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from bothshores.evidence.aside import Aside
from bothshores.evidence.mapping import ENDING, Mapping, MappingError, read, target_of
from bothshores.vocab import gettext_noop as _

__all__ = ["ENDING", "Described", "under"]


@dataclass
class Described:
    """Tables by path with what describes them, tables whose mapping file is wrong, and what is wrong."""

    good: dict[Path, Mapping] = field(default_factory=dict)
    broken: set[Path] = field(default_factory=set)
    asides: list[Aside] = field(default_factory=list)

    def note(self, path: Path, root: Path, what: str, remedy: str, *, table: str, why: str = "") -> None:
        """Something is wrong in a mapping file."""
        self.asides.append(Aside(path.relative_to(root).as_posix()))
        self.asides[-1].note(what, remedy, rule="wrong_mapping", table=table, why=why)


def under(folder: Path) -> Described:
    """Mapping files in a folder and below, or those beside one file that name it."""
    found = Described()
    for path, root in candidates(folder):
        target = path.with_name(target_of(path))
        table = f"text:{target.name}"
        try:
            mapping = read(path)
        except (MappingError, OSError) as error:
            found.broken.add(target)
            found.note(
                path, root, _("The mapping file is wrong, so {table} was not read: {why}."), _("Mend the key named."),
                table=table, why=f"text:{error}",
            )  # fmt: skip
            continue
        if target in found.good or not target.is_file():
            found.note(
                path, root, _("{table} is not beside this mapping file, or another mapping file describes it."),
                _("Correct `file`, or keep one of the mapping files."), table=table,
            )  # fmt: skip
        else:
            found.good[target] = mapping
    return found


def candidates(folder: Path) -> Iterable[tuple[Path, Path]]:
    """Mapping files with the folder from which people know them."""
    if folder.is_dir():
        return [(path, folder) for path in sorted(folder.rglob(f"*{ENDING}"))]
    beside = sorted(folder.parent.glob(f"*{ENDING}"))
    return [(path, folder.parent) for path in beside if folder in (path, path.with_name(target_of(path)))]
