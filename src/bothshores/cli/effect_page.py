"""The reference page of the effect library: coverage, families that differ, and every row with its outcome."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from bothshores import plan

Rows = Callable[[Iterable[str], Iterable[Iterable[Any]]], str]
FAMILIES = """
A row's family is set by hand in the library. By rule it follows from the trial's own follow-ups: on one outcome in
comparable samples an effect fades if less than half of it is left, emerges if it has more than doubled or was not there
at first, and else lasts; on other outcomes late than early, only directions are compared. The plan uses the library's
word. They differ here:
"""
LIBRARY = """
Posterior: what a prior normal(0, prior) leaves of the published size, and its spread, before transfer (see
[the method](../explanation/method.md)). Only verified estimates with a spread have one.
"""


def page(rows: Rows) -> str:
    """The whole page; `rows` writes a Markdown table."""
    library = plan.effect_library()
    on = library.filter(library["indicators"] != "").height
    said = (
        f"{on} of {library.height} rows are on an indicator of the catalogue; the others on none, for the reason given."
    )
    parts = [
        f"# Effect library\n\n{said}\n\n## Leave one study out\n\n", coverage(rows), "\n## Families that differ\n",
        FAMILIES, "\n", differing(rows), "\n## Every row\n", LIBRARY, "\n", rows(HEAD, map(line, library.to_dicts())),
    ]  # fmt: skip
    return "".join(parts)


def coverage(rows: Rows) -> str:
    """Share of left-out results inside the intervals."""
    found = plan.effect_coverage()[1].to_dicts()
    head = ("pooled by", "from", "level", "studies", "results", "inside", "5% to 95%")
    lines = [
        (row["method"], row["pool"], f"{row['level']:.0%}", row["studies"], row["results"], f"{row['inside']:.0%}",
         f"{row['low']:.0%} to {row['high']:.0%}")
        for row in found
    ]  # fmt: skip
    return rows(head, lines)


def differing(rows: Rows) -> str:
    """Rows whose family by rule is another."""
    found = plan.effect_library().filter("family_differs").to_dicts()
    lines = [
        (row["effect"], row["outcome"], row["family"], row["family_by_rule"], row["family_basis"]) for row in found
    ]
    return rows(("effect", "outcome", "library", "rule", "basis"), lines)


HEAD = ("effect", "outcome", "size", "prior", "posterior", "family", "place", "years", "design", "verified", "study",
        "indicator", "because")  # fmt: skip


def line(row: dict[str, Any]) -> tuple[Any, ...]:
    """One row of the library."""
    return (
        f"{row['effect']} {row['measure']}",
        row["outcome"],
        size(row["published"], row["spread"], row["unit"]),
        "" if row["prior_spread"] is None else f"{row['prior_spread']:.3g}",
        size(row["posterior"], row["posterior_spread"], ""),
        row["family"],
        row["place"],
        "" if row["horizon_years"] is None else f"{row['horizon_years']:g}",
        row["design"],
        "yes" if row["verified"] else "**unverified**",
        row["study"],
        ", ".join(f"`{name}`" for name in row["indicators"].split()) or "**unmapped**",
        row["because"],
    )


def size(effect: float | None, spread: float | None, unit: str) -> str:
    """A figure with its spread, where they are known."""
    if effect is None:
        return ""
    return f"{effect:.4g}{'' if spread is None else f' ± {spread:.3g}'} {unit}".strip()
