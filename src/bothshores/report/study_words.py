"""The effect library's own words for units and designs, marked so that each language can say them."""

from __future__ import annotations

from bothshores.vocab import gettext_noop as _

UNITS = (
    _("COP per month"),
    _("SD"),
    _("SMD"),
    _("USD"),
    _("USD billion"),
    _("USD per USD"),
    _("USD per month"),
    _("elasticity"),
    _("multiple"),
    _("percent"),
    _("percent of baseline mean"),
    _("percentage points"),
    _("persons"),
    _("positions"),
    _("scale points"),
    _("share"),
    _("workers"),
    _("years"),
)
"""Units of published effects and assumptions; `sign` stands where only the direction is known and is never shown."""

DESIGNS = (
    _("DiD"),
    _("DiD (eligibility cutoff)"),
    _("DiD (matched)"),
    _("DiD (visa policy)"),
    _("DiD/event"),
    _("DiD/panel with agent roll-out"),
    _("DiD/roll-out"),
    _("IV"),
    _("IV (distance to centre)"),
    _("IV (shift-share)"),
    _("IV/DiD"),
    _("RCT"),
    _("RCT (adaptive)"),
    _("RCT (encouragement)"),
    _("RCT (lab-in-field)"),
    _("RCT (pooled)"),
    _("RD"),
    _("RD/timing"),
    _("backtest simulation"),
    _("cross-country panel"),
    _("event study/timing"),
    _("lottery"),
    _("lottery/IV"),
    _("meta-analysis"),
    _("meta-analysis (45 studies)"),
    _("meta-analysis (Bayesian, 7 RCTs)"),
    _("meta-analysis (RCTs)"),
    _("natural experiment"),
    _("natural experiment (random audits)"),
    _("natural experiment + structural model"),
    _("observational panel"),
    _("review of RCTs"),
)
"""Designs of the studies."""
