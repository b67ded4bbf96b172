"""Where Tab goes next: as one reads, not as things happened to be made."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_order(*parts: QWidget) -> None:
    """Let Tab go through `parts` in this order, and through what each of them holds."""
    stops = [stop for part in parts for stop in focus_stops(part)]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def focus_stops(part: QWidget) -> Iterator[QWidget]:
    """Yield where Tab halts within a widget, itself included, shown or not."""
    at: QWidget | None = part
    while at is not None:
        is_within = at is part or part.isAncestorOf(at)
        if is_within and at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield at
        at = at.nextInFocusChain()
        if at is part:
            return
