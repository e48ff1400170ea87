"""The one way to plug anything in: subclass a kind, fill in the blanks, save the file."""

from __future__ import annotations

import importlib
import pkgutil
from importlib.metadata import entry_points
from typing import Any, ClassVar

from bothshores.errors import PluginError


class Plugin:
    """Base of every kind; a direct subclass is a kind, a subclass of a kind is a plug-in."""

    required: ClassVar[tuple[str, ...]] = ("id", "label", "source")
    id: ClassVar[str]
    members: ClassVar[dict[str, Any]]

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if Plugin in cls.__bases__:
            cls.members = {}
            return
        if missing := [name for name in cls.required if not getattr(cls, name, None)]:
            raise PluginError(f"{cls.__module__}.{cls.__name__} does not state {', '.join(missing)}.")
        if cls.id in cls.members:
            raise PluginError(f"Two plug-ins are called {cls.id!r}.", remedy=f"Rename the one in {cls.__module__}.")
        cls.members[cls.id] = cls


def load(folder: str) -> None:
    """Import every module of a folder (a dotted name), and every outside package that announces itself."""
    package = importlib.import_module(folder)
    for module in pkgutil.iter_modules(package.__path__, prefix=f"{folder}."):
        importlib.import_module(module.name)
    for point in entry_points(group="bothshores"):
        point.load()
