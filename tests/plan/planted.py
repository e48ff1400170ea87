"""Made-up countries whose drift, spread and innovations are known: nothing here is a fact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import product
from string import ascii_uppercase

import numpy as np
import polars as pl
from numpy.typing import NDArray

from bothshores.tables.evidence import Figures

Path = NDArray[np.float64]
CODES = [f"X{first}{second}" for first, second in product(ascii_uppercase, ascii_uppercase)]
LAST = 2024


def figures(rows: Iterable[tuple[str, str, int, float]], *, source: str = "made_up") -> pl.DataFrame:
    """A valid table `figures` from country, indicator, year and value."""
    frame = pl.DataFrame(list(rows), schema=["country", "indicator", "year", "value"], orient="row")
    said = frame.with_columns(source=pl.lit(source), vintage=pl.lit(""), status=pl.lit("observed"))
    return Figures.validate(said, cast=True)


def walks(
    indicator: str, *, countries: int = 60, years: int = 25, drift: float = 0.0, between: float = 0.0,
    innovation: float = 0.1, start: float = 0.0, of: Callable[[Path], Path] = lambda z: z, seed: int = 7,
) -> pl.DataFrame:  # fmt: skip
    """Random walks with drifts normal around `drift`; `of` takes them to the indicator's unit."""
    generator = np.random.default_rng(seed)
    drifts = drift + between * generator.standard_normal((countries, 1))
    steps = drifts + innovation * generator.standard_normal((countries, years))
    level = start + 0.5 * generator.standard_normal((countries, 1)) + np.cumsum(steps, axis=1)
    return of_paths(indicator, of(level))


def of_paths(indicator: str, paths: Path | Sequence[Sequence[float]]) -> pl.DataFrame:
    """Paths [country, year], the last year being LAST."""
    return figures(
        (CODES[row], indicator, LAST - len(path) + 1 + at, float(value))
        for row, path in enumerate(paths)
        for at, value in enumerate(path)
    )


def snapshot(**columns: Sequence[float]) -> pl.DataFrame:
    """One figure of LAST for each country and indicator; the first country comes first."""
    return figures(
        (CODES[row], indicator, LAST, float(value))
        for indicator, values in columns.items()
        for row, value in enumerate(values)
    )
