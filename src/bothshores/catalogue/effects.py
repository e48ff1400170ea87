"""The effect library: published effects of measures, with how each was seen and how sure it is."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from bothshores.catalogue.effect_outcomes import Outcome, outcomes
from bothshores.catalogue.reading import folder
from bothshores.errors import CatalogueError


@dataclass(frozen=True, slots=True)
class Effect:
    """One row of the library; see `published/README.md` for what each column means.

    `effect` is None where only the direction is known or where a null's 0 is a placeholder; `spread` is the observed
    standard error or, under `spread_rule` assumed_2.5, |effect| / 2.5. The last five fields are of
    `published/effect_outcomes.csv`: rows of one `study` are on the same people, and without `outcomes` the row is on no
    indicator of the catalogue.
    """

    id: str
    measure: str
    outcome: str
    unit: str
    effect: float | None
    spread: float | None
    spread_rule: str
    low: float | None
    high: float | None
    horizon_years: float | None
    population: str
    places: tuple[str, ...]
    design: str
    n: int | None
    cost_usd: float | None
    cost_basis: str
    reference: str
    url: str
    verified: bool
    kind: str
    sign: int | None
    pair: str
    pair_same_outcome: bool
    follow_up: str
    family: str
    seen_where: str
    caution: str
    indicator_hint: str
    country_role: str
    note: str
    study: str
    field: str
    good: int
    outcomes: tuple[str, ...]
    outcome_reason: str

    @property
    def error_seen(self) -> bool:
        """True if an error or interval was seen, not assumed."""
        return self.spread_rule in ("from_ci", "published")

    @property
    def usable(self) -> bool:
        """True if the row is a verified estimate with a figure and a spread that may be used as an effect."""
        return (
            self.verified
            and self.kind == "estimate"
            and self.effect is not None
            and self.spread is not None
            and self.caution != "do_not_use_as_effect"
        )


def number(text: str) -> float | None:
    """A figure, or None where the cell is empty."""
    return float(text) if text.strip() else None


def build(raw: dict[str, str], outcome: Outcome) -> Effect:
    """One row as an Effect; placeholders become None, so that a null is never taken for a precise zero."""
    placeholder = raw["effect_is_placeholder"] == "yes"
    observations = number(raw["n"])
    return Effect(
        id=raw["id"],
        measure=raw["measure"],
        outcome=raw["outcome"],
        unit=raw["outcome_unit"],
        effect=None if placeholder else number(raw["effect"]),
        spread=number(raw["se_prior"]),
        spread_rule=raw["se_rule"],
        low=number(raw["ci_low"]),
        high=number(raw["ci_high"]),
        horizon_years=number(raw["horizon_years"]),
        population=raw["population"],
        places=tuple(raw["country_iso3"].split(";")) if raw["country_iso3"] else (),
        design=raw["design"],
        n=int(observations) if observations is not None else None,
        cost_usd=number(raw["cost_per_beneficiary_usd"]),
        cost_basis=raw["cost_basis"],
        reference=raw["reference"],
        url=raw["doi_or_url"],
        verified=raw["verified"] == "yes",
        kind=raw["kind"],
        sign=int(raw["sign"]) if raw["sign"].strip() else None,
        pair=raw["pair_id"],
        pair_same_outcome=raw["pair_same_outcome"] == "yes",
        follow_up=raw["follow_up"],
        family=raw["family"] or "unknown",
        seen_where=raw["seen_where"],
        caution=raw["prior_caution"],
        indicator_hint=raw["indicator_hint"],
        country_role=raw["country_role"],
        note=raw["note"],
        study=outcome.study,
        field=outcome.field,
        good=outcome.good,
        outcomes=outcome.indicators,
        outcome_reason=outcome.reason,
    )


@cache
def effects() -> dict[str, Effect]:
    """All effects by id. Raises CatalogueError naming row and reason."""
    found: dict[str, Effect] = {}
    with folder("published").joinpath("published_effects.csv").open(encoding="utf-8") as file:
        for line, raw in enumerate(csv.DictReader(file), start=1):
            try:
                effect = build(raw, outcomes()[raw["id"]])
            except (KeyError, ValueError) as error:
                where = f"catalogue/published/published_effects.csv, row {line}"
                raise CatalogueError(f"A field is wrong: {error}.", where=where, remedy="Mend it.") from error
            found[effect.id] = effect
    return found


def credible(names: Iterable[str]) -> bool:
    """True if any of these rows is a verified estimate that may be used as an effect; unknown ids are not."""
    library = effects()
    return any(name in library and library[name].usable for name in names)
