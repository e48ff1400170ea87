"""What a study can find, beside what the plan counts on."""

from __future__ import annotations

from bothshores.evaluate.expected import Expected
from bothshores.evaluate.kinds import Design, Power
from bothshores.vocab import Message
from bothshores.vocab import gettext_noop as _


def verdict(design: Design, power: Power, expected: Expected | None, better: Design | None = None) -> Message:
    """Why this design, and whether it could find what the plan counts on.

    `better`: the design to go over to once it is known how many people the measure reaches.
    """
    why = f"term:{design.reason}"
    if power.smallest is None and better:
        text = _(
            "A comparison ({better}) has to wait: nobody knows yet how many people the measure reaches. Count them "
            "from the start, then choose. Until then each step of its theory is traced, which says whether and why it "
            "worked, not by how much."
        )
        return Message.of(text, better=f"term:{better.label}")
    if power.smallest is None:
        return Message.of(_("{why} It says whether and why the measure worked, not by how much."), why=why)
    gaps = {"why": why, "smallest": f"number:{power.smallest:.3g}", "years": f"number:{power.after:g}"}
    if expected is None:
        text = _(
            "{why} At the look in year {years} it finds effects from {smallest} standard deviations on. "
            "What the plan counts on cannot be put in this unit."
        )
        return Message.of(text, **gaps)
    if expected.size == 0:
        text = _(
            "{why} At the look in year {years} it finds effects from {smallest} standard deviations on. The studies "
            "nearest to that time found none ({indicator}): the look shows whether that holds here too."
        )
        return Message.of(text, indicator=f"indicator:{expected.indicator}", **gaps)
    gaps |= {"expected": f"number:{expected.size:.3g}", "indicator": f"indicator:{expected.indicator}"}
    if power.smallest > expected.size:
        text = _(
            "{why} At the look in year {years} it finds effects from {smallest} standard deviations on, but the plan "
            "counts on only {expected} ({indicator}): the study may well miss it. Follow more people, ask more often, "
            "or pool districts."
        )
        return Message.of(text, **gaps)
    text = _(
        "{why} At the look in year {years} it finds effects from {smallest} standard deviations on; the plan counts on "
        "{expected} ({indicator})."
    )
    return Message.of(text, **gaps)
