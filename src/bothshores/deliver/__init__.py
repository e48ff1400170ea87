"""Who does what by when?

`schedule` gives each measure its milestones by quarter, with the post that answers for each; `commit` says what has to
be promised beforehand, and by which day.
"""

from bothshores.deliver.commit import commit
from bothshores.deliver.schedule import schedule

__all__ = ["commit", "schedule"]
