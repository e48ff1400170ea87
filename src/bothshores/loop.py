"""The order of the rooms: evidence → plan → fund → deliver → monitor → evaluate → adapt, and report speaks for all.

The only module that knows it. `compute` is pure: snapshots and decisions in, tables out. `draft` brings a workspace
from its last whole state to the next.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import polars as pl

from bothshores import adapt, deliver, evaluate, evidence, fund, monitor, plan
from bothshores.errors import RequestError
from bothshores.evaluate.evaluations import NOT_EVALUABLE, designs
from bothshores.fund.finance import instruments
from bothshores.store import Ledger, Snapshots, Workspace, read_plan
from bothshores.store import terms as decisions
from bothshores.store.commit import commit, stage
from bothshores.store.in_force import check_changes, check_rest
from bothshores.store.links import Names, check_links
from bothshores.store.run import Run, last_words, write_json
from bothshores.store.snapshots import MANIFEST
from bothshores.store.workspace import LATEST
from bothshores.tables.fund import BUDGET_LINE
from bothshores.tables.terms import PlanTerms
from bothshores.vocab import FICTIONAL, FICTIONAL_CODES, UNALLOCATED, Severity, is_fictional
from bothshores.words import Words
from bothshores.words.spoken import languages_of

Progress = Callable[[str], None]
ABOUT = {
    "observations": ["country"],
    "stocks": ["origin", "destination"],
    "corridor_remittances": ["sender", "receiver"],
    "corridor_prices": ["sender", "receiver"],
}
"""Evidence that goes into a country's run, and the columns of which one must name the country."""


def quiet(_text: str) -> None:
    """Say nothing."""


@dataclass
class World:
    """The evidence of all countries, with what is measured once for all of them."""

    snapshots: Snapshots
    fictional: bool = False
    """Real countries are compared with real ones, and fictional ones among themselves."""

    def beside(self, country: str) -> World:
        """The world that a country is compared in."""
        return self.elsewhere if is_fictional(country) != self.fictional else self

    @cached_property
    def elsewhere(self) -> World:
        """The other side: fictional countries seen from real ones, and the other way round."""
        return World(self.snapshots, not self.fictional)

    @cached_property
    def figures(self) -> pl.DataFrame:
        """One figure for each country, indicator and year."""
        invented = pl.col("country").is_in(FICTIONAL_CODES)
        return self.snapshots.frame("figures").filter(invented if self.fictional else ~invented)

    @cached_property
    def trends(self) -> plan.TrendPool:
        """Trends pooled over countries."""
        return plan.pool_trends(self.figures)

    @cached_property
    def likeness(self) -> plan.Similarity:
        """How similar origin countries are to each other."""
        return plan.measure_similarity(self.figures)


@dataclass
class Request:
    """What a draft was asked for; None means: as the plan says, or by default."""

    country: str
    budget_usd: int | None = None
    years: tuple[int, int] | None = None
    seed: int | None = None
    languages: tuple[str, ...] = ()
    report: bool = True

    @property
    def spoken(self) -> tuple[str, ...]:
        """The languages of the report: those asked for, else the country's."""
        return self.languages or languages_of(self.country)

    @property
    def decisions(self) -> dict[str, Any]:
        """As keys of plan.toml."""
        first, last = self.years or (None, None)
        asked = {
            "plan.first_year": first,
            "plan.last_year": last,
            "money.budget_usd": self.budget_usd,
            "simulation.seed": self.seed,
        }
        return {key: value for key, value in asked.items() if value is not None}


@dataclass(frozen=True)
class Drafted:
    """What a draft gave: terms, all tables, and where it lies."""

    terms: PlanTerms
    tables: dict[str, pl.DataFrame]
    folder: Path
    run: str

    @property
    def failed(self) -> bool:
        """True if something of the user's has to be mended."""
        return bool((self.tables["issues"]["severity"] == Severity.PROBLEM).any())


def gather(folders: Sequence[Path], progress: Progress = quiet) -> World:
    """Read every source once, choose among them, and freeze it all."""
    found = evidence.gather(folders, progress=progress)
    progress("Choosing among sources")
    frames = found._asdict() | {"figures": evidence.prefer(found.observations)}
    return World(Snapshots.of(frames, [str(folder) for folder in folders]))


def countries(world: World) -> list[str]:
    """Every country the Factbook has people for."""
    people = world.snapshots.frame("observations").filter(
        (pl.col("source") == "factbook") & (pl.col("indicator") == "population_total") & (pl.col("value") > 0)
    )
    return sorted(people["country"].unique())


