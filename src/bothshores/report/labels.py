"""Ids of code lists in words: what a table holds as an id, a page shows as this."""

from __future__ import annotations

from bothshores.vocab import gettext_noop as _

LABELS = {
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
    "lead": _("Leads"),
    "partner": _("Takes part"),
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
    "not_evaluable": _("Not evaluable"),
}  # fmt: skip
