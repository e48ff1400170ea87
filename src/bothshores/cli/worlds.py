"""The evidence a command works on: files named now, or what the workspace holds already."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from bothshores import loop
from bothshores.store import Snapshots, Workspace


def world_of(folders: Sequence[Path], workspace: Workspace | None, progress: Callable[[str], None]) -> loop.World:
    """Read the folders named; without any, use the workspace's snapshots of files, else what is embedded."""
    if not folders and workspace is not None:
        held = Snapshots.read(workspace.data)
        # Embedded data alone is read anew: it costs a second, and a newer package must not be overlooked.
        if held is not None and held.folders:
            progress(f"Using the evidence of {workspace.data} ({', '.join(held.folders)})")
            return loop.World(held)
    progress("Reading the evidence")
    return loop.gather(folders, progress)
