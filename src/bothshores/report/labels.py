"""Ids of code lists in words: what a table holds as an id, a page shows as this."""

from __future__ import annotations

from bothshores.vocab import PAYMENTS
from bothshores.vocab import gettext_noop as _

LABELS = PAYMENTS | {
    # what money rests on
    "evidence": _("Evidence"),
    "assumption": _("Assumption"),
    "judgement": _("Judgement"),
    "uncosted": _("Not costed"),
    # how firm money is
    "to_be_negotiated": _("To be negotiated"),
    "pledged": _("Pledged"),
    "committed": _("Committed"),
    # instruments
    "budget_line": _("Budget line"),
    "conditional_grant": _("Conditional grant"),
    "matched_contribution": _("Matched contribution"),
    "matched_savings": _("Matched savings"),
    "guarantee": _("Guarantee"),
    "outcome_contract": _("Outcome contract"),
    "revolving_credit": _("Revolving credit"),
    # what time does to an effect, and where its spread comes from
    "fades": _("Fades"),
    "lasts": _("Lasts"),
    "emerges": _("Emerges late"),
    "unknown": _("Unknown"),
    "from_ci": _("from the published interval"),
    "published": _("published"),
    "assumed_2.5": _("assumed: the effect divided by 2.5"),
    "borrowed": _("borrowed from a similar study"),
    # how serious a finding or issue is
    "conflict": _("Conflict"),
    "gap": _("Gap"),
    "notice": _("Notice"),
    "problem": _("To mend"),
    "remark": _("Remark"),
    # directions, levels, roles, models
    "up_good": _("Should rise"),
    "down_good": _("Should fall"),
    "outcome": _("Outcome"),
    "output": _("Output"),
    "pooled_trend": _("Pooled trend"),
    "no_forecast": _("No forecast"),
    "above": _("above"),
    "below": _("below"),
    # dimensions and breakdowns
    "economic": _("Economic"),
    "social": _("Social"),
    "governance": _("Governance"),
    "mobility": _("Mobility"),
    "sex": _("sex"),
    "age": _("age"),
    "district": _("district"),
    "education": _("education"),
    "disability": _("disability"),
    "corridor": _("corridor"),
    "occupation": _("occupation"),
    "sector": _("sector"),
    "donor": _("donor"),
    "level": _("level"),
    "partner": _("partner"),
    "type": _("type"),
    "source": _("source"),
    "channel": _("channel"),
    "urban_rural": _("town and country"),
    "wealth": _("wealth"),
    "migrant_status": _("migrant status"),
    # sources of figures
    "factbook": _("World Factbook"),
    "world_bank": _("World Bank"),
    "world_bank_remittances": _("World Bank and KNOMAD"),
    "reference_country": _("Reference Country (fictional)"),
    "un_desa_stock": _("UN DESA"),
    "un_desa_matrix": _("UN DESA"),
    "derived": _("Derived from other figures"),
    # evaluation designs
    "lottery": _("Lottery among applicants"),
    "cluster_lottery": _("Lottery among places"),
    "phased_rollout": _("Phased rollout"),
    "matched_comparison": _("Matched comparison"),
    "score_cutoff": _("Score with a cut-off"),
    "synthetic_control": _("Synthetic control"),
    "process_tracing": _("Process tracing"),
    "not_evaluable": _("Not evaluable"),
    # what is assumed
    "unit_cost_usd": _("Unit cost"),
    "cost_markup": _("Mark-up on the published cost"),
    "envelope_weight": _("Weight of the envelope"),
    "leakage": _("Leakage"),
    "coverage_max": _("Part that can be reached"),
    "transfer_spread": _("Spread for transfer"),
    "persistence": _("Part kept from year to year"),
    "take_up": _("Take-up"),
    "base_share": _("Share of the base"),
}  # fmt: skip
