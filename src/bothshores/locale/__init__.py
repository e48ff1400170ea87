"""Which languages can Bothshores speak, how is a sentence said in one, and has a native speaker read it?

`<lang>/LC_MESSAGES/bothshores.po` is a language: a folder more is a language more. English is the source and needs
none. `python -m bothshores.locale.extract` collects the sentences of the whole code and catalogue. Nothing here
writes numbers or dates; that belongs to `report`.
"""

from bothshores.locale.reviews import AREAS, Review, awaits_review, reviewed
from bothshores.locale.translator import SOURCE, Translator, languages, translator

__all__ = ["AREAS", "SOURCE", "Review", "Translator", "awaits_review", "languages", "reviewed", "translator"]
