"""What should change now?

`watch` draws the lines which, once crossed, bring a measure or a target back to the table; `of_measures` draws those of
each funded measure's own plan.
"""

from bothshores.adapt.of_measures import of_measures
from bothshores.adapt.triggers import watch

__all__ = ["of_measures", "watch"]
