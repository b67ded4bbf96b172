"""Work of the GUI thread cut into parts, between which the window answers."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject, QTimer

#: Not 0: Qt makes such a call before it looks at keys, the pointer or other timers.
_PAUSE_MS: Final = 1
_END: Final = object()


def in_turns(owner: QObject, parts: Iterator[object]) -> None:
    """Do the first of `parts` soon and each other after another look at what the user does.

    Args:
        owner: Without it nothing more is done.
        parts: A generator that yields between its parts.
    """

    def go_on() -> None:
        if next(parts, _END) is not _END:
            in_turns(owner, parts)

    QTimer.singleShot(_PAUSE_MS, owner, go_on)