def compute(world: World, country: str, ledger: Ledger, terms: PlanTerms) -> dict[str, pl.DataFrame]:
    """Every table of the loop for one country, merged with what people changed."""
    world = world.beside(country)
    figures = world.figures
    out: dict[str, pl.DataFrame] = {}
    out["profile"] = evidence.profile(world.snapshots.frame("observations"), figures, country)
    out["peers"] = plan.find_peers(figures, country, similarity=world.likeness)
    out["needs"] = plan.diagnose(figures, out["peers"], country, seed=terms.seed, pool=world.trends)
    decided = {name: ledger.changed_rows(name) for name in ("objectives", "measures", "assumptions")}
    proposal = plan.propose(out["needs"], figures, terms, decided)
    out["objectives"] = ledger.merge("objectives", proposal.objectives)
    out["measures"] = ledger.merge("measures", proposal.measures)
    check_changes(ledger, set(out["measures"]["id"]), terms)
    for name in ("assumptions", "partners", "risks"):
        # A measure that a person took out takes its details along.
        kept = getattr(proposal, name).join(out["measures"], left_on="measure", right_on="id", how="semi")
        out[name] = ledger.merge(name, kept)
    out["candidates"] = proposal.candidates
    response = plan.respond(out["measures"], out["assumptions"], figures, terms)
    out["effect_uses"] = response.effect_uses
    out["effect_library"] = plan.effect_library()
    out["effect_predictions"], out["effect_coverage"] = plan.effect_coverage()
    allocate(out, response, ledger, terms)
    moved = sorted({*out["objectives"]["indicator"], *response.effect_uses["indicator"]} - {""})
    baseline = plan.forecast(world.trends, figures, country, moved, terms.years, draws=terms.draws, seed=terms.seed)
    out["forecasts"] = baseline.forecasts
    simulated = plan.simulate(out["budget"], response, baseline, terms)
    for name in ("outcome_paths", "contributions", "plan_changes"):
        out[name] = getattr(simulated, name)
    carry_out(out, figures, ledger, terms)
    out["kept_edits"] = ledger.frame()
    return out


def allocate(out: dict[str, pl.DataFrame], response: plan.Response, ledger: Ledger, terms: PlanTerms) -> None:
    """Budget, allocation, constraints and gains; amounts a person changed bind, the free draft is kept beside them."""
    changed = ledger.changed_rows("budget")
    bound = changed.filter(pl.col("measure") != UNALLOCATED)
    offered = plan.allocate(response, out["objectives"], out["needs"], out["measures"], terms, bound)
    for name in ("allocation", "constraints", "gains", "next_million"):
        out[name] = getattr(offered, name)
    check_rest(ledger, "budget", offered.budget)
    out["budget"] = ledger.merge("budget", offered.budget, free=offered.free_budget)


def carry_out(out: dict[str, pl.DataFrame], figures: pl.DataFrame, ledger: Ledger, terms: PlanTerms) -> None:
    """Money's terms, deliveries, framework, evaluations, triggers and the check of it all."""
    measures, budget, allocation = out["measures"], out["budget"], out["allocation"]

    def merged(name: str, frame: pl.DataFrame) -> None:
        out[name] = ledger.merge(name, frame)

    promised = fund.finance(budget, measures, terms, decided=ledger.changed_rows("financing"))
    free = fund.finance(budget, measures, terms)
    check_rest(ledger, "financing", promised)
    out["financing"] = ledger.merge("financing", promised, free=free, removable=False)
    out["cash_flows"] = fund.cash(out["financing"], measures, terms)
    merged("delivery", deliver.schedule(measures, budget, allocation, terms))
    merged("commitments", deliver.commit(measures, terms, budget=budget))
    merged(
        "monitoring",
        monitor.framework(out["objectives"], measures, figures, terms, budget=budget, financing=out["financing"]),
    )
    paths = out["outcome_paths"]
    merged("targets", monitor.set_targets(out["objectives"], paths, measures, allocation, terms, budget=budget))
    merged("evaluations", evaluate.design(measures, allocation, out["effect_uses"], terms))
    own = adapt.of_measures(measures, budget, out["targets"], out["assumptions"], terms)
    merged("triggers", adapt.watch(out["objectives"], paths, terms, own=own))
    out["findings"] = plan.check(
        out["objectives"],
        measures,
        budget,
        out["commitments"],
        out["evaluations"],
        out["risks"],
        out["effect_uses"],
        terms,
    )


