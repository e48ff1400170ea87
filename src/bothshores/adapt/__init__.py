"""What should change now?

`watch` draws the lines which, once crossed, bring a measure or a target back to the table.
"""

from bothshores.adapt.triggers import watch

__all__ = ["watch"]
