"""Is it happening?

`framework` says what is measured, from where, how often, by whom and broken down how; `set_targets` gives the path that
each indicator should take.
"""

from bothshores.monitor.framework import framework
from bothshores.monitor.targets import set_targets

__all__ = ["framework", "set_targets"]
