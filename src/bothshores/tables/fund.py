"""Whose money, under which terms."""

from __future__ import annotations

import dataframely as dy

from bothshores.tables import columns as c
from bothshores.vocab import gettext_noop as _

TO_BE_NEGOTIATED = _("to be negotiated")
"""Stands where a source's name would, until somebody pays."""

BUDGET_LINE = "budget_line"
"""Stands where an instrument's id would: money paid equally in each quarter, without conditions of its own."""

FIRST_PAYMENT_QUARTER = 3
"""In its first year with money a measure pays from this quarter on; rules, contracts and a baseline come before."""


class Financing(dy.Schema):
    """Money by measure, instrument, source and year; a source nobody has named is `to be negotiated`."""

    measure = c.slug("Measure, or evaluation_reserve, or unallocated", primary_key=True)
    instrument = c.slug("Instrument, or `budget_line`", primary_key=True)
    source = c.text("Who pays; `to be negotiated` until somebody does", primary_key=True)
    year = c.year("Year", primary_key=True)
    amount_usd = c.usd("Amount")
    status = dy.Enum(["to_be_negotiated", "pledged", "committed"], description="How firm it is")


class CashFlows(dy.Schema):
    """A payment of an instrument: who pays whom, when, for what. Parts sum to the whole, to the minor unit."""

    measure = c.slug("Measure", primary_key=True)
    instrument = c.slug("Instrument", primary_key=True)
    period = c.count("Quarter of the plan, from 1", "quarter", primary_key=True)
    step = c.slug("What the payment is", primary_key=True)
    payer = c.text("Who pays", primary_key=True)
    payee = c.text("Who receives")
    amount_minor = c.count("Amount in hundredths of a US dollar", "US cents")
    limited_by = c.text("What limited the amount, or empty")
