"""What a study can find, beside what the plan counts on."""

from __future__ import annotations

from bothshores.evaluate.kinds import Design, Power
from bothshores.vocab import Message
from bothshores.vocab import gettext_noop as _


def verdict(design: Design, power: Power, expected: float | None) -> Message:
    """Why this design, and whether it could find what the plan counts on."""
    if power.smallest is None:
        text = _("{why} It says whether and why the measure worked, not by how much.")
        return Message.of(text, why=f"term:{design.reason}")
    gaps = {
        "why": f"term:{design.reason}",
        "smallest": f"number:{power.smallest:.3g}",
        "years": f"number:{power.after:g}",
    }
    if expected is None:
        text = _(
            "{why} After {years} years it finds effects from {smallest} standard deviations on. What the plan counts "
            "on cannot be put in this unit."
        )
        return Message.of(text, **gaps)
    gaps["expected"] = f"number:{expected:.3g}"
    if power.smallest > expected:
        text = _(
            "{why} After {years} years it finds effects from {smallest} standard deviations on, but the plan counts on "
            "only {expected}: the study may well miss it. Follow more people, ask more often, or pool districts."
        )
        return Message.of(text, **gaps)
    text = _(
        "{why} After {years} years it finds effects from {smallest} standard deviations on; the plan counts on "
        "{expected}."
    )
    return Message.of(text, **gaps)
