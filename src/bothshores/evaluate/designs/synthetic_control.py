"""Synthetic control: the whole country beside a mix of similar ones that followed it until the measure began."""

from __future__ import annotations

from bothshores.evaluate.kinds import Design, Power, Setting
from bothshores.evaluate.power import one_against
from bothshores.vocab import Message, Reference
from bothshores.vocab import gettext_noop as _

DONORS = 40
"""Similar countries to draw on: an assumption; with fewer than 19, no result can pass a test at 5 per cent."""

FEWEST_YEARS = 3


class SyntheticControl(Design):
    """One place against a weighted mean of others: MDE = z * sqrt((1 + 1 / J) (1 + (r - 1) rho) / r) in standard
    deviations of the yearly gap, J = 40 others and r years after."""

    id = "synthetic_control"
    label = _("Synthetic control")
    source = Reference(
        "Abadie, Diamond and Hainmueller 2010, Synthetic Control Methods for Comparative Case Studies, JASA 105"
    )
    needs = _("Yearly figures for ten years before, for this country and at least nineteen without the measure.")
    comparison = _("A weighted mix of similar countries without the measure")
    reason = _("The measure holds for the whole country at once, so a mix of similar countries stands in for it.")

    def obstacle(self, setting: Setting) -> Message | None:
        """Too few years after the start."""
        if setting.years < FEWEST_YEARS:
            return Message.of(
                _("Not evaluable: too few years of the plan follow the start to tell a break from noise.")
            )
        return None

    def power(self, setting: Setting) -> Power:
        """At the plan's end; units are countries, and standard deviations those of the yearly gap between them."""
        return Power(DONORS + 1, one_against(DONORS, setting.years), setting.years)
