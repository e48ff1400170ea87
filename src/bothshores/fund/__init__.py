"""Whose money, under which terms?

`finance` says which instrument carries each measure's money and that its source is to be negotiated; `cash` turns that
into payments by quarter; `cash_flow_table` shows one instrument under terms of one's own.
"""

from bothshores.fund.cashflow import cash, cash_flow_table
from bothshores.fund.finance import finance

__all__ = ["cash", "cash_flow_table", "finance"]
