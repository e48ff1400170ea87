"""What does one `evidence load` over a whole folder cost? Prints CPU seconds, peak memory, and each file's fate.

    python benchmarks/load.py FOLDER [FOLDER …]

The command's cost is the operating system's own accounting of a finished child process: start-up included.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

ALLOWED_CPU, ALLOWED_GB = 60.0, 1.5


def cost(folders: list[str], out: Path) -> tuple[float, float]:
    """CPU seconds and peak GB of the command, whose tables go to `out`."""
    words = [word for folder in folders for word in ("--from", folder)]
    child = subprocess.Popen(
        [sys.executable, "-m", "bothshores", "evidence", "load", "NPL", "--workspace", str(out.parent / "plan"),
         "--out", str(out), *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    _pid, status, usage = os.wait4(child.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"evidence load ended with {os.waitstatus_to_exitcode(status)}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1e6


def show(tables: dict[str, list[dict[str, Any]]]) -> None:
    """A line for each file: taken, left, source, and the reasons."""
    why: dict[str, list[str]] = defaultdict(list)
    for issue in tables["issues"]:
        message = str(issue["message"])
        for name, gap in json.loads(issue["args"] or "{}").items():
            message = message.replace(f"{{{name}}}", gap.split(":", 1)[1])
        why[issue["file"]].append(f"{issue['severity']}: {message}")
    print(f"{'taken':>8} {'left':>8}  {'source':24} file")
    for source in tables["sources"]:
        print(f"{source['rows_taken']:>8} {source['rows_left']:>8}  {source['source']:24} {source['file']}")
        for message in why.pop(source["file"], [])[:6]:
            print(f"{'':20}{message}")
    for file, messages in sorted(why.items()):
        print(f"{'-':>8} {'-':>8}  {'not read':24} {file}\n{'':20}{messages[0]}")


def main() -> int:
    """Print it; ends with 1 where a promise is broken."""
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "load.json"
        seconds, peak = cost(sys.argv[1:], out)
        show(json.loads(out.read_text(encoding="utf-8")))
    print(f"{seconds:.1f} CPU-s (at most {ALLOWED_CPU:g}), {peak:.2f} GB peak (at most {ALLOWED_GB:g})")
    return int(seconds > ALLOWED_CPU or peak > ALLOWED_GB)


if __name__ == "__main__":
    raise SystemExit(main())
