"""Any tidy table (one figure a row, CSV or Excel) that a mapping file beside it describes."""

from __future__ import annotations

from typing import Any

from bothshores.catalogue import indicators
from bothshores.evidence import mapped_rows, text_table
from bothshores.evidence.aside import Aside
from bothshores.evidence.kinds import Reading, Source
from bothshores.evidence.probe import Probe
from bothshores.vocab import Reference
from bothshores.vocab import gettext_noop as _


class Tidy(Source):
    """value in our unit = value as written × the mapping file's factor; publisher and terms are the mapping file's."""

    id = "tidy"
    label = _("Tables of one's own, each described by a mapping file")
    publisher = "as the mapping file says"
    title = "as the mapping file says"
    licence = "as the mapping file says"
    citation = "as the mapping file says"
    url = "https://www.jstatsoft.org/article/view/v059i10"
    source = Reference(
        "Wickham, H. (2014), Tidy Data, Journal of Statistical Software 59(10): the shape of the table", url
    )
    vintage = "as the mapping file says"
    rank = 5
    mapped = True

    def recognises(self, probe: Probe) -> bool:
        """A mapping file of format tidy names the file."""
        return probe.mapping is not None and probe.mapping.format == self.id

    def read(self, probe: Probe) -> Reading:
        """Observations of the indicators that the mapping file names."""
        assert probe.mapping is not None
        aside, mapping = Aside(probe.name), probe.mapping
        if probe.is_workbook:
            frame = text_table.of_sheet(probe, mapping.sheet or 0, aside, header=mapping.header - 1)
        else:
            frame = text_table.read(probe, aside, header=mapping.header - 1)
        observations = mapped_rows.observations(frame, mapping, self.id, probe.name, aside)
        return Reading(aside, observations, vintage=mapping.vintage, stated=mapping.terms)

    @classmethod
    def catalogue_keys(cls) -> list[dict[str, Any]]:
        """Every indicator of the catalogue by its own id: mapping files name them so."""
        return [
            {"indicator": each.id, "unit": each.unit, "key": each.id, "factor": 1.0, "words": "", "breakdown": ""}
            for each in indicators().values()
        ]
