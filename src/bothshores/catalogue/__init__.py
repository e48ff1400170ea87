"""What is known and only states: indicators, intervention templates, effects. One file adds one thing.

`indicators/<id>.toml` and `templates/<id>.toml` add an entry each; `effects/published_effects.csv` holds the effect
library, `countries/<ISO3>/` what one country already has. Nothing here computes or loads a
numerical library.
"""

from bothshores.catalogue.effects import Effect, effects
from bothshores.catalogue.indicators import Indicator, indicators
from bothshores.catalogue.templates import Template, templates

__all__ = ["Effect", "Indicator", "Template", "effects", "indicators", "templates"]
