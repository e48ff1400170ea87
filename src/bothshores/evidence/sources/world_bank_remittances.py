"""Migrant remittance inflows of the World Bank and KNOMAD: one workbook, countries down, years across."""

from __future__ import annotations

from bothshores.evidence import remittance_table
from bothshores.evidence.kinds import Reading, Sample, Source
from bothshores.evidence.probe import Probe
from bothshores.vocab import Reference
from bothshores.vocab import gettext_noop as _

INFLOWS = "Migrant remittance inflows (US$ million)"


class WorldBankRemittances(Source):
    """USD = published US$ million × 1,000,000; `2019e` is an estimate."""

    id = "world_bank_remittances"
    label = _("Migrant remittance inflows")
    publisher = "World Bank and KNOMAD"
    title = "Annual remittances data, inflows"
    licence = "CC BY 4.0"
    citation = "World Bank and KNOMAD (2020). Migrant remittance inflows, April 2020. Washington, DC: World Bank."
    url = "https://www.knomad.org/data/remittances"
    source = Reference("Migrant remittance inflows, World Bank and KNOMAD, April 2020", url, opened=True)
    vintage = "edition not stated"
    rank = 30
    samples = (
        Sample({"Remittance inflows": (
            (INFLOWS, "2018", "2019e", "Remittances as a share of GDP in 2019 (%)"),
            ("Nepal", "8293.84128", "8127.9644544", "27.263155182"),
            ("World", "694478.878833856", "714248.963296927", ""),
            ("Date: April 2020", "", "", ""),
        )}),
    )  # fmt: skip

    def recognises(self, probe: Probe) -> bool:
        """The first cell says that the table holds inflows in US$ million."""
        return remittance_table.says(probe, INFLOWS)

    def read(self, probe: Probe) -> Reading:
        """Observations of remittances_received_usd for all countries and years."""
        return remittance_table.read(probe, self)
