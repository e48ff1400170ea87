"""Faults planted in the official files, each of which must be found again as an issue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, Final

from bothshores.evidence.reference.streams import stream
from bothshores.vocab import REFERENCE

LONG: Final = "official/world_bank.csv"
MATRIX: Final = "official/migrants_by_corridor.csv"
HEAD: Final = 2
"""Lines above the first row: label and header."""
Cells = list[str]


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault: in which file and row (1 is the first under the header), and the rule by which it must be found."""

    kind: str
    file: str
    row: int
    rule: str


LIFE: Final = "SP.DYN.LE00.IN"
"""Life expectancy: nobody lives 720 years."""
CHANGES: Final[dict[str, tuple[str, Callable[[Cells], Cells]]]] = {
    "impossible_value": ("implausible", lambda cells: [*cells[:5], "720"]),
    "unknown_country": ("unknown_country", lambda cells: [cells[0], "XQQ", *cells[2:]]),
    "real_country": ("unknown_country", lambda cells: ["Nepal", "NPL", *cells[2:]]),
    "unknown_series": ("unknown_indicator", lambda cells: [*cells[:3], "XX.NO.SUCH", *cells[4:]]),
    "broken_number": ("not_a_number", lambda cells: [*cells[:5], f"{cells[5]}x"]),
    "broken_year": ("wrong_year", lambda cells: [*cells[:4], f"{cells[4]}0", cells[5]]),
}
"""What happens to the cells of a row, and the rule that finds it."""


def plant(files: dict[str, bytes], seed: int) -> tuple[dict[str, bytes], list[dict[str, Any]]]:
    """The files with faults, and where each one is."""
    generator = stream(seed, "faults")
    lines = files[LONG].decode().splitlines()
    mine = [at for at, line in enumerate(lines) if f",{REFERENCE}," in line]
    lives = [at for at in mine if f",{LIFE}," in lines[at]]
    others = sorted(set(mine) - set(lives))
    chosen = iter(generator.choice(others, 2 * len(CHANGES), replace=False).tolist())
    planted = []
    for kind, (rule, change) in CHANGES.items():
        impossible = kind == "impossible_value"
        for at in generator.choice(lives, 2, replace=False).tolist() if impossible else (next(chosen), next(chosen)):
            lines[at] = ",".join(change(lines[at].rsplit(",", 5)))
            planted.append(Fault(kind, LONG, at - HEAD + 1, rule))
    for at in chosen:
        *cells, _value = lines[at].rsplit(",", 1)
        lines.append(f"{','.join(cells)},1")
        planted.append(Fault("duplicate_row", LONG, len(lines) - HEAD, "duplicate_row"))
    lines.append(lines[mine[0]][:-4])
    planted.append(Fault("cut_line", LONG, len(lines) - HEAD, "cut"))
    matrix = files[MATRIX].decode().splitlines()
    gone = int(generator.integers(HEAD + 1, len(matrix) - 1))
    while ",WORLD," in matrix[gone]:
        gone += 1
    matrix.pop(gone)
    planted.append(Fault("missing_destination", MATRIX, gone - HEAD + 1, "year_not_whole"))
    broken = {LONG: "\n".join(lines).encode(), MATRIX: ("\n".join(matrix) + "\n").encode()}
    return files | broken, [asdict(each) for each in planted]
