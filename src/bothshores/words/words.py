"""One language: how it says a message of a table, and what it calls a code, an indicator, a measure, a country."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from bothshores.catalogue import indicators, templates
from bothshores.vocab import NATIONAL, REFERENCE, RESERVE, UNALLOCATED, is_fictional
from bothshores.vocab import gettext_noop as _
from bothshores.words import countries
from bothshores.words.figures import Figures
from bothshores.words.labels import LABELS

APART = {
    RESERVE: _("Evaluation reserve"),
    UNALLOCATED: _("Unallocated: needs local costs"),
    NATIONAL: _("The whole country"),
}


@dataclass(frozen=True)
class Words(Figures):
    """A language by its code, and the measures' titles as the plan words them."""

    titles: Mapping[str, str] = field(default_factory=dict)

    def say(self, message: str, args: str = "{}") -> str:
        """A message of a table: `args` is the JSON object of `vocab.Message.args`."""
        if not message:
            return ""
        return self.phrase(message, **{name: self.gap(filling) for name, filling in json.loads(args).items()})

    def gap(self, filling: str) -> str:
        """What fills a gap, by its kind (see `vocab.Message`)."""
        kind, _colon, value = filling.partition(":")
        if kind == "value":
            indicator, _colon, number = value.partition(":")
            return self.value(indicator, float(number))
        if kind == "apart":
            indicator, number, other = value.split(":")
            return self.apart(indicator, float(number), float(other))
        writers: dict[str, Callable[[str], str]] = {
            "share": lambda text: self.share(float(text)),
            "number": lambda text: self.number(float(text)),
            "whole": lambda text: self.whole(float(text)),
            "usd": lambda text: self.usd(float(text)),
            "year": lambda text: self.year(int(text)),
            "country": self.country,
            "indicator": self.indicator,
            "template": self.template,
            "measure": self.measure,
            "source": self.label,
            "term": self.text,
            "text": str,
        }
        return writers[kind](value) if kind in writers else filling

    def label(self, code: str) -> str:
        """An id of a code list or plug-in in words; an id nobody has worded is shown with spaces."""
        return self.text(LABELS.get(code) or code.replace("_", " ").capitalize())

    def indicator(self, code: str) -> str:
        """The label of an indicator."""
        known = indicators().get(code)
        return self.text(known.label) if known else code.replace("_", " ")

    def template(self, code: str) -> str:
        """The title of a template."""
        known = templates().get(code)
        return self.text(known.title) if known else code.replace("_", " ")

    def measure(self, code: str) -> str:
        """The title of a measure, or what stands where a measure's id would."""
        if code in APART:
            return self.text(APART[code])
        return self.text(self.titles[code]) if code in self.titles else self.template(code)

    def country(self, code: str) -> str:
        """A country by its ISO 3166-1 alpha-3 code, as the language calls it."""
        if code == REFERENCE:
            return self.text(countries.REFERENCE_NAME)
        if is_fictional(code):
            return self.phrase(countries.FICTIONAL_NAME, code=code)
        return countries.name(code, self.language)
