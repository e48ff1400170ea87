"""Which measures, where, at what cost, toward which targets?

`find_peers` and `diagnose` say where the country stands; `propose` drafts objectives and measures; `respond` says what
money does to indicators; `allocate` shares the budget out; `forecast` and `simulate` say what to expect without and
with the plan; `check` says what does not fit together. `effect_library` and `effect_coverage` say what is known of
effects and how well.
"""

from bothshores.plan.allocate import Allocated, allocate
from bothshores.plan.assumptions import parameters
from bothshores.plan.check import check
from bothshores.plan.diagnose import diagnose, left_out
from bothshores.plan.effect_library import effect_coverage, effect_library
from bothshores.plan.forecast import Baseline, forecast
from bothshores.plan.peers import Similarity, find_peers, measure_similarity
from bothshores.plan.propose import Proposal, propose
from bothshores.plan.respond import Response, respond
from bothshores.plan.simulate import Simulated, simulate
from bothshores.plan.terms import basis_of, default_terms
from bothshores.plan.trends import TrendPool, pool_trends

__all__ = [
    "Allocated",
    "Baseline",
    "Proposal",
    "Response",
    "Similarity",
    "Simulated",
    "TrendPool",
    "allocate",
    "basis_of",
    "check",
    "default_terms",
    "diagnose",
    "effect_coverage",
    "effect_library",
    "find_peers",
    "forecast",
    "left_out",
    "measure_similarity",
    "parameters",
    "pool_trends",
    "propose",
    "respond",
    "simulate",
]
