"""A workspace on disk: immutable snapshots, the plan that people edit, runs, and whole-state commits.

`data/` snapshots are Parquet named by content; `plan/` is read with every bad row reported and merged by row key and
cell; `runs/<id>/` holds what was computed from what; a commit moves all of it at once, or nothing.
"""

from bothshores.store.merge import Ledger
from bothshores.store.plan_folder import PlanFolder, read_plan
from bothshores.store.snapshots import Snapshots
from bothshores.store.workspace import Workspace

__all__ = ["Ledger", "PlanFolder", "Snapshots", "Workspace", "read_plan"]
