"""Will it be known whether it worked, and whether it lasted?

`design` gives each measure the first design that is feasible for it, the smallest effect that would be found, and two
dates to look; or says why it cannot be evaluated.
"""

from bothshores.evaluate.evaluations import design

__all__ = ["design"]
