"""The order of the rooms' verbs: the only module that knows it. Pure: snapshots and decisions in, tables out."""

from __future__ import annotations

import polars as pl

from bothshores import adapt, deliver, evaluate, evidence, fund, monitor, plan
from bothshores.loop.world import World
from bothshores.store import Ledger
from bothshores.store.in_force import check_changes, check_rest
from bothshores.tables.terms import PlanTerms
from bothshores.vocab import UNALLOCATED


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
