"""Who pays and who receives, as roles until the country names somebody; and what a payment can be."""

from __future__ import annotations

from typing import Final

from bothshores.vocab import gettext_noop as _

FUND: Final = _("programme budget")
"""The public side. In the plan's cash flows the source of the financing stands in its place."""

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
VERIFIERS: Final = _("independent verifiers")

ACCOUNTS: Final = frozenset({CREDIT_FUND, GUARANTEE_RESERVE, MATCH_ACCOUNT, SAVINGS_ACCOUNT})
"""What only passes money on: nothing is paid out of them that was not paid in before."""
