"""What follows the name of the program."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from entente_ui.shell.leaving import LOCKED, STATE, parse_state

_END: Final = "--"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the program was asked to do.

    Attributes:
        file: The mission to open, None for the welcome page.
        locked: Whether the program locked itself before it.
        state: Where to come back to then.
    """

    file: Path | None = None
    locked: bool = False
    state: Mapping[str, Any] = field(default_factory=dict)


def parse(arguments: Sequence[str]) -> Asked:
    """Return what is asked for; what is not understood is left aside, as desktops expect."""
    file, locked, state = None, False, {}
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        if word == LOCKED:
            locked = True
        elif word == STATE and rest:
            state = parse_state(rest.pop(0))
        elif word == _END and rest:
            file = Path(rest.pop(0))
        elif not word.startswith("-") and file is None:
            file = Path(word)
    return Asked(file, locked, state)
