"""A fictional country on disk, and what is read of it alone, without the embedded data of real ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bothshores.evidence import reference
from bothshores.evidence.assemble import Evidence, assemble
from bothshores.evidence.gather import Walk, quiet


def written(seed: int, folder: Path, *, with_faults: bool = False) -> tuple[Evidence, dict[str, Any]]:
    """Evidence of its official files, and the truth beside them."""
    reference.write(seed, folder, with_faults=with_faults)
    walk = Walk(quiet)
    walk.through(folder / "official")
    truth = json.loads((folder / "truth" / "truth.json").read_text(encoding="utf-8"))
    return assemble(walk.files, walk.others), truth
