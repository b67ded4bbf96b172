"""Keeps the memory of the process out of crash dumps and of other programs."""

import os
import sys
from typing import Final

#: Set by whoever wants to look into the process with a debugger.
DEBUG_VARIABLE: Final = "ENTENTE_DEBUG"

_PR_SET_DUMPABLE: Final = 4


def is_debugging() -> bool:
    """Return whether somebody asked to be let in."""
    return bool(os.environ.get(DEBUG_VARIABLE))


def keep_memory_private() -> None:
    """Have the system write no dump of this process and let no other process read it."""
    if is_debugging() or sys.platform == "win32":
        # Windows asks the user before it sends a dump anywhere, and keeps none by default.
        return
    import resource  # noqa: PLC0415  # not on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415  # after the first paint

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
