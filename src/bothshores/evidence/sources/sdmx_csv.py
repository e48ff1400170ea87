"""SDMX-CSV, versions 1.0 and 2.0: any dataflow whose dimensions a mapping file gives to indicators."""

from __future__ import annotations

from typing import Any

import polars as pl

from bothshores.evidence import mapped_rows, text_table
from bothshores.evidence.aside import Aside
from bothshores.evidence.kinds import Reading, Sample, Source
from bothshores.evidence.probe import Probe
from bothshores.evidence.sources.tidy import Tidy
from bothshores.vocab import Reference, Severity
from bothshores.vocab import gettext_noop as _

VALUE, FLOW, ACTION = "OBS_VALUE", "DATAFLOW", "ACTION"
NEWER = ("STRUCTURE", "STRUCTURE_ID", ACTION)
DELETED = "D"
OPTIONAL = ("status", "multiplier")


class SdmxCsv(Source):
    """value in our unit = OBS_VALUE × 10^UNIT_MULT × the mapping file's factor; rows of action D (delete) are left."""

    id = "sdmx_csv"
    label = _("SDMX-CSV files, each described by a mapping file")
    publisher = "as the mapping file says"
    title = "as the mapping file says"
    licence = "as the mapping file says"
    citation = "as the mapping file says"
    url = "https://sdmx.org/standards-2/"
    source = Reference("SDMX-CSV field guide, versions 1.0 and 2.0, SDMX Technical Working Group", url)
    vintage = "as the mapping file says"
    rank = 6
    mapped = True
    samples = (
        Sample({"": (
            (FLOW, "FREQ", "REF_AREA", "SEX", "TIME_PERIOD", VALUE, "OBS_STATUS", "UNIT_MULT"),
            ("XYZ:DF_STOCK(1.0)", "A", "NPL", "T", "2019", "490.8", "E", "3"),
        )}, breaks="no_mapping"),
        Sample({"": (
            (*NEWER, "FREQ", "REF_AREA", "SEX", "TIME_PERIOD", VALUE),
            ("dataflow", "XYZ:DF_STOCK(1.0)", "I", "A", "NPL", "T", "2019", "490.8"),
        )}, breaks="no_mapping"),
    )  # fmt: skip

    def recognises(self, probe: Probe) -> bool:
        """First column DATAFLOW (1.0), or STRUCTURE and STRUCTURE_ID (2.0), and OBS_VALUE further on."""
        if probe.mapping is not None:
            return probe.mapping.format == self.id
        names = [bare(cell) for cell in probe.first_rows[0]] if probe.first_rows else []
        return VALUE in names and (names[0] == FLOW or tuple(names[:2]) == NEWER[:2])

    def read(self, probe: Probe) -> Reading:
        """Observations of the indicators that the mapping file names; without one every figure is left."""
        aside, mapping = Aside(probe.name), probe.mapping
        frame = without_labels(text_table.read(probe, aside))
        if mapping is None:
            flows = frame[FLOW].unique().sort().to_list() if FLOW in frame.columns else []
            aside.note(
                _("No mapping file says which indicators {flow} holds."),
                _("Put a mapping file beside it; see docs/howto/load-your-own-table.md."), rule="no_mapping",
                figures=frame.height, flow=f"text:{flows[0] if flows else probe.name}",
            )  # fmt: skip
            return Reading(aside)
        if ACTION in frame.columns:
            frame = aside.sift(
                frame, pl.col(ACTION).fill_null("") == DELETED, _("Rows of action {value} take figures back."),
                _("Nothing to do: they were left aside."), rule="deleted", column=ACTION, severity=Severity.REMARK,
            )  # fmt: skip
        missing = [mapping.columns[role] for role in OPTIONAL if mapping.columns[role] not in frame.columns]
        frame = frame.with_columns(pl.lit("").alias(name) for name in missing)
        observations = mapped_rows.observations(frame, mapping, self.id, probe.name, aside)
        return Reading(aside, observations, vintage=mapping.vintage, stated=mapping.terms)

    @classmethod
    def catalogue_keys(cls) -> list[dict[str, Any]]:
        """Every indicator of the catalogue by its own id: mapping files name them so."""
        return Tidy.catalogue_keys()


def without_labels(frame: pl.DataFrame) -> pl.DataFrame:
    """Ids alone where columns and cells read `REF_AREA: Reference area`; DATAFLOW is there in both versions."""
    labelled = [name for name in frame.columns if bare(name) != name or name in (FLOW, NEWER[1])]
    frame = frame.with_columns(pl.col(name).str.split(": ").list.first() for name in labelled)
    frame = frame.rename({name: bare(name) for name in labelled if bare(name) not in frame.columns})
    if FLOW not in frame.columns and NEWER[1] in frame.columns:
        frame = frame.with_columns(pl.col(NEWER[1]).alias(FLOW))
    return frame


def bare(name: str) -> str:
    """The id in front of a label."""
    return name.split(": ")[0]
