"""Locking is leaving: the process that holds key and text ends, a fresh one asks again."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NoReturn

#: How the program tells itself that it was locked, and where to come back to.
LOCKED: Final = "--locked"
STATE: Final = "--state"

#: Of this the new process must know nothing.
_SECRET_VARIABLES: Final = ("ENTENTE_PASSPHRASE",)


def command(file: Path, state: Mapping[str, Any]) -> list[str]:
    """Return how to start the program before the locked `file`.

    Args:
        file: The mission.
        state: Where to come back to; names and keys, no mission text: every process of the
            computer can read it.
    """
    # -P: a folder the program happens to be started in must not provide its modules.
    frozen = bool(getattr(sys, "frozen", False))
    start = [sys.executable] if frozen else [sys.executable, "-P", "-m", "entente_ui"]
    return [*start, LOCKED, STATE, json.dumps(state), "--", str(file)]


def parse_state(text: str) -> dict[str, Any]:
    """Return the state in the arguments of a locked program; nothing if it is none."""
    try:
        state = json.loads(text)
    except ValueError:
        return {}
    return state if isinstance(state, dict) else {}


def leave(arguments: Sequence[str]) -> NoReturn:
    """End this process and all it knows; start another in its place."""
    known = {name: value for name, value in os.environ.items() if name not in _SECRET_VARIABLES}
    try:
        if sys.platform == "win32":
            # There a process cannot be replaced; the memory of one that ended is cleared.
            subprocess.Popen(arguments, env=known, close_fds=True)  # noqa: S603  # ourselves
        else:
            os.execve(arguments[0], list(arguments), known)  # noqa: S606  # ourselves
    finally:
        # Also when nothing can be started: what was to be locked does not stay.
        os._exit(0)
