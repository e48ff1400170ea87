"""The command `bothshores`: one command a room, and `draft`, which runs the loop. A room is loaded only when asked.

Exit 0: done (remarks on a publisher's own data are listed and are no failure). Exit 1: a file, edit or request of the
user's has problems, listed. Exit 2: wrong usage.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence

from bothshores.cli.parser import parse
from bothshores.errors import BothshoresError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    parsed = parse(arguments)
    module, _dot, name = parsed.run.rpartition(".")
    try:
        command = getattr(importlib.import_module(f"bothshores.cli.{module}"), name)
        return int(command(parsed))
    except BothshoresError as error:
        print(f"bothshores: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader of our output left (`| head`); nothing is lost, and Python must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        print(f"bothshores: {where}{error.strerror or error}. Make it a place you may read and write.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("bothshores: interrupted; the last whole state stands.", file=sys.stderr)
        return 1
