"""The mediator's work from a shell: the same services, no window."""

import sys
from collections.abc import Sequence
from typing import Final

#: What is done without a window. Known without importing anything that takes its time.
COMMANDS: Final = (
    "new",
    "example",
    "info",
    "import",
    "export",
    "brief",
    "analyse",
    "check",
    "self-test",
    "demo",
)

_ANSWERED: Final = frozenset({*COMMANDS, "-h", "--help", "--version"})


def is_command(arguments: Sequence[str]) -> bool:
    """Return whether what followed the name of the program is for the command line."""
    return bool(arguments) and arguments[0] in _ANSWERED


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command and return the exit status: 0 done, 1 refused, 2 wrong usage.

    Args:
        arguments: What followed the name of the program; by default that of this process.
    """
    from entente.cli.program import run  # noqa: PLC0415  # the window asks `is_command` first

    return run(sys.argv[1:] if arguments is None else list(arguments))
