"""Process tracing: did each step of the theory of change happen, and do rival explanations fail?"""

from __future__ import annotations

from bothshores.evaluate.kinds import Design, Power, Setting
from bothshores.vocab import Message, Reference
from bothshores.vocab import gettext_noop as _


class ProcessTracing(Design):
    """Evidence for and against each step and its rivals, weighed by people outside the measure; it finds no size."""

    id = "process_tracing"
    label = _("Process tracing")
    source = Reference("Beach and Pedersen 2019, Process-Tracing Methods, 2nd edition")
    needs = _("The theory of change written down before the start, records of each step, and people outside to judge.")
    comparison = _("Rival explanations")
    reason = _("A law or service for everybody leaves nobody to compare with, so each step of its theory is traced.")

    def obstacle(self, setting: Setting) -> Message | None:
        """None: records can be kept of any measure."""
        return None

    def power(self, setting: Setting) -> Power:
        """No sample and no size."""
        return Power(None, None, setting.long)
