"""What a section and a chart must state and say; one file adds one."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any, ClassVar

from bothshores.registry import Plugin
from bothshores.report.blocks import Block
from bothshores.report.story import Story
from bothshores.vocab import gettext_noop as _

PARTS = {
    "plain": _("In plain words"),
    "so": _("What is so"),
    "do": _("What to do, and what it costs"),
    "change": _("What it should change"),
    "known": _("Who does it, and how it will be known"),
    "rests": _("What this plan rests on"),
}
"""Parts of the document, in order."""


class Section(Plugin):
    """A section: the part it stands in, its place there, and the tables it tells.

    Where the first table of `reads` is empty, `empty` is said in its place.
    """

    required = ("id", "label", "part", "order", "reads", "empty")
    label: ClassVar[str]
    part: ClassVar[str]
    order: ClassVar[int]
    reads: ClassVar[tuple[str, ...]]
    empty: ClassVar[str]

    @staticmethod
    @abstractmethod
    def blocks(story: Story) -> list[Block]:
        """The section's text, tables and figures, from tables that hold rows."""


class Chart(Plugin):
    """A chart: one Vega-Lite specification for page, document and image."""

    required = ("id", "label", "reads")
    label: ClassVar[str]
    reads: ClassVar[tuple[str, ...]]

    @staticmethod
    @abstractmethod
    def draw(story: Story) -> Any | None:
        """The chart as Altair builds it, or None where there is nothing to draw."""

    @staticmethod
    def finding(_story: Story) -> str:
        """What to see in it, in one sentence without a full stop; empty where its tables do not say: then the label."""
        return ""

    @staticmethod
    @abstractmethod
    def caption(story: Story) -> str:
        """How to read it, and its source."""

    @staticmethod
    @abstractmethod
    def alt(story: Story) -> str:
        """The same for those who do not see it, with the figures that matter."""
