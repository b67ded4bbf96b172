"""When a mediation stops: what was looked for, what was found, and what follows."""

from collections.abc import Iterable
from enum import IntEnum

STOP = "stop"
WATCH = "watch"


class Standing(IntEnum):
    """What the safety checks say about going on, the gravest last."""

    OPEN = 0  # not everything has been looked at
    CLEAR = 1
    WATCH = 2
    STOP = 3


def standing(findings: Iterable[tuple[str, str]], dangers: Iterable[str]) -> Standing:
    """Return what the findings say about going on.

    One finding that says stop stops the mediation, whatever the others say; it goes on only
    once that finding has been changed.

    Args:
        findings: Danger and finding of each check noted.
        dangers: All there are to look for.
    """
    found = dict(findings)
    if STOP in found.values():
        return Standing.STOP
    if WATCH in found.values():
        return Standing.WATCH
    return Standing.CLEAR if set(dangers) <= found.keys() else Standing.OPEN