def draft(request: Request, workspace: Workspace, world: World, progress: Progress = quiet) -> Drafted:
    """Bring a workspace to its next whole state; an interruption leaves the last one. Raises on what cannot be used."""
    with workspace.locked():
        ledger, terms, basis = decide(request, workspace, world)
        progress(f"{request.country}: needs, measures, money, outcomes")
        computed = compute(world, request.country, ledger, terms) | {"basis": basis}
        computed |= about_country(world, request.country, ledger, computed["peers"])
        done = Run(terms, world.snapshots, ledger, computed, head_of(request.country, basis))
        save(request, workspace, done, progress)
    return Drafted(terms, computed, workspace.root, done.id)


def head_of(country: str, basis: pl.DataFrame) -> str:
    """What stands at the head of plan.toml: that the country is fictional, if it is, and what the decisions rest on."""
    return f"{FICTIONAL}. {in_words(basis)}" if is_fictional(country) else in_words(basis)


def in_words(basis: pl.DataFrame) -> str:
    """What the decisions rest on, in English."""
    words = Words("en")
    return " ".join(words.say(text, args) for text, args in basis.select("message", "args").iter_rows())


def save(request: Request, workspace: Workspace, run: Run, progress: Progress) -> None:
    """Stage data, run, plan and report; make them current together."""
    staging = stage(workspace.root)
    run.snapshots.write(workspace.data, staging / "data" / MANIFEST)
    run.write(staging / "runs" / run.id)
    run.write_plan(workspace.plan, staging / "plan")
    (staging / LATEST).write_text(run.id + "\n", encoding="utf-8")
    current = [f"data/{MANIFEST}", f"runs/{run.id}", "plan", LATEST]
    if request.report and not report_stands(workspace, run.id, request.spoken):
        speak(run.tables, run.terms, staging / "report", request.spoken, run.id, progress)
        current.append("report")
    commit(workspace.root, current)


def speak(
    tables: Mapping[str, pl.DataFrame], terms: PlanTerms, folder: Path, languages: Sequence[str], run: str,
    progress: Progress = quiet,
) -> list[Path]:  # fmt: skip
    """Write the report, and of which run and languages it speaks."""
    from bothshores import report  # a draft without a report loads no chart or document engine

    files = report.write(tables, terms, folder, languages, progress=progress)
    write_json(folder / MANIFEST, {"run": run, "languages": sorted(languages)})
    return files


def report_stands(workspace: Workspace, run: str, languages: Sequence[str]) -> bool:
    """True if the report there is of this very run and languages."""
    try:
        said = json.loads((workspace.report / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(said == {"run": run, "languages": sorted(languages)})


def decide(request: Request, workspace: Workspace, world: World) -> tuple[Ledger, PlanTerms, pl.DataFrame]:
    """What stands in `plan/`, checked, and the terms: derived, then edited, then asked for."""
    workspace.check_country(request.country)
    fresh, budget = plan.default_terms(world.beside(request.country).figures, request.country)
    if request.years and request.years[1] < fresh.first_year - 1:
        raise RequestError("Every year asked for is over: there are later figures.", remedy="Ask for years to come.")
    current = read_plan(workspace.plan)
    previous, terms_before = last_words(workspace.run()) if workspace.latest else ({}, {})
    ledger = Ledger(current, previous, before=dict(previous), before_terms=terms_before)
    check_links(ledger, plugins())
    terms = decisions.merge(fresh, ledger, request.decisions)
    return ledger, terms, plan.basis_of(terms, fresh, budget)


def plugins() -> Names:
    """What may stand in the columns that name a plug-in or one of its parameters."""
    return {
        ("financing", "instrument"): instruments().keys() | {BUDGET_LINE},
        ("evaluations", "design"): designs().keys() | {NOT_EVALUABLE},
        ("assumptions", "parameter"): plan.parameters(),
    }


def about_country(world: World, country: str, ledger: Ledger, peers: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """The evidence that the country's own pages show, and everything found wrong or not compared."""
    world = world.beside(country)
    sources = world.snapshots.frame("sources").filter((pl.col("title") == FICTIONAL) == is_fictional(country))
    issues = world.snapshots.frame("issues").filter(pl.col("country").is_in(["", country]))
    missing = plan.left_out(world.figures, peers, country, pool=world.trends)
    return {
        "figures": world.figures.filter(pl.col("country") == country),
        **{
            name: world.snapshots.frame(name).filter(pl.any_horizontal(pl.col(columns) == country))
            for name, columns in ABOUT.items()
        },
        "sources": sources,
        "issues": pl.concat([ledger.current.issues.frame(), issues, missing]),
    }
