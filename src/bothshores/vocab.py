"""The field's nouns, code lists and the marks that let a sentence be read in any language."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from string import ascii_uppercase
from typing import Final


def gettext_noop(text: str) -> str:
    """Mark a text for translation where it stands; it is looked up where it is shown."""
    return text


def ngettext_noop(one: str, many: str) -> tuple[str, str]:
    """Mark a text in its two English forms; languages may have more, chosen by the number where it is shown."""
    return one, many


@dataclass(frozen=True, slots=True)
class Reference:
    """A source; `opened` says whether somebody read it there. What nobody opened is shown as unverified."""

    text: str
    url: str = ""
    opened: bool = False

    def __str__(self) -> str:
        return f"{self.text} ({self.url})" if self.url else self.text


REFERENCE: Final = "XRF"
"""The reference country, which is fictional."""
FICTIONAL_CODES: Final = tuple(f"X{second}{third}" for second in "RS" for third in ascii_uppercase)
"""It and the fictional countries around it: codes that ISO 3166-1 leaves to users, so that no place can have one."""
FICTIONAL: Final = gettext_noop("Fictional reference country: nothing here is about a real place")
"""Said on every page and in every file of it."""


def is_fictional(country: str) -> bool:
    """True for the code of a country that does not exist."""
    return country in FICTIONAL_CODES


class Direction(StrEnum):
    """Which way an indicator should move."""

    UP = "up_good"
    DOWN = "down_good"
    CONTEXT = "context"

    @property
    def sign(self) -> int:
        """+1 if a rise is good, -1 if a fall is good, 0 if neither is."""
        return {"up_good": 1, "down_good": -1}.get(self.value, 0)


class MoneyClass(StrEnum):
    """What a measure's money rests on."""

    EVIDENCE = "evidence"
    ASSUMPTION = "assumption"
    JUDGEMENT = "judgement"
    UNCOSTED = "uncosted"


class Severity(StrEnum):
    """`problem`: the user must mend something. `remark`: a publisher's data has a peculiarity; nothing failed."""

    PROBLEM = "problem"
    REMARK = "remark"


RESERVE: Final = "evaluation_reserve"
UNALLOCATED: Final = "unallocated"
NATIONAL: Final = "national"
"""Ids that stand in `budget.csv` and `targets.csv` where a measure's id would: not measures of their own."""


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence that can be said in any language: a marked text with named gaps, and what fills them.

    A gap's value is a string with its kind in front, so that it is translated and written as the reader's language
    does: `share:0.12`, `number:3.4`, `whole:1029526` (all digits), `usd:1200`, `year:2027`, `country:NPL`,
    `indicator:unemployment_rate`, `template:mobile_money`, `measure:mobile_money`, `source:world_bank`,
    `value:unemployment_rate:0.12` (in the indicator's own unit), `apart:unemployment_rate:0.0297:0.03` (the first of
    two figures, with the digits that tell it from the second), `term:lottery` (a marked text), `text:as it is`.
    """

    text: str
    gaps: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, text: str, /, **gaps: str) -> Message:
        """Build a message; gaps are named as in the text."""
        return cls(text, tuple(sorted(gaps.items())))

    @property
    def args(self) -> str:
        """The gaps as one JSON object, as tables store them in `args` beside `message`."""
        return json.dumps(dict(self.gaps), ensure_ascii=False, sort_keys=True)


EVALUATION_POST: Final = gettext_noop("Head of evaluation in the secretariat of the task force")
SECRETARIAT_POST: Final = gettext_noop("Head of the secretariat of the task force")
STATISTICS_POST: Final = gettext_noop("Chief statistician")
"""Posts that answer for what no measure's own lead may judge; generic, until the country names somebody."""


PAYMENTS: Final = {
    "advance": gettext_noop("Advance"),
    "clawback": gettext_noop("Advance paid back"),
    "contribution": gettext_noop("Contribution"),
    "covered_loan": gettext_noop("Loans the guarantee can cover"),
    "deposit": gettext_noop("Savings deposit"),
    "forfeit": gettext_noop("Match given back"),
    "grant": gettext_noop("Matching grant"),
    "guarantee_call": gettext_noop("Guarantee called"),
    "interest": gettext_noop("Interest"),
    "investment": gettext_noop("Money advanced by investors"),
    "loan": gettext_noop("Loan"),
    "loss_borne": gettext_noop("Loss borne"),
    "loss_recovered": gettext_noop("Loss recovered"),
    "match": gettext_noop("Match"),
    "match_paid_out": gettext_noop("Match paid out"),
    "outcome_payment": gettext_noop("Payment for verified results"),
    "payment": gettext_noop("Payment"),
    "principal": gettext_noop("Repayment of the loan"),
    "recovery": gettext_noop("Recovery passed on to the guarantor"),
    "reserve": gettext_noop("Paid into the reserve"),
    "return_of_investment": gettext_noop("Paid back to investors"),
    "savings_paid_out": gettext_noop("Savings paid out"),
    "top_up": gettext_noop("Paid into the revolving fund"),
    "tranche": gettext_noop("Tranche"),
    "verification": gettext_noop("Results verified, before they are paid for"),
}
"""What a payment of an instrument can be, in words."""
