"""Does the plan find what was planted in the fictional reference country, and is it as sure as it should be?

    python benchmarks/reference_coverage.py [SEEDS]

For each seed (50 by default) a new fictional world is written, read and planned for. Printed: how many of its ten
planted needs are among the first twelve; which part of the outcomes that really come lies in the simulated 90%
intervals, without the plan (every indicator) and with it (those the plan simulates); and the same for what each
measure adds, against effects planted by a truth of its own. Seeds are independent, outcomes of one seed are not: the
interval of each rate is from the spread between seeds. The peer: the last figure stays, within 1.645 standard
deviations of the country's own yearly changes, times the root of the years ahead.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import polars as pl

from bothshores import evidence, loop, plan
from bothshores.evidence import reference
from bothshores.evidence.assemble import assemble
from bothshores.evidence.gather import Walk, quiet
from bothshores.store import Ledger, Snapshots, Workspace
from bothshores.tables.terms import PlanTerms
from bothshores.vocab import REFERENCE

Futures = dict[str, dict[int, float]]
TOP = 12
DRAWS = 300


@dataclass(frozen=True)
class Trial:
    """What one seed gave: planted needs found, and of each kind how many outcomes are inside, of how many."""

    seed: int
    needs_found: int
    without: tuple[int, int]
    peer: tuple[int, int]
    with_plan: tuple[int, int]
    added: tuple[int, int]


def trial(seed: int, draws: int = DRAWS) -> Trial:
    """Write a country of this seed, read it, draft its plan, and compare with what really comes."""
    national = reference.make_national(made := reference.make_world(seed))
    world = read(seed)
    ledger, terms = decide(world, seed, draws)
    out = loop.compute(world, REFERENCE, ledger, terms)
    real = reference.futures(national)
    top = set(out["needs"].sort("rank").head(TOP)["indicator"])
    everything = plan.forecast(
        world.trends, world.figures, REFERENCE, sorted(real), terms.years, draws=terms.draws, seed=terms.seed
    ).forecasts.drop_nulls("mean")
    without = [low <= real[name][year] <= high for name, year, low, high in bounds(everything)]
    here = reference.last_figures(national)
    planted = reference.planted_effects(seed, here)
    changes = reference.outcomes(seed, planted, out["measures"], out["budget"], terms.years)
    paths = out["outcome_paths"].filter(pl.col("scenario") == "with")
    moved = {name for (_measure, name), path in changes.items() if path.any()}
    with_plan = [
        low
        <= real[name][year] + sum(path[year - terms.first_year] for (_m, to), path in changes.items() if to == name)
        <= high
        for name, year, low, high in bounds(paths.filter(pl.col("indicator").is_in(moved)))
    ]
    added = [
        row["low"] <= changes[row["measure"], row["indicator"]][-1] <= row["high"]
        for row in out["contributions"].iter_rows(named=True)
        if (row["measure"], row["indicator"]) in changes
    ]
    found = sum(need.indicator in top for need in made.needs)
    peer = persistence(world.figures, everything, real)
    return Trial(seed, found, tally(without), tally(peer), tally(with_plan), tally(added))


def persistence(figures: pl.DataFrame, asked: pl.DataFrame, real: Futures) -> list[bool]:
    """Whether what comes lies in the peer's interval, for the indicators and years asked."""
    inside = []
    for (name,), rows in asked.group_by("indicator", maintain_order=True):
        mine = figures.filter((pl.col("country") == REFERENCE) & (pl.col("indicator") == name)).sort("year")
        last, since = mine["value"][-1], mine["year"][-1]
        spread = float(mine["value"].diff().std() or 0.0)
        inside += [abs(real[str(name)][year] - last) <= 1.645 * spread * (year - since) ** 0.5 for year in rows["year"]]
    return inside


def read(seed: int) -> loop.World:
    """The fictional world as its official files tell it."""
    with tempfile.TemporaryDirectory() as folder:
        reference.write(seed, Path(folder))
        walk = Walk(quiet)
        walk.through(Path(folder) / "official")
        found = assemble(walk.files, walk.others)
    frames = found._asdict() | {"figures": evidence.prefer(found.observations)}
    return loop.World(Snapshots.of(frames, [])).beside(REFERENCE)


def decide(world: loop.World, seed: int, draws: int) -> tuple[Ledger, PlanTerms]:
    """An empty workspace's decisions, with few draws."""
    with tempfile.TemporaryDirectory() as folder:
        ledger, terms, _basis = loop.decide(loop.Request(REFERENCE, seed=seed), Workspace(Path(folder)), world)
    return ledger, replace(terms, draws=draws)


def bounds(frame: pl.DataFrame) -> list[tuple[str, int, float, float]]:
    """Indicator, year and the ends of the interval."""
    return list(frame.select("indicator", "year", "low", "high").iter_rows())


def tally(inside: list[bool]) -> tuple[int, int]:
    """How many are inside, of how many."""
    return int(sum(inside)), len(inside)


def rate(pairs: list[tuple[int, int]]) -> tuple[float, float, float, int]:
    """Rate over all seeds, its 95% interval from the spread between seeds (ratio estimator), and how many outcomes."""
    inside, of = np.array(pairs, dtype=float).T
    kept = of > 0
    share = inside.sum() / of.sum()
    apart = inside[kept] - share * of[kept]
    error = np.sqrt(kept.sum() * (apart**2).sum() / max(kept.sum() - 1, 1)) / of.sum()
    return share, share - 1.96 * error, share + 1.96 * error, int(of.sum())


def main() -> None:
    """Try every seed and print the rates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seeds", nargs="?", type=int, default=50, help="how many seeds")
    began, trials = time.process_time(), []
    for seed in range(1, parser.parse_args().seeds + 1):
        trials.append(trial(seed))
        print(trials[-1], flush=True)
    found = [each.needs_found for each in trials]
    print(f"\n{len(trials)} seeds, {time.process_time() - began:.0f} CPU seconds")
    print(f"planted needs among the first {TOP}: mean {np.mean(found):.2f} of 10, least {min(found)}; "
          f"{sum(each >= 9 for each in found)} of {len(found)} seeds with at least 9")  # fmt: skip
    for name in ("without", "peer", "with_plan", "added"):
        share, low, high, of = rate([getattr(each, name) for each in trials])
        print(f"inside the 90% interval, {name:10}: {share:.3f} ({low:.3f} to {high:.3f}), {of} outcomes")


if __name__ == "__main__":
    main()
