"""Write the reference country: official files, micro data, the truth beside them, and a description of it all."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import polars as pl

from bothshores.evidence.reference import (
    districts,
    effects,
    faults,
    ledger,
    official,
    panels,
    people,
    programmes,
    returns,
)
from bothshores.evidence.reference.describe import datapackage, readme
from bothshores.evidence.reference.national import futures, last_figures, make_national
from bothshores.evidence.reference.world import NOW, make_world
from bothshores.vocab import FICTIONAL, REFERENCE

FLAG = "fictional"
"""The first column of every table: nobody can take a row of it for one about a real place."""
Truth = dict[str, Any]


def write(seed: int, folder: Path, *, with_faults: bool = False) -> list[Path]:
    """Write everything of a seed into a folder; the same seed gives the same bytes. Returns the files, in order.

    `with_faults` plants faults in the official files, for the reader to find. Raises OSError where it cannot write.
    """
    contents = make(seed, with_faults=with_faults)
    for name, content in contents.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return [folder / name for name in contents]


def make(seed: int, *, with_faults: bool = False) -> dict[str, bytes]:
    """Name and content of every file of a seed."""
    world = make_world(seed)
    national = make_national(world)
    files = official.files(national, seed)
    here = last_figures(national)
    planted = effects.planted_effects(seed, here)
    truth: Truth = {
        "fictional": True,
        "label": FICTIONAL,
        "country": REFERENCE,
        "seed": seed,
        "last_known_year": NOW,
        "needs": [asdict(need) for need in world.needs],
        "futures": futures(national),
        "effects": effects.truth(seed, planted),
        "faults": [],
    }
    if with_faults:
        files, truth["faults"] = faults.plant(files, seed)
    tables = micro(seed, int(here["population_total"]), truth)
    files |= {f"micro/{name}.csv": frame.select(pl.lit(True).alias(FLAG), pl.all()).write_csv().encode()
              for name, frame in tables.items()}  # fmt: skip
    files["truth/truth.json"] = to_json(truth)
    files["README.md"] = readme(seed, files).encode()
    files["datapackage.json"] = to_json(datapackage(seed, tables, files))
    return dict(sorted(files.items()))


def micro(seed: int, inhabitants: int, truth: Truth) -> dict[str, pl.DataFrame]:
    """Every table below the national level; what is planted in them goes into `truth`."""
    places = districts.make_districts(seed, inhabitants)
    codes, need = places["district"].to_list(), places["poverty_share"].to_numpy()
    panel, rollouts = panels.make_panel(seed, need)
    persons = people.make_persons(seed, codes, places["population"].to_numpy().astype(float))
    applicants, results, truth["programmes"] = programmes.make_programmes(seed, codes)
    releases, truth["corrupt_releases"] = ledger.make_ledger(seed, codes)
    reported, counted, truth["misreporting_districts"] = returns.make_returns(seed, codes)
    cases, truth["bribe_hotspots"] = returns.make_feedback(seed, codes)
    truth["rollouts"] = panels.truth()
    truth |= people.truth()
    return {
        "districts": places,
        "district_neighbours": districts.neighbour_rows(),
        "district_panel": panel,
        "district_rollouts": rollouts,
        "persons": persons,
        "openings": people.make_openings(seed, codes),
        "placements": people.make_placements(seed, persons),
        "programme_applicants": applicants,
        "programme_outcomes": results,
        "ledger_releases": releases,
        "district_returns": reported,
        "district_counts": counted,
        "feedback_cases": cases,
    }


def to_json(content: Any) -> bytes:
    """JSON in a stable order."""
    return (json.dumps(content, indent=1, ensure_ascii=False, sort_keys=True) + "\n").encode()
