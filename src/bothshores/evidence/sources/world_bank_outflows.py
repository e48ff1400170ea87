"""Migrant remittance outflows of the World Bank and KNOMAD: one workbook, countries down, years across."""

from __future__ import annotations

from bothshores.evidence import remittance_table
from bothshores.evidence.kinds import Reading, Sample, Source
from bothshores.evidence.probe import Probe
from bothshores.vocab import Reference
from bothshores.vocab import gettext_noop as _

OUTFLOWS = "Migrant remittance outflows (US$ million)"


class WorldBankOutflows(Source):
    """USD = published US$ million × 1,000,000. The workbook states no world total, so there is none to compare."""

    id = "world_bank_outflows"
    label = _("Migrant remittance outflows")
    publisher = "World Bank and KNOMAD"
    title = "Annual remittances data, outflows"
    licence = "CC BY 4.0"
    citation = "World Bank and KNOMAD (2020). Migrant remittance outflows, April 2020. Washington, DC: World Bank."
    url = "https://www.knomad.org/data/remittances"
    source = Reference("Migrant remittance outflows, World Bank and KNOMAD, April 2020", url, opened=True)
    vintage = "edition not stated"
    rank = 30
    samples = (
        Sample({"Outward remittanc flows": (
            (OUTFLOWS, "2017", "2018", "Remittances as a share of GDP in 2018 (%)"),
            ("Afghanistan", "143.979104", "234.618708", "0.011952048"),
            ("Date: April 2020", "", "", ""),
        )}),
    )  # fmt: skip

    def recognises(self, probe: Probe) -> bool:
        """The first cell says that the table holds outflows in US$ million."""
        return remittance_table.says(probe, OUTFLOWS)

    def read(self, probe: Probe) -> Reading:
        """Observations of remittances_sent_usd for all countries and years."""
        return remittance_table.read(probe, self)
