"""Asking when something took place."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from entente.i18n import _
from entente_ui.kit import DateField, PlainLabel, Popover


def ask_day(
    owner: QWidget,
    target: QRect,
    today: Callable[[], dt.date],
    day: dt.date | None,
    answered: Callable[[dt.date | None], object],
) -> Popover:
    """Ask for a day beside `target`; Escape, or the same day again, changes nothing.

    Args:
        owner: The widget it is about.
        target: What it points at, in the coordinates of `owner`.
        today: Tells the day.
        day: The one known so far.
        answered: Called with another day, or None for no day any more.
    """
    popover = Popover(owner)
    field = DateField(_("Happened on"), today, popover)
    field.set_value(day)
    popover.body.addWidget(PlainLabel(_("Happened on"), "strong", popover))
    popover.body.addWidget(field)
    popover.body.addWidget(PlainLabel(_("Enter keeps it, Esc skips"), "small", popover))

    def keep() -> None:
        field.settle()
        if field.is_sound and field.value != day:
            answered(field.value)

    popover.accepted.connect(keep)
    popover.open_at(target)
    field.setFocus()
    return popover
