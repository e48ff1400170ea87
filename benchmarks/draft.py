"""How much does one draft cost, and all of them? Prints CPU seconds, peak memory, their ratio, and where the time goes.

    python benchmarks/draft.py [--from FOLDER] [--quick]

Every figure is the operating system's own accounting of a finished child process: start-up included.
"""

from __future__ import annotations

import argparse
import functools
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from bothshores import adapt, deliver, evaluate, evidence, fund, loop, monitor, plan
from bothshores.store import Workspace

ALLOWED_RATIO = 40
ALLOWED_GB = 1.5
VERBS = {
    evidence: ("gather", "prefer"),
    plan: ("pool_trends", "measure_similarity", "find_peers", "diagnose", "propose", "respond", "allocate", "forecast",
           "simulate", "check"),
    fund: ("finance", "cash"),
    deliver: ("schedule", "commit"),
    monitor: ("framework", "set_targets"),
    evaluate: ("design",),
    adapt: ("watch",),
    loop: ("decide", "save"),
}  # fmt: skip


def cost(*arguments: str) -> tuple[float, float, float]:
    """CPU seconds, wall seconds and peak GB of one command of ours."""
    began = time.monotonic()
    child = subprocess.Popen(
        [sys.executable, "-m", "bothshores", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _pid, status, usage = os.wait4(child.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"bothshores {' '.join(arguments)} ended with {os.waitstatus_to_exitcode(status)}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - began, usage.ru_maxrss / 1e6


def timed(spent: Counter[str], name: str, function: Any) -> Any:
    """The function, with its CPU seconds added to `spent`."""

    @functools.wraps(function)
    def wrapper(*arguments: Any, **options: Any) -> Any:
        began = time.process_time()
        try:
            return function(*arguments, **options)
        finally:
            spent[name] += time.process_time() - began

    return wrapper


def where_the_time_goes(folders: list[Path], countries: list[str]) -> Counter[str]:
    """CPU seconds by verb, over some countries in one process."""
    spent: Counter[str] = Counter()
    for room, verbs in VERBS.items():
        for verb in verbs:
            setattr(
                room, verb, timed(spent, f"{room.__name__.removeprefix('bothshores.')}.{verb}", getattr(room, verb))
            )
    world = loop.gather(folders)
    with tempfile.TemporaryDirectory() as folder:
        for country in countries:
            loop.draft(loop.Request(country, report=False), Workspace(Path(folder) / country), world)
    return spent


def main() -> int:
    """Print it; ends with 1 where a promise is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--from", dest="folders", type=Path, action="append", default=[])
    parser.add_argument("--quick", action="store_true", help="only where the time goes")
    asked = parser.parse_args()
    options = [word for folder in asked.folders for word in ("--from", str(folder))]
    broken = False
    if not asked.quick:
        with tempfile.TemporaryDirectory() as folder:
            one = cost("draft", "NPL", "--no-report", "--workspace", f"{folder}/one", *options)
            every = cost("draft", "--all", "--no-report", "--workspace", f"{folder}/all", *options)
            number = len(list(Path(folder, "all").iterdir()))
        print(f"one country    {one[0]:7.1f} CPU-s {one[1]:7.1f} s wall {one[2]:5.2f} GB peak")
        print(f"{number:3} countries  {every[0]:7.1f} CPU-s {every[1]:7.1f} s wall {every[2]:5.2f} GB peak")
        ratio, peak = every[0] / one[0], every[2]
        print(f"ratio {ratio:.1f} (at most {ALLOWED_RATIO}), peak {peak:.2f} GB (at most {ALLOWED_GB})")
        broken = ratio > ALLOWED_RATIO or peak > ALLOWED_GB
    countries = ["NPL", "PHL", "SEN", "SLV", "MAR"]
    print(f"where the CPU seconds go, {len(countries)} countries in one process:")
    for name, seconds in where_the_time_goes(asked.folders, countries).most_common():
        print(f"  {name:28}{seconds:7.2f}")
    return int(broken)


if __name__ == "__main__":
    raise SystemExit(main())
