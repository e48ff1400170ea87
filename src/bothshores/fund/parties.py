"""Who pays and who receives, as roles until the country names somebody; and what a payment can be."""

from __future__ import annotations

from typing import Final

from bothshores.vocab import gettext_noop as _

FUND: Final = _("programme budget")
"""The public side. In the plan's cash flows the source of the financing stands in its place."""

TO_BE_NEGOTIATED: Final = _("to be negotiated")

BORROWERS: Final = _("borrowers")
BORNE_LOSS: Final = _("loss borne by the lender")
CARRIERS: Final = _("bodies that carry out the measure")
CREDIT_FUND: Final = _("revolving fund")
EVALUATORS: Final = _("independent evaluators")
GRANTEES: Final = _("grant holders")
GUARANTEE_RESERVE: Final = _("guarantee reserve")
INVESTORS: Final = _("social investors")
LENDERS: Final = _("lenders")
MATCH_ACCOUNT: Final = _("match account")
MIGRANTS: Final = _("migrants and their families")
PROJECT: Final = _("the project")
PROVIDERS: Final = _("service providers")
SAVERS: Final = _("savers")
SAVINGS_ACCOUNT: Final = _("savings account")

ACCOUNTS: Final = frozenset({CREDIT_FUND, GUARANTEE_RESERVE, MATCH_ACCOUNT, SAVINGS_ACCOUNT})
"""What only passes money on: nothing is paid out of them that was not paid in before."""

STEPS: Final = {
    "advance": _("Advance"),
    "clawback": _("Advance paid back"),
    "contribution": _("Contribution"),
    "covered_loan": _("Loans the guarantee can cover"),
    "deposit": _("Savings deposit"),
    "forfeit": _("Match given back"),
    "grant": _("Matching grant"),
    "guarantee_call": _("Guarantee called"),
    "interest": _("Interest"),
    "investment": _("Money advanced by investors"),
    "loan": _("Loan"),
    "loss_borne": _("Loss borne"),
    "loss_recovered": _("Loss recovered"),
    "match": _("Match"),
    "match_paid_out": _("Match paid out"),
    "outcome_payment": _("Payment for verified results"),
    "payment": _("Payment"),
    "principal": _("Repayment of the loan"),
    "recovery": _("Recovery passed on to the guarantor"),
    "reserve": _("Paid into the reserve"),
    "return_of_investment": _("Paid back to investors"),
    "savings_paid_out": _("Savings paid out"),
    "top_up": _("Paid into the revolving fund"),
    "tranche": _("Tranche"),
}
"""What a payment can be, in words."""
